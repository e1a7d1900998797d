"""The present of the demonstration: a cohort that is open, and a class about to end."""

import asyncio
from collections import Counter
from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from conversations import vocabulary
from records import classes, cohorts, due_steps, endings, enrolments, offers, planning, steps
from records.applications import Application
from records.database import open_database
from records.enrolments import Enrolment
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON, ManualClock
from tests.records.conftest import SECRET
from tests.records.demonstration.rehearsal import CALENDAR, PROFILE, Demonstration, seeded
from tests.records.servers import copied


def test_one_cohort_is_open_now_and_closes_in_twenty_days(demonstration: Demonstration) -> None:
    (cohort,) = demonstration.ask(lambda session: cohorts.open_at(session, NOON))
    assert (NOON - cohort.opens_at).days == 10
    assert (cohort.closes_at - NOON).days == 20
    assert 45 <= (cohort.starts_on - NOON.date()).days <= 47
    found = demonstration.ask(lambda session: offers.open_at(session, NOON))
    assert len(found) == 6
    assert {offer.seats for offer in found} == {16}
    for offer in found:
        assert offer.requirements.residents_only == (offer.funding != "APBN")
        assert offer.funding in vocabulary.FUNDING
        assert offer.starts_on < offer.ends_on


def test_about_thirty_have_applied_and_some_wait_for_a_decision(demonstration: Demonstration) -> None:
    found = demonstration.ask(lambda session: offers.open_at(session, NOON))
    assert 28 <= sum(offer.applicants for offer in found) <= 34
    waiting = demonstration.ask(
        lambda session: list(session.scalars(select(Application).where(Application.status == "terkirim")))
    )
    assert len(waiting) >= 10
    assert {application.class_id for application in waiting} == {offer.id for offer in found}
    assert all(application.submitted_at <= NOON for application in waiting)


def test_numbers_follow_the_order_of_applying(demonstration: Demonstration) -> None:
    chosen = select(Application.submitted_at).order_by(Application.cohort_id, Application.serial)
    (cohort,) = demonstration.ask(lambda session: cohorts.open_at(session, NOON))
    times = demonstration.ask(lambda s: list(s.scalars(chosen.where(Application.cohort_id == cohort.id))))
    assert times == sorted(times)


def _latest(session: Session, application_id: int) -> steps.Step | None:
    return steps.latest(session, Kind.APPLICATION, application_id)


def test_who_was_accepted_is_enrolled_and_who_was_refused_was_told_why(demonstration: Demonstration) -> None:
    everything = demonstration.ask(lambda session: list(session.scalars(select(Application))))
    enrolled = demonstration.ask(lambda session: set(session.scalars(select(Enrolment.application_id))))
    for application in everything:
        assert (application.id in enrolled) == (application.status == "peserta")
        refused = application.status in ("tidak_lulus", "tidak_memenuhi_syarat")
        step = demonstration.ask(partial(_latest, application_id=application.id))
        assert step is not None
        assert step.status == application.status
        assert (step.reason is not None) == refused
    counted = Counter(application.status for application in everything)
    assert counted["tidak_memenuhi_syarat"] == 2
    assert counted["tidak_lulus"] == 0, "nobody fails a test that no cohort has had"


def test_a_class_of_twelve_ends_within_days_and_can_be_graduated(template: Path, tmp_path: Path) -> None:
    database = open_database(copied(template, tmp_path), Vault(SECRET), ManualClock())
    asyncio.run(database.write(seeded))
    running = asyncio.run(database.read(classes.with_participants))
    (soon,) = [each for each in running if not each.graduated and each.ends_on < NOON.date() + timedelta(days=7)]
    assert (soon.participants, soon.ends_on > NOON.date()) == (12, True)

    def graduate(session: Session) -> None:
        for enrolment in enrolments.participants(session, soon.id):
            endings.graduate(session, enrolment.id, soon.ends_on, NOON)
            planning.plan(session, enrolment, PROFILE.followup.waves, CALENDAR, NOON)

    asyncio.run(database.write(graduate))
    first = asyncio.run(database.read(lambda session: due_steps.next_due(session, NOON)))
    assert first is not None
    assert timedelta(days=28) < first - NOON < timedelta(days=45)
    asyncio.run(database.close())
