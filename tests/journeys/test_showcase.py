"""The showcase: from a graduate's consent by way of an officer to everybody, until she hides or deletes it."""

from sqlalchemy import delete, update

from records import consents, people, showcases, stalls
from records.consents import Purpose
from records.demonstration import Group
from records.session import Session
from records.showcases import Showcase, Stall
from tests.journeys.alumni import graduated
from tests.journeys.applicant import newcomer
from tests.journeys.office import bu_ratna, goes_to, officers_leave
from tests.journeys.replies import STALE
from tests.person import Phone
from tests.stage import Stage

BUSINESS = "Roti <Manis> & Kue"


async def shows_her_business(phone: Phone, name: str = BUSINESS) -> None:
    """From the menu to the last word."""
    await phone.says("/menu")
    await phone.taps("🏪 Etalase alumni")
    await phone.taps("🏪 Usaha saya")
    await phone.taps("Tampilkan usaha saya")
    phone.sees("tidak mengubah hal lain antara Anda dan BLK")
    await phone.taps("Setuju, lanjut")
    await phone.says(name)
    await phone.says("Roti dan kue pesanan")
    await phone.taps("Tata boga")
    await phone.taps("Pekalongan Utara")
    await phone.taps("Krapyak")
    await phone.says("0812 9876 5432")
    await phone.taps("Kosongkan")
    phone.sees("Semua orang akan membaca ini")
    await phone.taps("📮 Kirim")


async def shows_the_next(officer: Phone) -> None:
    await goes_to(officer, "🧭 Alumni")
    await officer.taps("🏪 Etalase alumni")
    await officer.taps("Periksa berikutnya")
    officer.sees(BUSINESS)
    await officer.taps("✅ Tampilkan")


async def sees_in_the_showcase(phone: Phone, name: str = BUSINESS) -> bool:
    await phone.says("/menu")
    await phone.taps("🏪 Etalase alumni")
    return any(name in label for label in phone.labels())


async def test_a_business_is_shown_after_a_look_and_goes_with_the_consent(stage: Stage) -> None:
    baker, siti, ratna = (await graduated(stage, officers_stay=True))[0], await newcomer(stage), bu_ratna(stage)
    await shows_her_business(baker)
    await siti.starts()
    assert not await sees_in_the_showcase(siti)
    await shows_the_next(ratna)
    await stage.a_moment_passes()
    await baker.waits_for("sudah ada di Etalase alumni")
    assert await sees_in_the_showcase(siti)
    await siti.taps(BUSINESS)
    siti.sees(f"{BUSINESS}\nRoti dan kue pesanan\n📍 Krapyak, Pekalongan Utara")
    person = await stage.reads(lambda session: people.of_chat(session, baker.id)[0])
    for private in (person.name, person.phone or "?", person.address or "?"):
        siti.sees_not(private)

    await baker.taps("Sembunyikan")
    assert not await sees_in_the_showcase(siti)
    await baker.taps("Tampilkan lagi")
    assert await sees_in_the_showcase(siti)
    await baker.taps("Hapus, saya tarik persetujuan")
    baker.sees("persetujuan Anda ditarik")
    assert not await sees_in_the_showcase(siti)
    assert await stage.reads(showcases.of_person, person.id) is None
    assert not await stage.reads(consents.holds, person.id, Purpose.SHOWCASE)


async def test_once_a_year_she_is_asked_and_without_an_answer_it_is_hidden(stage: Stage) -> None:
    baker = (await graduated(stage))[0]
    await shows_her_business(baker)
    person_id = (await stage.reads(people.of_chat, baker.id))[0].id
    await stage.writes(_shown_for_a_year, person_id)
    await stage.a_moment_passes()
    await baker.waits_for("Masih berlaku?")
    await baker.taps("✔️ Masih berlaku")
    baker.sees("Dicatat: masih berlaku.")
    await stage.writes(_shown_for_a_year, person_id)
    await stage.a_moment_passes()
    await officers_leave(stage)
    await stage.passes(days=31)
    await baker.waits_for("sekarang disembunyikan")
    siti = await newcomer(stage)
    await siti.starts()
    assert not await sees_in_the_showcase(siti)
    await baker.taps("Tampilkan lagi")
    assert await sees_in_the_showcase(siti)


