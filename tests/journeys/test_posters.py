"""The poster of a class: an officer asks for it in chat, and what hangs on the wall leads to the class."""

from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image

from records import offers
from records.codes import short_code
from records.offers import Offer
from tests.journeys.applicant import newcomer
from tests.journeys.office import bu_ratna
from tests.person import Phone
from tests.stage import Stage


async def sewing(stage: Stage) -> Offer:
    open_now = await stage.reads(offers.open_at, stage.clock.now())
    return next(offer for offer in open_now if offer.programme == "Menjahit")


def newest_file(stage: Stage, phone: Phone) -> bytes:
    """What came with the newest message."""
    found = stage.world.files.find(phone.bot_messages()[-1]["file"]["id"])
    assert found is not None
    return stage.world.files.read(found)


async def asks_for_the_poster(stage: Stage, form: str) -> tuple[Offer, bytes]:
    ratna, offer = bu_ratna(stage), await sewing(stage)
    await ratna.says("/staf")
    await ratna.forges(f"m:poster:{offer.id}")
    ratna.sees("Satu halaman A4 dengan QR dan kode.")
    await ratna.taps(form)
    ratna.sees("Poster Menjahit sedang dibuat")
    await ratna.waits_for(f"Poster: Menjahit, kode {short_code(offer.code, offer.id)}")
    return offer, newest_file(stage, ratna)


async def test_an_officer_gets_a_pdf_to_print(stage: Stage) -> None:
    offer, pdf = await asks_for_the_poster(stage, "PDF untuk dicetak")
    page = pypdfium2.PdfDocument(pdf)[0]
    words = " ".join(page.get_textpage().get_text_bounded().split())
    for said in ("PELATIHAN GRATIS", "Menjahit", "Usia 18 tahun ke atas", short_code(offer.code, offer.id)):
        assert said in words, said


async def test_who_scans_the_picture_or_types_its_code_comes_to_the_class(stage: Stage) -> None:
    offer, png = await asks_for_the_poster(stage, "Gambar (PNG)")
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(png)).convert("L"))
    _bot, _start, payload = code.text.partition("?start=")
    scanning, typing = await newcomer(stage, "Siti"), await newcomer(stage, "Tono")
    await scanning.starts(payload)
    await typing.says(short_code(offer.code, offer.id))
    for phone in (scanning, typing):
        assert phone.last().startswith("Menjahit\n")


async def test_nobody_else_draws_posters(stage: Stage) -> None:
    siti, offer = await newcomer(stage), await sewing(stage)
    await siti.starts()
    for forged in (f"m:poster:{offer.id}", f"m:poster:{offer.id}.pdf", "m:poster:x.exe"):
        await siti.forges(forged)
        assert siti.toast() == "Tombol ini sudah tidak berlaku."
