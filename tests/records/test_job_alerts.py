"""Job alerts: each opening is told once to whoever asked for its kejuruan, and to nobody who stopped, left or died."""

from datetime import date, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from records import chats, consents, job_alerts, job_endings, job_openings
from records.consents import Purpose
from records.database import Database
from records.job_openings import Ending, Kind, Opening, Way
from records.people import Person
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

TODAY = NOON.date()
SITI, BUDI = 11, 12


def _opening(*trades: int) -> Opening:
    return Opening(
        "Konveksi", "Penjahit", trades, "Krapyak", Kind.DAILY, "Bisa menjahit.", Way.PHONE, "+6281234567890", 30
    )


def _scene(session: Session, vault: Vault) -> tuple[int, int, int, int]:
    """Two kejuruan, an officer, and a person who speaks through Siti's chat."""
    town = Town(session, vault)
    for chat_id in (SITI, BUDI):
        chats.load(session, chat_id, NOON)
    person = town.person(chat_id=SITI)
    return town.programme("Menjahit").id, town.programme("Las").id, town.officer().id, person.id


def _publish(session: Session, staff_id: int, *trades: int, days: int = 1) -> int:
    at = NOON + timedelta(days=days)
    return job_openings.enter(session, _opening(*trades), staff_id, at.date(), at)


def _due(session: Session, day: date = TODAY + timedelta(days=1)) -> list[int]:
    return [alert.chat_id for alert in job_alerts.due(session, day, 10)]


async def test_an_opening_is_told_once_and_all_of_a_day_together(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        sewing, welding, staff_id, person_id = _scene(session, vault)
        job_alerts.follow(session, SITI, person_id, sewing, 1, NOON)
        job_alerts.follow(session, BUDI, None, welding, 1, NOON)
        _publish(session, staff_id, sewing)
        _publish(session, staff_id, sewing, welding)
        tomorrow = TODAY + timedelta(days=1)
        assert _due(session) == [SITI, BUDI]
        (siti, budi) = job_alerts.due(session, tomorrow, 10)
        assert job_alerts.tell(session, siti.id, tomorrow) == 2
        assert job_alerts.tell(session, budi.id, tomorrow) == 1
        assert _due(session) == []
        _publish(session, staff_id, sewing, days=1)
        assert _due(session) == [], "once a day"
        assert [one.chat_id for one in job_alerts.due(session, tomorrow, 10, told_today=True)] == [SITI]
        assert _due(session, tomorrow + timedelta(days=1)) == [SITI]
        assert job_alerts.tell(session, siti.id, tomorrow + timedelta(days=1)) == 1
        assert _due(session, tomorrow + timedelta(days=2)) == []

    await database.write(scene)


async def test_what_was_published_before_she_asked_is_not_told(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        sewing, _welding, staff_id, person_id = _scene(session, vault)
        _publish(session, staff_id, sewing)
        job_alerts.follow(session, SITI, person_id, sewing, 1, NOON + timedelta(days=1, hours=1))
        assert _due(session) == []

    await database.write(scene)


async def test_nobody_hears_who_stopped_blocked_us_or_died_nor_of_what_is_over(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> None:
        sewing, _welding, staff_id, person_id = _scene(session, vault)
        for chat_id, person in ((SITI, person_id), (BUDI, None)):
            job_alerts.follow(session, chat_id, person, sewing, 1, NOON)
        opening_id = _publish(session, staff_id, sewing)
        chats.mark_unreachable(session, BUDI, "blocked", NOON)
        assert _due(session) == [SITI]
        session.execute(update(Person).where(Person.id == person_id).values(deceased_on=TODAY))
        assert _due(session) == []
        session.execute(update(Person).where(Person.id == person_id).values(deceased_on=None))
        assert _due(session, TODAY + timedelta(days=40)) == [], "over by its date"
        assert job_endings.close(session, opening_id, Ending.FILLED, NOON)
        assert _due(session) == []

    await database.write(scene)


async def test_a_consent_is_kept_with_its_version_and_withdrawn_with_one_word(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        sewing, welding, staff_id, person_id = _scene(session, vault)
        job_alerts.follow(session, SITI, person_id, sewing, 1, NOON)
        job_alerts.follow(session, SITI, person_id, welding, 1, NOON)
        assert consents.holds(session, person_id, Purpose.VACANCIES)
        job_alerts.leave(session, SITI, welding, NOON)
        assert job_alerts.of_chat(session, SITI) == {sewing}
        assert consents.holds(session, person_id, Purpose.VACANCIES)
        assert job_alerts.stop(session, SITI, NOON)
        assert not job_alerts.stop(session, SITI, NOON)
        assert not consents.holds(session, person_id, Purpose.VACANCIES)
        _publish(session, staff_id, sewing, welding)
        assert _due(session) == []
        job_alerts.follow(session, SITI, person_id, sewing, 2, NOON + timedelta(days=2))
        assert job_alerts.of_chat(session, SITI) == {sewing}
        assert _due(session, TODAY + timedelta(days=2)) == [], "what came while she had stopped is not told"

    await database.write(scene)