def _shown_for_a_year(session: Session, person_id: int) -> None:
    """As if it had been approved and confirmed a year ago."""
    found = showcases.of_person(session, person_id)
    assert found is not None
    long_ago = found.created_at.replace(year=found.created_at.year - 1)
    session.execute(
        update(Showcase)
        .where(Showcase.id == found.id)
        .values(
            state="shown",
            public=found.draft,
            waits_since=None,
            confirmed_at=long_ago,
            asked_at=None,
            programme_id=found.sent_in.trade,
            place=found.sent_in.place,
            revision=found.revision + 1,
        )
    )


async def test_what_is_refused_is_told_with_its_reason_and_can_be_mended(stage: Stage) -> None:
    baker, ratna = (await graduated(stage, officers_stay=True))[0], bu_ratna(stage)
    await shows_her_business(baker)
    await goes_to(ratna, "🧭 Alumni")
    await ratna.taps("🏪 Etalase alumni")
    await ratna.taps("Periksa berikutnya")
    await ratna.taps("Tolak dengan alasan")
    await ratna.says("Tolong tulis jam <buka>.")
    await stage.a_moment_passes()
    await baker.waits_for("Alasan: Tolong tulis jam <buka>.")
    await baker.taps("Perbaiki dan kirim lagi")
    await baker.taps("📮 Kirim")
    baker.sees("Petugas memeriksanya dulu")


async def test_only_graduates_show_a_business_and_only_their_own(stage: Stage) -> None:
    baker, siti = (await graduated(stage))[0], await newcomer(stage)
    await shows_her_business(baker)
    hers = (await stage.reads(people.of_chat, baker.id))[0].id
    await siti.starts()
    await siti.taps("🏪 Etalase alumni")
    await siti.taps("🏪 Usaha saya")
    siti.sees("Ini untuk yang sudah lulus pelatihan di sini.")
    shown = siti.last()
    for screen in ("myshop", "shopmake", "shophide", "shopreturn", "shopholds", "shopdrop"):
        await siti.forges(f"m:{screen}:{hers}")
        assert (siti.toast(), siti.last()) == (STALE, shown), screen
    assert await stage.reads(showcases.of_person, hers) is not None


async def test_forty_businesses_are_browsed_page_by_page_by_kejuruan_and_by_kelurahan(stage: Stage) -> None:
    alumni = stage.of(Group.ALUMNI)[:40]
    await stage.writes(_forty, [phone.id for phone in alumni])
    siti = await newcomer(stage)
    await siti.starts("e_")
    siti.sees("40 usaha")
    seen: set[str] = set()
    for page in range(1, 6):
        siti.sees(f"Halaman {page} dari 5")
        seen |= {label for label in siti.labels() if label.startswith("Usaha ")}
        if page < 5:
            await siti.taps("Lainnya")
    assert len(seen) == 40
    await siti.taps("📍 Kelurahan")
    await siti.taps("Medono (20)")
    siti.sees("20 usaha")
    await siti.taps("Lainnya")
    siti.sees("Halaman 2 dari 3")
    found = (await stage.reads(stalls.page, None, None, 0, 1))[0]
    await siti.starts(f"e_{found.id}")
    siti.sees("Jual apa saja")
    for forged in ("0-0-99", "99999-0-0", "0-1-0", "x", "0-0", "1--1", "0-3375011002-x", "0-0-99999999999999999999"):
        await siti.forges(f"m:shops:{forged}")
    await siti.forges("m:shop:999999999")
    siti.sees("tidak (lagi) ditampilkan")


def _forty(session: Session, chat_ids: list[int]) -> None:
    """A business each, shown, and no others; half of them in one kelurahan."""
    session.execute(delete(Showcase))
    for number, chat_id in enumerate(chat_ids):
        person = people.of_chat(session, chat_id)[0]
        now = person.created_at
        place = "33.75.01.1002" if number % 2 else "33.75.03.1002"
        stall = Stall(f"Usaha {number}", "Jual apa saja", 1, place, "+6281234567890", "")
        showcase_id = showcases.put(session, person.id, stall, 1, now)
        session.execute(
            update(Showcase)
            .where(Showcase.id == showcase_id)
            .values(state="shown", public=stall.to_json(), waits_since=None, programme_id=1, place=place)
        )
