"""The past of the demonstration: two cohorts of 2019 that were trained, asked and counted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from conversations.following import meaning, questionnaire
from conversations.following.examples import FIRST, SIXTH
from conversations.talk import Entry, Talk
from conversations.walk import walk
from records import due_steps, figures, monitoring, planning
from records.cohorts import Cohort
from records.enrolments import Enrolment
from records.figures import Report
from records.followups import Followup, FollowupState
from records.monitoring import MonitoringRecord
from records.talks import TalkRow, TalkState
from tests.records.clock import NOON
from tests.records.demonstration.rehearsal import CALENDAR, PROFILE, Demonstration

SECOND, THIRD = "2019-2", "2019-3"


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
    assert all(ended and due == planning.first_instant(ended, wave, CALENDAR) for wave, due, _state, ended in rows)
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
    assert demonstration.ask(lambda session: due_steps.due(session, NOON, 1000)) == []
    assert demonstration.ask(lambda session: due_steps.next_due(session, NOON)) is None


def test_every_record_is_what_the_questionnaire_makes_of_its_taps(demonstration: Demonstration) -> None:
    records = demonstration.ask(lambda session: list(session.scalars(select(MonitoringRecord))))
    known: dict[int, str] = {}
    for record in sorted(records, key=lambda each: (each.enrolment_id, each.wave)):
        facts = replace(
            SIXTH if record.wave >= 6 else FIRST, wave=record.wave, since_known=known.get(record.enrolment_id)
        )
        told = monitoring.answers_of(record)
        talk = Talk(1, "followup", tuple(Entry(key, 0, value) for key, value in told.items()))
        position = walk(questionnaire.SCRIPT, talk, facts)
        assert position.open is None
        assert position.answers.plain() == told
        observed = meaning.observed(position.answers, facts.since_known)
        for column in COLUMNS:
            assert getattr(record, column) == getattr(observed, column), column
        if record.since is not None:
            known[record.enrolment_id] = record.since
    assert len(records) > 400


COLUMNS = (
    "status",
    "activity",
    "employment",
    "since",
    "relevance",
    "umk_reached",
    "sector",
    "work_place",
    "seeking",
    "satisfaction",
    "ojt_paid",
)


def test_no_column_of_the_past_is_empty(demonstration: Demonstration) -> None:
    records = demonstration.ask(lambda session: list(session.scalars(select(MonitoringRecord))))
    for column in COLUMNS:
        assert len({getattr(record, column) for record in records} - {None}) >= 2, column


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
