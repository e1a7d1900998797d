"""Groups and channels: an officer puts the bot into one, says whose it is, and announcements go there too."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from records.deliveries import Delivery
from records.demonstration import Group
from records.group_chats import GroupChat
from records.session import Session
from tests.journeys.announcing import WORDS, received, writes
from tests.journeys.office import bu_ratna
from tests.journeys.recipients import begins_for_nobody
from tests.journeys.replies import STALE
from tests.journeys.test_repeats import WEEKLY
from tests.person import Phone
from tests.stage import Stage

TITLE = "Angkatan III <ceria> & kompak"


async def asks(stage: Stage, path: str = "", **order: Any) -> dict[str, Any]:
    """What people do with a group; the bot has heard of it."""
    async with stage.session.post(f"{stage.url}/sim/groups{path}", json=order) as response:
        found: dict[str, Any] = await response.json()
        assert response.status == 200, found
    await stage.is_quiet()
    await stage.a_moment_passes()
    return found


async def posted(stage: Stage, group: int) -> list[str]:
    async with stage.session.get(f"{stage.url}/sim/groups/{group}") as response:
        found: list[str] = (await response.json())["posted"]
    return found


async def connects(stage: Stage, ratna: Phone, kind: str = "group") -> int:
    """An officer puts the bot into it, and says that it is the cohort's."""
    group: int = (await asks(stage, title=TITLE, kind=kind, by=ratna.id))["id"]
    await ratna.waits_for("👪 Terhubung.")
    ratna.sees(TITLE)
    ratna.sees("Untuk angkatan mana?")
    await ratna.taps("Angkatan III 2026")
    assert f"{TITLE} · Angkatan III 2026 (data contoh)" in ratna.labels()
    return group


async def announces_to(ratna: Phone, words: str = WORDS) -> None:
    """Up to the choice of the group."""
    await writes(ratna, words)
    await ratna.taps("👪 Grup")
    await ratna.taps(TITLE[:20])
    await ratna.taps("⬅️ Kembali")


