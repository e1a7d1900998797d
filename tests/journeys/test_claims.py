"""Claims: an application is before one officer at a time, and is taken back from her chat afterwards."""

from datetime import timedelta

from records.applications import ApplicationStatus
from tests.journeys.checking import registered, shows, status_of
from tests.journeys.memory import fingerprint
from tests.journeys.office import bu_ratna, goes_to, opens_the_application, pak_wiryo
from tests.person import Phone
from tests.stage import Stage
from tests.walking import by_number


async def test_two_officers_never_have_the_same_application_before_them(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    await goes_to(wiryo, "Pendaftaran menunggu")
    assert _number(ratna) != _number(wiryo)
    await goes_to(ratna, "Pendaftaran menunggu")
    assert shows(ratna, f"{_number(ratna)} ·")


def _number(officer: Phone) -> str:
    line = next(line for line in officer.last().splitlines() if " · " in line)
    return line.partition(" · ")[0]


async def test_a_claim_lapses_and_the_sheet_is_taken_back_with_it(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    number = _number(ratna)
    old, approve = ratna.button("Setujui")
    await stage.until(stage.clock.now() + timedelta(minutes=16))
    await ratna.looks()
    assert not shows(ratna, "NIK:")
    await goes_to(wiryo, "Pendaftaran menunggu")
    assert _number(wiryo) == number
    await ratna.forges(approve)
    ratna.sees(f"{number} sekarang diperiksa petugas lain, atau sudah diputuskan.")
    assert old not in [message["id"] for message in ratna.messages()]


async def test_of_two_officers_the_one_who_lost_her_claim_in_the_midst_is_told(stage: Stage) -> None:
    _siti, number = await registered(stage)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens_the_application(wiryo, number)
    await wiryo.taps("Tidak memenuhi syarat")
    stage.clock.forward(timedelta(minutes=16))
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await wiryo.taps("Usia tidak sesuai")
    wiryo.sees("Pendaftaran ini sekarang diperiksa petugas lain, atau sudah diputuskan.")
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_after_the_decision_no_data_stay_in_the_officers_chat(stage: Stage) -> None:
    _siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await stage.a_moment_passes()
    await ratna.looks()
    assert not shows(ratna, "Siti Rahmawati")
    assert not shows(ratna, "NIK:")
    ratna.sees(f"✅ {number}: disetujui.")


async def test_a_restart_still_takes_back_what_was_shown(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    await stage.goes_down()
    stage.clock.forward(timedelta(minutes=20))
    await stage.comes_up()
    await stage.a_moment_passes()
    await ratna.looks()
    assert not shows(ratna, "NIK:")


async def test_what_telegram_does_not_take_back_at_first_is_taken_back_later(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    await ratna.taps("Setujui")
    await stage.fails("deleteMessages", 502)
    await stage.a_moment_passes()
    await ratna.looks()
    assert shows(ratna, "NIK:")
    stage.clock.forward(timedelta(seconds=31))
    await stage.a_moment_passes()
    await ratna.looks()
    assert not shows(ratna, "NIK:")


async def test_an_application_that_is_not_before_an_officer_is_not_hers_to_decide(stage: Stage) -> None:
    _siti, number = await registered(stage)
    application = await stage.reads(by_number, number)
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    before = await fingerprint(stage)
    for screen in ("approve", "sendback", "refuse", "skip", "alldata"):
        await ratna.forges(f"m:{screen}:{application.id}")
        ratna.sees(f"{number} sekarang diperiksa petugas lain, atau sudah diputuskan.")
    for argument in ("0", "x", "-1", "9" * 30, f"{application.id}.ktp", ""):
        for screen in ("approve", "sendback", "refuse", "skip", "alldata", "undo"):
            await ratna.forges(f"m:{screen}:{argument}")
            assert ratna.toast() == "Tombol ini sudah tidak berlaku.", (screen, argument)
    assert await fingerprint(stage) == before
