"""Figures: a percentage with its denominators, from the rows themselves."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.orm import Session

from records import figures
from records.classes import TrainingClass
from records.database import Database
from records.enrolments import Enrolment, EnrolmentStatus
from records.figures import Bar, Figure, Withheld
from records.followups import Followup, FollowupState
from records.labour import Activity, LabourStatus
from records.monitoring import MonitoringRecord, Source
from records.people import Person
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import ENDS, Town

WAVE = 6
WORKS = (LabourStatus.WORKING, Activity.EMPLOYED)
SEEKS = (LabourStatus.UNEMPLOYED, Activity.SEEKING)
LEFT = (LabourStatus.UNDETERMINED, Activity.SEEKING)
OJT = (LabourStatus.OJT, Activity.OJT)
HOUR_OF_WORK = (LabourStatus.WORKING, Activity.SCHOOL)
Said = tuple[LabourStatus, Activity]


@dataclass
class Alumni:
    """Graduates by the hundred, in few statements."""

    session: Session
    a_class: TrainingClass

    def add(self, number: int, status: EnrolmentStatus = EnrolmentStatus.GRADUATED) -> list[Enrolment]:
        people = [Person(name="Warga Contoh", created_at=NOON) for _ in range(number)]
        self.session.add_all(people)
        self.session.flush()
        enrolled = [
            Enrolment(person_id=one.id, class_id=self.a_class.id, status=status.value, ended_on=ENDS, created_at=NOON)
            for one in people
        ]
        self.session.add_all(enrolled)
        self.session.flush()
        return enrolled

    def asked(self, enrolled: list[Enrolment], wave: int = WAVE, reached: bool = True) -> None:
        self.session.add_all(
            Followup(
                enrolment_id=one.id,
                person_id=one.person_id,
                wave=wave,
                state=FollowupState.ASKED.value,
                due_at=NOON,
                reached_at=NOON if reached else None,
            )
            for one in enrolled
        )
        self.session.flush()

    def said(self, enrolled: list[Enrolment], said: Said, wave: int = WAVE, days: int = 0) -> None:
        """What they say now; what they said of this wave before counts no more."""
        status, activity = said
        for one in enrolled:
            self.session.execute(
                update(MonitoringRecord)
                .where(MonitoringRecord.enrolment_id == one.id, MonitoringRecord.wave == wave)
                .values(latest=False)
            )
        self.session.add_all(
            MonitoringRecord(
                enrolment_id=one.id,
                person_id=one.person_id,
                wave=wave,
                status=status.value,
                activity=activity.value,
                details="{}",
                source=Source.SELF.value,
                recorded_at=NOON + timedelta(days=days),
            )
            for one in enrolled
        )
        self.session.flush()


# Graduates, reached, working of each class; together the 2019 figure: 800 graduates, 400 reached, 224 working.
CLASSES_OF_2019 = {"Desain grafis": (160, 100, 40), "Las SMAW": (300, 120, 90), "Menjahit": (340, 180, 94)}


def _the_2019_case(session: Session, vault: Vault) -> int:
    town = Town(session, vault)
    cohort = town.cohort()
    for name, (graduates, reached, working) in CLASSES_OF_2019.items():
        programme = town.programme(name)
        # A programme may have two classes in a cohort: they are one bar.
        first, second = [Alumni(session, town.a_class(cohort, programme)) for _ in range(2)]
        crowd = [*first.add(graduates // 2), *second.add(graduates - graduates // 2)]
        first.asked(crowd[:reached])
        first.asked(crowd[reached:], reached=False)
        first.said(crowd[:working], WORKS)
        first.said(crowd[working:reached], SEEKS)
    return cohort.id


async def test_the_2019_figure_is_56_percent_of_those_reached_and_from_28_to_78_of_all(
    database: Database, vault: Vault
) -> None:
    cohort = await database.write(_the_2019_case, vault)
    report = await database.read(figures.of_cohort, cohort, WAVE, NOON)
    assert report.total == Figure(graduates=800, reached=400, answered=400, working=224, main_activity_work=224)
    assert report.total.share == pytest.approx(0.56)
    assert report.total.lower == pytest.approx(0.28)
    assert report.total.upper == pytest.approx(0.78)
    assert report.total.response == pytest.approx(0.5)
    assert report.total.is_headline
    assert report.by_programme == tuple(
        Bar(name, Figure(graduates, reached, reached, working, working))
        for name, (graduates, reached, working) in CLASSES_OF_2019.items()
    )
    assert (report.wave, report.as_of) == (WAVE, NOON)
    assert await database.read(figures.graduates, cohort) == 800


def _a_class(session: Session, vault: Vault) -> Alumni:
    town = Town(session, vault)
    return Alumni(session, town.a_class())


async def _total(database: Database, cohort: int, wave: int = WAVE) -> Figure:
    return (await database.read(figures.of_cohort, cohort, wave, NOON)).total


async def test_the_dead_are_not_counted_whatever_they_said(database: Database, vault: Vault) -> None:
    def lives(session: Session) -> int:
        alumni = _a_class(session, vault)
        crowd = alumni.add(10)
        alumni.said(crowd[:4], WORKS)
        for enrolment in crowd[3:5]:
            session.get_one(Person, enrolment.person_id).deceased_on = date(2026, 6, 1)
        return alumni.a_class.cohort_id

    cohort = await database.write(lives)
    assert await _total(database, cohort) == Figure(8, 3, 3, 3, 3)
    assert await database.read(figures.graduates, cohort) == 8


async def test_who_did_not_graduate_is_not_counted(database: Database, vault: Vault) -> None:
    def mixed(session: Session) -> int:
        alumni = _a_class(session, vault)
        alumni.add(3)
        for status in EnrolmentStatus:
            if status is not EnrolmentStatus.GRADUATED:
                alumni.said(alumni.add(2, status), WORKS)
        return alumni.a_class.cohort_id

    assert await _total(database, await database.write(mixed)) == Figure(3, 0, 0, 0, 0)


async def test_of_several_records_the_latest_counts(database: Database, vault: Vault) -> None:
    def changes(session: Session) -> int:
        alumni = _a_class(session, vault)
        lost, found = alumni.add(2)
        alumni.said([lost], WORKS, days=0)
        alumni.said([lost], SEEKS, days=9)
        alumni.said([found], SEEKS, days=0)
        alumni.said([found], WORKS, days=0)
        return alumni.a_class.cohort_id

    assert await _total(database, await database.write(changes)) == Figure(2, 2, 2, 1, 1)


async def test_other_waves_and_other_cohorts_do_not_count(database: Database, vault: Vault) -> None:
    def elsewhere(session: Session) -> int:
        alumni = _a_class(session, vault)
        crowd = alumni.add(4)
        alumni.said(crowd[:1], WORKS, wave=3)
        alumni.asked(crowd[:2], wave=3)
        other = Alumni(session, Town(session, vault, first=50).a_class())
        other.said(other.add(5), WORKS)
        return alumni.a_class.cohort_id

    cohort = await database.write(elsewhere)
    assert await _total(database, cohort) == Figure(4, 0, 0, 0, 0)
    assert await _total(database, cohort, wave=3) == Figure(4, 2, 1, 1, 1)


async def test_ojt_is_not_work_and_an_hour_of_work_is_though_not_the_main_thing(
    database: Database, vault: Vault
) -> None:
    def said(session: Session) -> int:
        alumni = _a_class(session, vault)
        crowd = alumni.add(4)
        for one, words in zip(crowd, (OJT, HOUR_OF_WORK, WORKS, SEEKS), strict=True):
            alumni.said([one], words)
        return alumni.a_class.cohort_id

    assert await _total(database, await database.write(said)) == Figure(4, 4, 4, 2, 1)


async def test_who_left_after_the_first_question_may_work_and_the_upper_bound_says_so(
    database: Database, vault: Vault
) -> None:
    def said(session: Session) -> int:
        alumni = _a_class(session, vault)
        crowd = alumni.add(4)
        for one, words in zip(crowd, (WORKS, SEEKS, LEFT, LEFT), strict=True):
            alumni.said([one], words)
        return alumni.a_class.cohort_id

    total = await _total(database, await database.write(said))
    assert total == Figure(4, 4, 4, 1, 1, undetermined=2)
    assert (total.lower, total.upper) == (1 / 4, 3 / 4)


async def test_whoever_answered_was_reached_though_the_bot_did_not(database: Database, vault: Vault) -> None:
    def called(session: Session) -> int:
        alumni = _a_class(session, vault)
        crowd = alumni.add(5)
        alumni.asked(crowd, reached=False)
        alumni.said(crowd[:2], SEEKS)
        return alumni.a_class.cohort_id

    assert await _total(database, await database.write(called)) == Figure(5, 2, 2, 0, 0)


async def test_a_person_in_two_classes_is_counted_in_each(database: Database, vault: Vault) -> None:
    def twice(session: Session) -> int:
        town = Town(session, vault)
        cohort = town.cohort()
        person = town.person()
        for _ in range(2):
            alumni = Alumni(session, town.a_class(cohort))
            alumni.said([town.graduate(alumni.a_class, person)], WORKS)
        return cohort.id

    assert await _total(database, await database.write(twice)) == Figure(2, 2, 2, 2, 2)


async def test_where_nobody_answered_there_is_no_percentage(database: Database, vault: Vault) -> None:
    def silent(session: Session) -> int:
        alumni = _a_class(session, vault)
        alumni.asked(alumni.add(6))
        return alumni.a_class.cohort_id

    total = await _total(database, await database.write(silent))
    assert total == Figure(6, 6, 0, 0, 0)
    assert (total.share, total.lower, total.upper) == (None, 0.0, 1.0)
    assert not total.is_headline


async def test_a_cohort_without_graduates_has_no_figure_at_all(database: Database, vault: Vault) -> None:
    cohort = await database.write(lambda session: Town(session, vault).cohort().id)
    report = await database.read(figures.of_cohort, cohort, WAVE, NOON)
    assert (report.total, report.by_programme) == (Figure(0, 0, 0, 0, 0), ())
    assert (report.total.share, report.total.lower, report.total.upper, report.total.response) == (None,) * 4
    assert not report.total.is_headline


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4).map(sorted))
def test_the_truth_lies_between_the_bounds_whatever_the_silent_do(counted: list[int]) -> None:
    working, determined, answered, graduates = counted
    figure = Figure(graduates, answered, answered, working, working, answered - determined)
    if not graduates:
        assert figure.lower is None
        return
    lower, upper = figure.lower, figure.upper
    assert lower is not None
    assert upper is not None
    for silent_at_work in {0, (graduates - determined) // 2, graduates - determined}:
        assert lower - 1e-9 <= (working + silent_at_work) / graduates <= upper + 1e-9
    if figure.share is not None:
        assert lower - 1e-9 <= figure.share <= upper + 1e-9


@pytest.mark.parametrize(("answered", "headline"), [(0, False), (49, False), (50, True), (100, True)])
def test_below_half_of_the_graduates_answering_there_is_no_headline(answered: int, headline: bool) -> None:
    figure = Figure(100, 100, answered, 0, 0)
    assert figure.is_headline is headline
    reason = Withheld.TOO_FEW_ANSWERED if answered else Withheld.NOBODY_ANSWERED
    assert figure.withheld is (None if headline else reason)
    assert Figure(0, 0, 0, 0, 0).withheld is Withheld.NOBODY_GRADUATED