async def test_what_is_announced_to_a_cohort_stands_in_its_group_too(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    group = await connects(stage, ratna)
    await announces_to(ratna)
    await ratna.taps("Jawaban: tanpa")
    await ratna.taps("Sudah saya baca")
    ratna.sees(f"👪 Juga ke: {TITLE} · Angkatan III 2026 (data contoh)")
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    assert await posted(stage, group) == [f"📢 Pengumuman\n\n{WORDS}"]
    assert stage.world.chats[group].last().keyboard is None, "nobody answers in a group"  # type: ignore[union-attr]
    assert await received(stage.of(Group.PARTICIPANT)[0]) == 1
    assert await stage.reads(_keys, group) == ["announcement:1:group:1"]


def _keys(session: Session, group: int) -> list[str]:
    return list(session.scalars(select(Delivery.key).where(Delivery.chat_id == group)))


async def test_where_anybody_else_puts_the_bot_it_stays_mute(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[0]
    group = (await asks(stage, title="Grup RT", by=sri.id))["id"]
    assert await posted(stage, group) == []
    assert await stage.reads(lambda session: list(session.scalars(select(GroupChat.id)))) == []
    assert await sri.heard("Terhubung") == 0


async def test_a_field_that_is_each_persons_own_is_not_for_a_group(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await connects(stage, ratna)
    await announces_to(ratna, "Halo {nama}, besok kumpul.")
    ratna.sees("Grup tidak bisa membaca {nama}")
    assert not any("Kirim ke" in label for label in ratna.labels())
    await ratna.taps("🔁 Ulangi")
    ratna.sees("Belum bisa diulang.\n\nGrup tidak bisa membaca {nama}")
    await ratna.forges("m:campaign:1")
    await ratna.taps("👪 Grup: 1")
    await ratna.taps(f"✅ {TITLE[:20]}")
    await ratna.taps("⬅️ Kembali")
    assert any("Kirim ke" in label for label in ratna.labels())
    await ratna.taps("👪 Grup")
    await ratna.taps(TITLE[:20])
    await ratna.taps("⬅️ Kembali")
    await ratna.taps("Tulis ulang")
    await ratna.says(WORDS)
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    await ratna.forges("m:anncorrect:1")
    await ratna.says("Halo {nama}, besok kumpul.")
    ratna.sees("juga dikirim ke grup, yang tidak bisa membaca {nama}")
    await ratna.says("Besok kumpul.")
    ratna.sees("Tulisan ini menggantikan pesan di 12 chat")


async def test_a_group_that_took_the_bot_out_is_lost_and_its_officer_is_told(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna = bu_ratna(stage)
    group = await connects(stage, ratna)
    await announces_to(ratna)
    await asks(stage, f"/{group}/kick", by=stage.of(Group.PARTICIPANT)[0].id, unseen=True)
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    await stage.a_moment_passes()
    await ratna.waits_for(f"Bot tidak bisa lagi menulis di grup “{TITLE}”")
    assert await received(stage.of(Group.PARTICIPANT)[0]) == 1
    await ratna.taps("👪 Grup dan kanal")
    assert not any(TITLE[:20] in label for label in ratna.labels())
    stage.clock.forward(timedelta(minutes=1))
    await asks(stage, f"/{group}/add", by=ratna.id)
    await ratna.waits_for("👪 Terhubung.")


async def test_what_one_group_refuses_stops_nobody_else(stage: Stage) -> None:
    stage.expects_refusals.add(400)
    ratna = bu_ratna(stage)
    group = await connects(stage, ratna)
    await announces_to(ratna)
    await stage.fails("sendMessage", 400, chat_id=group)
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    ratna.sees("Gagal: 1")


async def test_a_group_that_is_lost_can_still_be_left_out_of_a_draft(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    group = await connects(stage, ratna)
    await for_the_group_alone(ratna, 1)
    await asks(stage, f"/{group}/kick", by=stage.of(Group.PARTICIPANT)[0].id)
    await ratna.forges("m:campaign:1")
    ratna.sees("⚠️ Belum ada penerima yang punya chat Telegram dengan kami.")
    assert "📤 Kirim ke grup saja" not in ratna.labels()
    await ratna.taps("👪 Grup: 1")
    await ratna.taps("✅ 🚫")
    ratna.sees("Belum ada grup atau kanal yang terhubung.")
    await ratna.taps("⬅️ Kembali")
    assert "👪 Grup" in ratna.labels()


async def test_a_group_that_becomes_a_supergroup_keeps_its_place(stage: Stage) -> None:
    stage.expects_refusals.add(400)
    ratna = bu_ratna(stage)
    group = await connects(stage, ratna)
    await announces_to(ratna)
    heard = (await asks(stage, f"/{group}/upgrade", by=ratna.id))["id"]
    unheard = (await asks(stage, f"/{heard}/upgrade", by=ratna.id, unseen=True))["id"]
    await ratna.taps("Kirim ke")
    for _tick in range(2):
        await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    assert await posted(stage, unheard) == [f"📢 Pengumuman\n\n{WORDS}"]
    assert await stage.reads(lambda session: list(session.scalars(select(GroupChat.chat_id)))) == [unheard]


async def for_the_group_alone(ratna: Phone, draft: int) -> None:
    """Up to the page of that draft."""
    await begins_for_nobody(ratna)
    await ratna.forges(f"m:annwords:{draft}")
    await ratna.says(WORDS)
    await ratna.taps("👪 Grup")
    await ratna.taps(TITLE[:20])
    await ratna.taps("⬅️ Kembali")
    assert "📤 Kirim ke grup saja" in ratna.labels()


async def test_what_is_for_a_group_alone_goes_out_there_once_or_each_week(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    group = await connects(stage, ratna)
    await for_the_group_alone(ratna, 1)
    await ratna.taps("Kirim ke grup saja")
    ratna.sees("Baik, pengumuman dikirim ke 1 grup/kanal sekarang. Perkembangannya tampil di bawah.")
    await stage.a_moment_passes()
    assert await posted(stage, group) == [f"📢 Pengumuman\n\n{WORDS}"]
    await for_the_group_alone(ratna, 2)
    await ratna.taps("🔁 Ulangi")
    for label in WEEKLY:
        await ratna.taps(label)
    await ratna.taps("Ya, ulangi")
    await stage.passes(days=7)
    assert await posted(stage, group) == [f"📢 Pengumuman\n\n{WORDS}"] * 2


async def test_only_officers_choose_groups(stage: Stage) -> None:
    ratna, sri = bu_ratna(stage), stage.of(Group.PARTICIPANT)[0]
    await connects(stage, ratna, "channel")
    await sri.says("/menu")
    for data in ("grps", "grp:1", "grp:1.0", "grpoff:1.yes", "anngrps:1.1"):
        await sri.forges(f"m:{data}")
        assert sri.toast() == STALE, data
    for data in ("grp:99", "grp:1.99", "grp:1.x", "grpoff:99", "anngrps:99", "anngrps:1.1"):
        await ratna.forges(f"m:{data}")
        assert ratna.toast() == STALE, data
