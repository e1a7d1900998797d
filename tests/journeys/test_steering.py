"""Steering: while an announcement is being sent, one message tells how it stands, and its buttons hold the rest."""

from datetime import UTC, datetime

import pytest

from conversations.reply import Reply
from handlers.edits import Edits
from locales.text import Text
from records.chats import ChatState
from records.demonstration import Group
from tests.journeys.announcing import WITH_CHAT, WORDS, outcomes, received, sends, sends_to_many
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.person import Phone
from tests.stage import Stage


async def begun(stage: Stage) -> Phone:
    """The officer before her progress message; nothing has gone out yet."""
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.canting.progress.catch_up()
    await ratna.waits_for("Pengumuman sedang dikirim")
    return ratna


def progress_messages(officer: Phone) -> int:
    return sum("Belum pasti:" in message["text"] for message in officer.bot_messages())


async def test_the_rest_is_cancelled_after_a_second_look_in_the_same_message(stage: Stage) -> None:
    ratna = await begun(stage)
    await ratna.taps("🛑 Batalkan")
    assert ratna.toast() == "Yakin?"
    ratna.sees(f"Batalkan sisanya? {WITH_CHAT} orang tidak akan menerimanya.")
    await ratna.taps("Tidak jadi")
    assert ratna.labels() == ["⏸ Jeda", "🛑 Batalkan"]
    await ratna.taps("🛑 Batalkan")
    await ratna.taps("Ya, batalkan sisanya")
    ratna.sees(f"Sisanya dibatalkan. {WITH_CHAT} orang tidak menerimanya.")
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"cancelled": WITH_CHAT, "blocked": 1}
    assert progress_messages(ratna) == 1
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 0


async def test_the_buttons_work_when_the_officer_has_gone_on_elsewhere_and_after_a_restart(stage: Stage) -> None:
    ratna = await begun(stage)
    message = ratna.bot_messages()[-1]["id"]
    await goes_to(ratna, "Pengumuman")
    await stage.goes_down()
    await stage.comes_up()
    await ratna.taps_on(message, "⏸ Jeda")
    assert ratna.toast() == "Dijeda. Beberapa yang sedang dikirim masih akan sampai."
    paused = next(one for one in ratna.bot_messages() if one["id"] == message)
    assert "Pengumuman dijeda." in paused["text"]
    await ratna.taps_on(message, "▶️ Lanjutkan")
    await stage.a_moment_passes()
    await ratna.looks()
    ended = next(one for one in ratna.bot_messages() if one["id"] == message)
    assert "Pengumuman sudah dikirim." in ended["text"]
    assert progress_messages(ratna) == 1


async def test_whoever_clears_her_chat_is_told_in_another_message(stage: Stage) -> None:
    ratna = await begun(stage)
    for message in stage.world.chats[ratna.id].messages.values():
        message.deleted = True
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    stage.expects_refusals.add(400)


async def test_another_officer_steers_by_the_page_and_is_told_what_changed_meanwhile(stage: Stage) -> None:
    ratna = await begun(stage)
    wiryo = pak_wiryo(stage)
    await wiryo.says("/staf")
    await wiryo.forges("m:campaign:1")
    wiryo.sees("Pengumuman sedang dikirim")
    await ratna.taps("⏸ Jeda")
    await wiryo.taps("⏸ Jeda")
    assert wiryo.toast() == "Keadaannya sudah berubah. Silakan lihat yang terbaru."
    wiryo.sees("Pengumuman dijeda.")
    await wiryo.taps("▶️ Lanjutkan")
    await stage.a_moment_passes()
    assert await received(stage.of(Group.PARTICIPANT)[0], WORDS) == 1


async def test_when_the_hours_end_the_rest_waits_for_the_next_morning_and_says_so(strict: Stage) -> None:
    await strict.until(datetime(2026, 10, 6, 10, 14, 58, tzinfo=UTC))  # two seconds before the hours end
    ratna = await sends_to_many(strict)
    await strict.a_moment_passes()
    await strict.a_moment_passes()
    found = await outcomes(strict)
    assert found["waiting"] > 20
    assert found["sent"] > 20
    await ratna.waits_for("Jam kirim sudah selesai. Dilanjutkan Rabu, 7 Oktober 2026 pukul 08.00 WIB.")
    await strict.until(datetime(2026, 10, 7, 1, 1, tzinfo=UTC))
    await ratna.waits_for("128 dari 128")
    assert set(await outcomes(strict)) == {"sent", "blocked"}


async def test_it_says_about_when_it_will_be_done(strict: Stage) -> None:
    ratna = await sends_to_many(strict)
    told: list[str] = []
    rewrite = Edits.rewrite

    async def noting(edits: Edits, chat: ChatState, reply: Reply, message_id: int) -> bool:
        told.append(strict.canting.house.languages.plain(reply.text or Text(""), "id"))
        return await rewrite(edits, chat, reply, message_id)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Edits, "rewrite", noting)
        await strict.a_moment_passes()
    await ratna.waits_for("128 dari 128")
    assert any("⏱ Selesai kurang dari semenit lagi." in words for words in told)
