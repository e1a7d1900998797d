"""Documents while Telegram has trouble: a file waits, is asked for again, or cannot be removed, and she is told."""

from datetime import timedelta

from tests import papers
from tests.journeys.applicant import newcomer
from tests.journeys.dossier import found, is_asked, photos, settles
from tests.stage import Stage


async def test_while_telegram_has_trouble_a_file_waits_and_is_not_lost(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await stage.fails("getFile", 502, times=2)
    await phone.sends_photo(papers.ktp())
    await settles(stage, phone)
    assert await stage.reads(found, number) == [("ktp", "received")]
    await stage.until(stage.clock.now() + timedelta(minutes=1))
    assert await stage.reads(found, number) == [("ktp", "stored")]


async def test_a_file_that_telegram_does_not_give_is_asked_for_again(stage: Stage) -> None:
    phone = await newcomer(stage)
    await is_asked(phone)
    await stage.fails("getFile", 400)
    await phone.sends_photo(papers.ktp())
    await settles(stage, phone)
    phone.sees("tidak bisa lagi kami ambil dari Telegram")


async def test_where_her_message_cannot_be_removed_she_is_told(stage: Stage) -> None:
    phone = await newcomer(stage)
    await is_asked(phone)
    await stage.fails("deleteMessage", 400)
    await phone.sends_photo(papers.ktp())
    await settles(stage, phone)
    phone.sees("tidak bisa kami hapus")
    assert len(photos(phone)) == 1
