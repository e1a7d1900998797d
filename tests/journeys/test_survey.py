"""The survey of satisfaction: anonymous, and shown once it is over."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import satisfaction, talks
from records.satisfaction import SurveyCount, SurveyInvitation
from records.talks import TalkRow
from scheduler.expiry import expire
from tests.journeys.graduates import at_the_class, closed
from tests.journeys.trainees import enrolment_of
from tests.person import Phone
from tests.stage import Stage


async def answers_the_survey(phone: Phone) -> None:
    await phone.looks()
    await phone.taps("📝 Mulai")
    for label in ("Sangat sesuai", "Sangat mudah", "Sangat cepat", "Gratis", "Sangat sesuai dengan"):
        await phone.taps(label)
    for label in ("Sangat kompeten", "Sangat sopan", "Dikelola dengan baik", "Sangat baik"):
        await phone.taps(label)


async def test_the_survey_is_anonymous_and_shown_once_it_is_over(stage: Stage) -> None:
    ratna, people = await closed(stage)
    await stage.passes(1.2)
    for phone in people[:5]:
        await answers_the_survey(phone)
        phone.sees("Terima kasih! Jawaban Anda dijumlahkan")
        await at_the_class(ratna, "📝 Kepuasan")
        ratna.sees("supaya jawaban seseorang tidak dapat ditebak")
        assert not any("Indeks SKM" in one["text"] for one in ratna.bot_messages())
    await stage.passes(14)
    await at_the_class(ratna, "📝 Kepuasan")
    ratna.sees("Indeks SKM: 100,00, mutu A")
    late = await stage.reads(enrolment_of, people[5].id)
    await people[5].says("/status")
    await people[5].forges(f"m:survey:{late.id}")
    people[5].sees("Survei ini sudah dijawab atau sudah selesai")
    counts = await stage.reads(lambda session: session.scalars(select(SurveyCount)).all())
    assert sum(one.count for one in counts) == 5 * satisfaction.ELEMENTS
    journals = await stage.reads(_journals)
    assert len(journals) == 5
    assert all(not json.loads(journal).get("a") for journal in journals)
    assert not set(SurveyCount.__table__.columns.keys()) & {"person_id", "chat_id", "enrolment_id", "at", "id"}
    assert set(SurveyInvitation.__table__.columns.keys()) == {"enrolment_id", "wave", "closes_on", "used"}


def _journals(session: Session) -> list[str]:
    return list(session.scalars(select(TalkRow.journal).where(TalkRow.script == "survey")))


async def test_a_survey_that_was_left_half_answered_keeps_nothing_when_it_expires(stage: Stage) -> None:
    _ratna, (sri, *_others) = await closed(stage)
    await stage.passes(1.2)
    await sri.looks()
    await sri.taps("📝 Mulai")
    await sri.taps("Sangat sesuai")
    assert json.loads((await stage.reads(_journals))[0]).get("a")
    await stage.passes(9)
    await stage.canting.do_what_is_due()
    await stage.writes(_expire, stage)
    (journal,) = await stage.reads(_journals)
    assert not json.loads(journal).get("a")
    assert talks.TalkState.EXPIRED.value in await stage.reads(_states)


def _expire(session: Session, stage: Stage) -> None:
    expire(session, stage.canting.house, stage.clock.now())


def _states(session: Session) -> list[str]:
    return list(session.scalars(select(TalkRow.state).where(TalkRow.script == "survey")))
