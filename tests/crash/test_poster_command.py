"""`canting poster`: a file to print, or one sentence that says what is wrong."""

from pathlib import Path

import zxingcpp
from PIL import Image

from tests.crash.town import CODE, PROGRAMME, found_town
from tests.process import canting, telegram


async def test_the_poster_of_a_class_is_written_as_its_file_ends(tmp_path: Path) -> None:
    home, pdf, png = tmp_path / "home", tmp_path / "poster.pdf", tmp_path / "poster.png"
    async with telegram() as tg:
        assert (await canting(home, tg.url, "migrate")).code == 0
        await found_town(home, (await tg.person("Dewi", started=True)).id)
        for file in (pdf, png):
            outcome = await canting(home, tg.url, "poster", f"k_{CODE}", str(file))
            assert outcome.code == 0, outcome.err
            assert PROGRAMME in outcome.out
            assert str(file) in outcome.out
        (code,) = zxingcpp.read_barcodes(Image.open(png).convert("L"))
        bot = tg.world.profile.to_user()["username"]
        assert code.text == f"https://t.me/{bot}?start=k_{CODE}"
        assert pdf.read_bytes().startswith(b"%PDF-")

        unknown = await canting(home, tg.url, "poster", "k_nowhere", str(tmp_path / "x.pdf"))
        assert (unknown.code, unknown.err) == (1, "canting: no class has the code k_nowhere.\n")
        wrong = await canting(home, tg.url, "poster", f"k_{CODE}", "poster.docx")
        assert (wrong.code, wrong.err) == (1, "canting: poster.docx must end with .pdf or .png.\n")
        nowhere = await canting(home, tg.url, "poster", f"k_{CODE}", str(tmp_path / "no" / "poster.pdf"))
        assert nowhere.code == 1
        assert "cannot be used" in nowhere.err
