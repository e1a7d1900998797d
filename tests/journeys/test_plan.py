"""The plan of thirty days as an officer reads it: in chat, as Excel, and from the command line while the bot runs."""

from io import BytesIO

from openpyxl import load_workbook

from bot.plan import WIDTH, plan
from tests.journeys.graduates import closed
from tests.journeys.office import goes_to
from tests.journeys.test_calendar import closes
from tests.journeys.test_wishes import cells
from tests.person import Phone
from tests.stage import Stage


async def opens_the_last_week(officer: Phone) -> None:
    await goes_to(officer, "Alumni")
    await officer.taps("Rencana 30 hari")
    for _week in range(4):
        await officer.taps("Berikutnya")


async def test_staff_read_who_gets_what_when_and_who_is_held_back(stage: Stage) -> None:
    ratna, graduates = await closed(stage)
    await stage.passes(days=3)
    await goes_to(ratna, "Alumni")
    await ratna.taps("Rencana 30 hari")
    ratna.sees("tanpa Telegram (daftar telepon): ")
    await opens_the_last_week(ratna)
    ratna.sees("Jumat, 6 November 2026: 11 (09.00)\n   bulan 1: 11")
    await ratna.taps("6 November 2026")
    ratna.sees("09.00 · bulan 1, pertanyaan pertama: 11")
    await ratna.taps("Giliran siapa")
    ratna.sees("09.00 · bulan 1 · Wiwin")
    await closes(ratna, "6 November", "7 November")
    await ratna.taps("Berlakukan")
    await opens_the_last_week(ratna)
    ratna.sees("Jumat, 6 November 2026: Banjir rob")
    await graduates[0].says("/menu")
    await graduates[0].forges("m:plan:0")
    assert "Rencana" not in graduates[0].last()


async def test_the_whole_plan_comes_as_excel_and_names_nobody(stage: Stage) -> None:
    ratna, _graduates = await closed(stage)
    await stage.passes(days=3)
    await goes_to(ratna, "Alumni")
    await ratna.taps("Rencana 30 hari")
    await ratna.taps("Semuanya sebagai Excel")
    await ratna.waits_for("menurut keadaan sekarang")
    sheets = load_workbook(BytesIO(stage.newest_file(ratna))).worksheets
    assert [sheet.title for sheet in sheets] == ["Rencana", "Ditahan", "Pindah", "Hari tutup"]
    rows = [row[1:] for row in cells(sheets[0])[3:]]
    assert ["09:00", "bulan 1, pertanyaan pertama", 1, 11] in rows
    assert not any("Wiwin" in str(cell) for sheet in sheets for row in cells(sheet) for cell in row)


async def test_the_command_prints_a_table_while_the_bot_runs_with_names_only_on_demand(stage: Stage) -> None:
    await closed(stage)
    await stage.passes(days=3)
    printed = await plan(stage.settings, stage.clock, 30, with_names=False)
    assert "Rencana 30 hari, jika tidak ada yang menjawab" in printed
    assert "Jumat, 6 November 2026" in printed
    assert "bulan 1: 11" in printed
    assert max(len(line) for line in printed.splitlines()) <= WIDTH
    named = await plan(stage.settings, stage.clock, 30, with_names=True)
    assert "06-11-2026 09.00    1  Wiwin" in named
    assert "Wiwin" not in printed
