"""The demonstration: everything in it is invented, plausible, and ready to be played."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from lokal.nik import parse_nik
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from conversations import followup, vocabulary
from conversations.script import Answers
from records import (
    audit,
    classes,
    cohorts,
    endings,
    enrolments,
    figures,
    followups,
    offers,
    profile,
    staff,
    steps,
)
from records.applications import Application
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.database import Database, open_database
from records.demonstration import Cast, Group, NotEmptyError, seed
from records.enrolments import Enrolment, EnrolmentStatus
from records.figures import Report
from records.followups import Followup, FollowupState
from records.monitoring import LabourStatus, MonitoringRecord
from records.people import Link, Person
from records.staff import Role
from records.steps import Kind
from records.talks import TalkRow, TalkState
from records.vault import Vault
from tests.records.clock import NOON, ManualClock
from tests.records.conftest import SECRET
from tests.records.servers import copied

PROFILE = profile.load()
CALENDAR = PROFILE.calendar.calendar(ZoneInfo("Asia/Jakarta"))
SECOND, THIRD = "2019-2", "2019-3"
R = TypeVar("R")


@dataclass(frozen=True)
class Demonstration:
    """A seeded database and who plays in it."""

    database: Database
    cast: Cast

    def ask(self, question: Callable[[Session], R]) -> R:
        return asyncio.run(self.database.read(question))


def _seed(session: Session, now: datetime = NOON) -> Cast:
    return seed(session, Vault(SECRET), PROFILE, CALENDAR, now)


@pytest.fixture(scope="module")
def demonstration(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    database = open_database(copied(template, tmp_path_factory.mktemp("demo")), Vault(SECRET), ManualClock())
    yield Demonstration(database, asyncio.run(database.write(_seed)))
    asyncio.run(database.close())


def _cohort(session: Session, code: str) -> Cohort:
    return session.scalars(select(Cohort).where(Cohort.code == code)).one()


def _report(code: str, wave: int) -> Callable[[Session], Report]:
    return lambda session: figures.of_cohort(session, _cohort(session, code).id, wave, NOON)


def test_the_cohorts_of_2019_have_227_graduates_in_the_kejuruan_that_were_named(demonstration: Demonstration) -> None:
    second, third = demonstration.ask(_report(SECOND, 6)), demonstration.ask(_report(THIRD, 6))
    assert second.total.graduates + third.total.graduates == 227
    assert (len(second.by_programme), len(third.by_programme)) == (10, 8)
    assert {"Las SMAW", "Teknisi HP", "Processing hasil pertanian"} <= {bar.programme for bar in second.by_programme}
    assert {"Las SMAW 3G", "Tata boga (pembuatan roti)"} <= {bar.programme for bar in third.by_programme}


def test_nobody_and_no_cohort_can_be_taken_for_real(demonstration: Demonstration) -> None:
    everybody = demonstration.ask(lambda session: list(session.scalars(select(Person))))
    assert all(person.demonstration for person in everybody)
    assert all("(data contoh)" in cohort.name for cohort in demonstration.ask(cohorts.all_of_them))
    assert all((person.phone or "").startswith("+628100000") for person in everybody)
    assert all((person.nik or "")[12:].startswith("99") for person in everybody)


def test_every_nik_tells_the_birth_date_and_the_sex_of_its_person(demonstration: Demonstration) -> None:
    for person in demonstration.ask(lambda session: list(session.scalars(select(Person)))):
        read = parse_nik(person.nik or "", reference_date=NOON.date())
        assert (read.valid, read.birth_date, read.gender) == (True, person.birth_date, person.sex)
        assert (person.nik or "").startswith("3375")


def test_people_live_in_all_27_kelurahan_or_in_a_town_nearby(demonstration: Demonstration) -> None:
    everybody = demonstration.ask(lambda session: list(session.scalars(select(Person))))
    homes = {(person.kecamatan, person.kelurahan) for person in everybody if person.kecamatan}
    assert homes == {(k.code, each.code) for k in PROFILE.kecamatan for each in k.kelurahan}
    assert all(person.town for person in everybody if person.kecamatan is None)
    assert {person.activity for person in everybody} <= set(vocabulary.PRESENT_ACTIVITY)


def test_month_six_of_angkatan_ii_makes_a_headline(demonstration: Demonstration) -> None:
    report = demonstration.ask(_report(SECOND, 6))
    assert report.total.is_headline
    assert report.total.share is not None
    assert 0.4 < report.total.share < 0.8
    assert report.total.graduates > report.total.reached > report.total.answered
    assert any(0 < bar.figure.answered < figures.SMALL_CELL for bar in report.by_programme)


def test_month_twelve_of_angkatan_iii_is_withheld(demonstration: Demonstration) -> None:
    report = demonstration.ask(_report(THIRD, 12))
    assert not report.total.is_headline
    assert report.total.answered > 0.3 * report.total.graduates


@pytest.mark.parametrize("code", [SECOND, THIRD])
def test_more_work_as_the_months_go_by(demonstration: Demonstration, code: str) -> None:
    shares = [demonstration.ask(_report(code, wave)).total.share or 0.0 for wave in (1, 3, 6)]
    assert shares == sorted(shares)


def test_every_graduate_was_followed_up_from_the_day_she_ended(demonstration: Demonstration) -> None:
    rows = demonstration.ask(lambda session: list(session.execute(_PLAN)))
    assert len(rows) == 227 * len(PROFILE.followup.waves)
    assert all(ended and due == followups.first_instant(ended, wave, CALENDAR) for wave, due, _state, ended in rows)
    assert {state for _wave, _due, state, _ended in rows} == {
        FollowupState.ANSWERED,
        FollowupState.SILENT,
        FollowupState.UNREACHABLE,
        FollowupState.STOPPED,
    }


_PLAN = select(Followup.wave, Followup.due_at, Followup.state, Enrolment.ended_on).join(
    Enrolment, Enrolment.id == Followup.enrolment_id
)


def test_nothing_of_the_past_is_asked_again(demonstration: Demonstration) -> None:
    assert demonstration.ask(lambda session: followups.due(session, NOON, 1000)) == []
    assert demonstration.ask(lambda session: followups.next_due(session, NOON)) is None


def test_every_record_is_what_the_questionnaire_makes_of_its_taps(demonstration: Demonstration) -> None:
    records = demonstration.ask(lambda session: list(session.scalars(select(MonitoringRecord))))
    known: dict[int, str] = {}
    for record in sorted(records, key=lambda each: (each.enrolment_id, each.wave)):
        facts = followup.Facts("", "", record.wave, known.get(record.enrolment_id))
        answers = Answers({(key, 0): value for key, value in json.loads(record.details).items()})
        assert (followup.labour_status(answers), followup.employment(answers)) == (record.status, record.employment)
        asked = [ask for ask in followup.ASKS if ask.when(answers, facts)]
        assert {ask.key for ask in asked} == {key for key, _n in answers.values}
        for ask in asked:
            assert ask.choices is not None
            assert answers[ask.key] in {choice.value for choice in ask.choices(answers, facts)}
        if record.status == LabourStatus.WORKING:
            known[record.enrolment_id] = answers.get("q3") or known[record.enrolment_id]
            assert record.since == known[record.enrolment_id]
    assert len(records) > 400


def test_every_record_came_of_a_concluded_talk_in_the_past(demonstration: Demonstration) -> None:
    chosen = select(MonitoringRecord, TalkRow).join(TalkRow, TalkRow.id == MonitoringRecord.talk_id)
    pairs = demonstration.ask(lambda session: list(session.execute(chosen)))
    assert len(pairs) == demonstration.ask(lambda s: s.scalar(select(func.count(MonitoringRecord.id))))
    for record, talk in pairs:
        assert (talk.state, talk.about, talk.subject_person) == (
            TalkState.CONCLUDED,
            record.followup_id,
            record.person_id,
        )
        assert talk.opened_at <= record.recorded_at <= NOON


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
    asyncio.run(database.write(_seed))
    running = asyncio.run(database.read(classes.with_participants))
    (soon,) = [each for each in running if not each.graduated and each.ends_on < NOON.date() + timedelta(days=7)]
    assert (soon.participants, soon.ends_on > NOON.date()) == (12, True)

    def graduate(session: Session) -> None:
        for enrolment in enrolments.participants(session, soon.id):
            endings.graduate(session, enrolment.id, soon.ends_on, NOON)
            followups.plan(session, enrolment, PROFILE.followup.waves, CALENDAR, NOON)

    asyncio.run(database.write(graduate))
    first = asyncio.run(database.read(lambda session: followups.next_due(session, NOON)))
    assert first is not None
    assert timedelta(days=28) < first - NOON < timedelta(days=45)
    asyncio.run(database.close())


def test_the_cast_knows_everybody_with_a_chat_and_every_chat_once(demonstration: Demonstration) -> None:
    chats = [member.chat_id for member in demonstration.cast.members]
    assert len(chats) == len(set(chats))
    assert min(chats) == 7_000_000_001
    linked = demonstration.ask(lambda session: set(session.scalars(select(Link.chat_id))))
    strangers = {m.chat_id for m in demonstration.cast.members if not m.started or m.group is Group.STAFF}
    assert set(chats) - strangers == linked


def test_the_main_parts_are_about_ten_and_play_every_side(demonstration: Demonstration) -> None:
    main = demonstration.cast.main
    assert 9 <= len(main) <= 13
    assert {member.group for member in main} == set(Group)
    assert any(member.blocked for member in main)
    assert demonstration.cast.members[: len(main)] == main
    assert all(
        phonenumbers.is_valid_number(phonenumbers.parse(each.phone, "ID")) for each in demonstration.cast.members
    )


def test_the_officers_are_registered(demonstration: Demonstration) -> None:
    ratna, other = demonstration.cast.of(Group.STAFF)
    assert (ratna.chat_id, ratna.first_name, ratna.last_name) == (7_000_000_001, "Bu Ratna", "(contoh)")
    registered = demonstration.ask(staff.active)
    assert [(officer.chat_id, officer.role) for officer in registered] == [
        (ratna.chat_id, Role.ADMINISTRATOR),
        (other.chat_id, Role.OFFICER),
    ]


def test_three_newcomers_have_no_record_and_a_nik_to_type(demonstration: Demonstration) -> None:
    newcomers = [member for member in demonstration.cast.members if not member.started]
    assert len(newcomers) == 3
    known = demonstration.ask(lambda session: set(session.scalars(select(Person.nik))))
    for newcomer in newcomers:
        nik = next(word.rstrip(";,") for word in newcomer.note.split() if word.startswith("3375"))
        read = parse_nik(nik, reference_date=NOON.date())
        assert read.valid
        born = date.fromisoformat(read.birth_date or "")
        assert f"{born:%d-%m-%Y}" in newcomer.note
        assert nik not in known


def test_blocked_people_are_noticed_unless_they_left_after_the_last_question(demonstration: Demonstration) -> None:
    blocked = [member for member in demonstration.cast.members if member.blocked]
    missed = select(Link.chat_id).join(Followup, Followup.person_id == Link.person_id)
    missed = missed.where(Followup.state == FollowupState.UNREACHABLE.value)
    noticed = demonstration.ask(lambda session: set(session.scalars(missed)))
    assert noticed < {member.chat_id for member in blocked}
    assert len(noticed) > 0


def test_the_audit_trail_is_whole(demonstration: Demonstration) -> None:
    assert demonstration.ask(audit.verify) is None


def test_the_same_day_makes_the_same_cast(demonstration: Demonstration, template: Path, tmp_path: Path) -> None:
    database = open_database(copied(template, tmp_path), Vault(SECRET), ManualClock())
    assert asyncio.run(database.write(_seed)) == demonstration.cast
    asyncio.run(database.close())


async def test_it_fills_either_database_and_refuses_one_that_knows_people(database: Database) -> None:
    cast = await database.write(_seed)
    counted = select(func.count(Enrolment.id)).where(Enrolment.status == EnrolmentStatus.GRADUATED.value)
    assert await database.read(lambda session: session.scalar(counted)) == 227
    with pytest.raises(NotEmptyError):
        await database.write(_seed)
    assert len(cast.members) > 200


@pytest.mark.parametrize("month", [1, 6, 11])
def test_it_fits_every_time_of_the_year(month: int, template: Path, tmp_path: Path) -> None:
    database = open_database(copied(template, tmp_path), Vault(SECRET), ManualClock())
    now = datetime(2027, month, 15, 1, tzinfo=UTC)
    asyncio.run(database.write(_seed, now))
    (cohort,) = asyncio.run(database.read(lambda session: cohorts.open_at(session, now)))
    codes = asyncio.run(database.read(lambda session: list(session.scalars(select(TrainingClass.code)))))
    assert cohort.year == cohort.starts_on.year
    assert len(codes) == len(set(codes)) == 25
    asyncio.run(database.close())
