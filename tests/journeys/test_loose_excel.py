"""An Excel file that comes without the button before it: an officer is shown where it belongs, a job seeker is not."""

from openpyxl import Workbook

from records import staff
from records.staff import Role
from tests.journeys.applicant import newcomer
from tests.journeys.office import bu_ratna, pak_wiryo
from tests.journeys.scoring import XLSX, all_filled_in, saved, those_tested
from tests.stage import Stage

NOT_READ = "Berkas tidak bisa dibaca di sini."


async def test_an_officer_reads_what_it_seems_to_be_and_one_tap_takes_it(stage: Stage) -> None:
    people = await those_tested(stage, 1)
    ratna = bu_ratna(stage)
    made = all_filled_in(people)
    await ratna.sends_document(made, "nilai-las-smaw (1).xlsx", XLSX)
    ratna.sees("Dari namanya, ini nilai Las SMAW")
    assert ratna.labels()[0] == "📝 Nilai: Las SMAW · Angkatan Khusus"
    await ratna.taps("📝 Nilai: Las SMAW")
    await ratna.sends_document(made, "nilai-las-smaw (1).xlsx", XLSX)
    await ratna.waits_for("Baru: ")
    await ratna.sends_document(saved(Workbook()), "alumni-2019.xlsx", XLSX)
    ratna.sees("Dari namanya, ini daftar alumni terdahulu")
    await ratna.taps("Alumni terdahulu")
    ratna.sees("Kirim file Excel alumni terdahulu")


async def test_job_seekers_and_officers_who_take_no_files_are_answered_as_ever(stage: Stage) -> None:
    siti = await newcomer(stage)
    wiryo = pak_wiryo(stage)
    await stage.writes(staff.appoint, wiryo.id, "Wiryo", Role.VIEWER, stage.clock.now())
    for phone in (siti, wiryo):
        await phone.starts()
        await phone.sends_document(saved(Workbook()), "alumni.xlsx", XLSX)
        phone.sees(NOT_READ)
        assert "Dari namanya" not in phone.last()
