"""Codes of a class: typed from a poster, scanned again, and shared with a friend."""

from urllib.parse import parse_qs, urlparse

from records import offers
from records.codes import short_code
from tests.journeys.applicant import answers, newcomer, opens_the_form, registers
from tests.person import Phone
from tests.stage import Stage


async def code_of(stage: Stage, programme: str) -> tuple[str, str]:
    """(the class's own code, its short code) of an open class."""
    open_now = await stage.reads(offers.open_at, stage.clock.now())
    offer = next(offer for offer in open_now if offer.programme == programme)
    return offer.code, short_code(offer.code, offer.id)


def links(phone: Phone) -> dict[str, str]:
    """The buttons of the newest message that open a link, by label."""
    rows = phone.bot_messages()[-1]["inline_keyboard"] or []
    return {button["text"]: button["url"] for row in rows for button in row if button.get("url")}


async def test_a_code_from_a_poster_opens_the_card_however_it_is_typed(stage: Stage) -> None:
    code, short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    for typed in (
        short,
        short.lower(),
        f" {short[:3]} {short[3:]} ",
        code,
        code.upper(),
        f"k_{code}",
        code.replace("-", " "),
    ):
        await siti.says(typed)
        assert siti.last().startswith("Menjahit\n"), typed
    siti.sees(f"Kode: {short}")


async def test_words_that_are_no_code_are_answered_as_before(stage: Stage) -> None:
    siti = await newcomer(stage)
    for typed in ("MNJ999999", "ABC1", "k_", "k_tidak-ada", "menjahit", "x" * 4000, "%", "_"):
        await siti.says(typed)
        siti.sees("kami belum memahami pesan Anda")


async def test_in_the_midst_of_a_form_a_code_opens_the_card_and_the_form_waits(stage: Stage) -> None:
    _code, short = await code_of(stage, "Desain grafis")
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await answers(siti, until="nama lengkap")
    await siti.says(short)
    assert siti.last().startswith("Desain grafis\n")
    await siti.taps("Lanjutkan")
    siti.sees("nama lengkap")


async def test_scanning_a_second_time_shows_the_card_again_and_the_way_back_to_the_form(stage: Stage) -> None:
    code, _short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    await siti.starts(f"k_{code}")
    await siti.taps("📝 Daftar")
    await siti.starts(f"k_{code}")
    assert siti.last().startswith("Menjahit\n")
    await siti.taps("Lanjutkan")
    siti.sees("setuju")


async def test_scanning_once_more_after_registering_tells_the_number(stage: Stage) -> None:
    code, _short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.starts(f"k_{code}")
    siti.sees(f"✅ Siti Rahmawati sudah terdaftar di angkatan ini: {number}.")
    await siti.taps("Status saya")
    siti.sees(number)


async def test_a_card_is_shared_with_the_link_and_the_code(stage: Stage) -> None:
    code, short = await code_of(stage, "Menjahit")
    siti = await newcomer(stage)
    await siti.starts(f"k_{code}")
    found = links(siti)
    whatsapp = urlparse(found["🟢 Bagikan ke WhatsApp"])
    assert (whatsapp.scheme, whatsapp.netloc) == ("https", "wa.me")
    (words,) = parse_qs(whatsapp.query)["text"]
    assert f"start=k_{code}" in words
    assert f"kode {short}" in words
    telegram = parse_qs(urlparse(found["↗️ Bagikan di Telegram"]).query)
    assert telegram["url"][0].endswith(f"start=k_{code}")
    assert f"kode {short}" in telegram["text"][0]
