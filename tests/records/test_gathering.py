"""Gathering: what a report shows is what the records say, number for number."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from locales.languages import DEFAULT, Languages
from records import profile
from records.calls import Call, CallOutcome
from records.database import Database
from records.followups import Followup
from records.help_requests import HelpRequest
from records.indicators import Cut
from records.reading import Reading
from records.vault import Vault
from scheduler.pictures.values import Asked, Card, State
from scheduler.reports import card, leaflet_words, pictures
from scheduler.reports.bars import bars
from scheduler.reports.frames import Voice
from scheduler.reports.gathering import Gathered, Wanted, gather, gathered
from tests.records.clock import NOON
from tests.records.conftest import SECRET
from tests.records.test_figures import HOUR_OF_WORK, OJT, SEEKS, WORKS, Alumni
from tests.records.test_raw_records import ZONE
from tests.records.town import Town

WAVES = (1, 3, 6)
WANTED = Wanted(Cut(), 6, WAVES, NOON + timedelta(days=400), (NOON + timedelta(days=400)).date())


def _voice() -> Voice:
    languages = Languages.load(ZONE)
    return Voice(lambda text: languages.plain(text, DEFAULT), profile.load())


def _twenty(session: Session, vault: Vault) -> Gathered:
    """Twenty graduates. Month 3: 16 reached, 8 work, 6 seek, 2 in OJT. Month 6: 18 reached, 6 of the 8 still work, the
    other 2 seek; of the 6 seekers 4 work now, one of them beside school; those in OJT are silent.
    """
    town = Town(session, vault)
    alumni = Alumni(session, town.a_class(programme=town.programme("Las SMAW")))
    everybody = alumni.add(20)
    alumni.asked(everybody[:16], wave=3)
    alumni.asked(everybody[:18], wave=6)
    alumni.said(everybody[:8], WORKS, wave=3)
    alumni.said(everybody[8:14], SEEKS, wave=3)
    alumni.said(everybody[14:16], OJT, wave=3)
    alumni.said(everybody[:6] + everybody[8:11], WORKS, wave=6)
    alumni.said([everybody[11]], HOUR_OF_WORK, wave=6)
    alumni.said(everybody[6:8] + everybody[12:14], SEEKS, wave=6)
    return gathered(session, WANTED)


async def test_the_response_has_every_wave_and_says_which_was_not_asked(database: Database, vault: Vault) -> None:
    drawn = pictures.response(_voice(), await database.write(_twenty, vault))
    assert drawn.frame.title == "70% lulusan menjawab di bulan ke-6"
    first, third, sixth = drawn.waves
    assert (first.due, first.told) == (False, "belum ditanya")
    assert (third.graduates, third.reached, third.answered, third.working) == (20, 16, 16, 8)
    detail = "20 lulusan · 18 terjangkau · 14 menjawab · 10 bekerja"
    assert sixth == Asked("Bulan 6", "70% menjawab", detail, 20, 18, 14, 10)


async def test_the_flow_counts_everybody_in_every_column_and_says_who_began(database: Database, vault: Vault) -> None:
    drawn = pictures.flow(_voice(), await database.write(_twenty, vault))
    assert drawn.frame.title == "4 orang yang belum bekerja di bulan ke-3 sudah bekerja di bulan ke-6"
    third, sixth = drawn.columns
    assert dict(third.counts) == {State.WORKING: 8, State.OJT: 2, State.UNEMPLOYED: 6, State.UNKNOWN: 4}
    assert dict(sixth.counts) == {State.WORKING: 10, State.UNEMPLOYED: 4, State.UNKNOWN: 6}
    (passages,) = drawn.passages
    assert set(passages) == {
        (State.WORKING, State.WORKING, 6),
        (State.WORKING, State.UNEMPLOYED, 2),
        (State.UNEMPLOYED, State.WORKING, 4),
        (State.UNEMPLOYED, State.UNEMPLOYED, 2),
        (State.OJT, State.UNKNOWN, 2),
        (State.UNKNOWN, State.UNKNOWN, 4),
    }


async def test_the_curve_rises_to_the_share_that_has_begun(database: Database, vault: Vault) -> None:
    """Of sixteen, eight had begun by month 3; of those without work then four had by month 6, two are still known."""
    drawn = pictures.curve(_voice(), await database.write(_twenty, vault))
    assert drawn.steps[0] == (3.0, 0.5)
    assert (drawn.median, drawn.median_told) == (3.0, "Separuh sudah bekerja paling lambat bulan ke-3")
    assert drawn.steps[-1][0] == 6.0
    assert drawn.ticks == (0, 1, 3, 6)
    assert "16 orang: 12 sudah mulai bekerja" in drawn.note


async def test_the_bars_and_the_report_hold_both_bounds(database: Database, vault: Vault) -> None:
    found = await database.write(_twenty, vault)
    (row,) = bars(_voice(), found).rows
    assert (row.share, row.lower, row.upper) == (10 / 14, 10 / 20, 16 / 20)
    printed = leaflet_words.leaflet(_voice(), found, "1/2026")
    assert printed.trades.rows == (("Las SMAW", "20", "14", "10", "71%", "50%–80%"),)
    assert [one.told for one in printed.definitions] == ["71%", "64%"]
    assert [count for count, _words in printed.steps] == [20, 18, 14, 10]
    assert printed.officers == (
        "16 orang menjawab sendiri, 0 orang lewat telepon petugas.",
        "0 telepon, kepada 0 orang.",
        "0 permintaan bantuan masuk, 0 sudah selesai.",
    )


async def test_the_public_card_tells_no_small_cell_and_no_headline_below_half(database: Database, vault: Vault) -> None:
    """Ten of fourteen work: four do not, which is too few to tell."""
    found = await database.write(_twenty, vault)
    shown = card.card(_voice(), found)
    assert _tells_nothing(shown)
    assert card.caption(_voice(), found).msgid.startswith("Too few")


def _tells_nothing(shown: Card) -> bool:
    return (shown.share, shown.lower, shown.upper, shown.steps, shown.shares) == (None, None, None, (), ())


async def test_a_large_cut_is_told_on_the_card_and_its_small_trades_are_not(database: Database, vault: Vault) -> None:
    shown = card.card(_voice(), await database.write(_two_trades, vault))
    assert (shown.headline, shown.lower, shown.upper) == ("50%", 20 / 44, 24 / 44)
    assert [number for number, _words in shown.steps] == ["44", "40", "40", "20"]
    assert shown.shares == ()  # the small trade could be computed from the large one and the total
    assert shown.withheld


def _two_trades(session: Session, vault: Vault) -> Gathered:
    town = Town(session, vault)
    cohort = town.cohort()
    for name, workers, seekers in (("Las SMAW", 17, 20), ("Tata rias", 3, 0)):
        alumni = Alumni(session, town.a_class(cohort, town.programme(name)))
        everybody = alumni.add(workers + seekers + 2)
        alumni.asked(everybody[: workers + seekers])
        alumni.said(everybody[:workers], WORKS)
        alumni.said(everybody[workers : workers + seekers], SEEKS)
    return gathered(session, WANTED)


async def test_half_answering_is_the_least_for_a_percentage(database: Database, vault: Vault) -> None:
    shown = card.card(_voice(), await database.write(_few, vault))
    assert (shown.headline, shown.share) == ("Belum ada persentase", None)
    assert shown.sentence.startswith("Baru 49%")
    assert (shown.lower, shown.upper) == (0.2, 0.71)


def _few(session: Session, vault: Vault) -> Gathered:
    alumni = Alumni(session, Town(session, vault).a_class())
    everybody = alumni.add(100)
    alumni.asked(everybody)
    alumni.said(everybody[:20], WORKS)
    alumni.said(everybody[20:49], SEEKS)
    return gathered(session, WANTED)


async def test_another_connection_gathers_the_same(database: Database, address: str, vault: Vault) -> None:
    here = await database.write(_twenty, vault)
    assert gather(Reading(address, SECRET), WANTED) == here


async def test_of_nobody_there_is_a_report_all_the_same(database: Database, address: str) -> None:
    found, voice = gather(Reading(address, SECRET), WANTED), _voice()
    assert pictures.response(voice, found).waves == ()
    assert pictures.flow(voice, found).columns == ()
    assert pictures.curve(voice, found).steps == ()
    assert leaflet_words.leaflet(voice, found, "1/2026").share is None
    assert _tells_nothing(card.card(voice, found))


async def test_what_officers_did_counts_calls_not_taken_back_and_requests_closed(
    database: Database, vault: Vault
) -> None:
    assert await database.write(_called, vault) == (3, 2, 2, 1)


def _called(session: Session, vault: Vault) -> tuple[int, int, int, int]:
    """Four calls, one of them taken back, to two graduates; two requests for help, one of them closed."""
    town = Town(session, vault)
    alumni, officer = Alumni(session, town.a_class()), town.officer()
    alumni.asked(alumni.add(2))
    first, second = session.scalars(select(Followup).order_by(Followup.id))
    for one, undone_at in ((first, None), (first, None), (second, None), (second, NOON)):
        told = {"followup_id": one.id, "person_id": one.person_id, "staff_id": officer.id, "undone_at": undone_at}
        session.add(Call(**told, at=NOON, outcome=CallOutcome.NO_ANSWER.value))
    for one, closed_at in ((first, None), (second, NOON)):
        asked = {"person_id": one.person_id, "followup_id": one.id, "asked_at": NOON, "closed_at": closed_at}
        session.add(HelpRequest(**asked, need="loker"))
    session.flush()
    found = gathered(session, WANTED).acts
    return found.calls, found.called, found.wishes, found.granted
