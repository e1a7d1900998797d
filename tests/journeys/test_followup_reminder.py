"""The reminders of a follow-up: after three days of silence and after seven, in other words each time."""

from datetime import timedelta

from sqlalchemy import select

from records import people
from records.followups import FollowupState
from records.monitoring import MonitoringRecord
from records.session import Session
from tests.clock import MORNING
from tests.journeys.alumni import ASKED, DUE, LAST, QUESTION, REMINDED, asked, first_wave, graduated, tells
from tests.stage import Stage


async def test_silence_is_reminded_after_three_days_and_after_seven_and_then_left_in_peace(
    stage: Stage,
) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=3) - timedelta(minutes=1))
    assert await asked(sri, REMINDED) == 0
    await stage.until(DUE + timedelta(days=3, minutes=1))
    assert await asked(sri, REMINDED) == 1
    assert REMINDED in sri.last()
    assert QUESTION in sri.last()
    assert ASKED not in sri.last()
    await stage.until(DUE + timedelta(days=7, minutes=1))
    assert await asked(sri, LAST) == 1
    assert LAST in sri.last()
    assert QUESTION in sri.last()
    await stage.until(DUE + timedelta(days=40))
    assert (await asked(sri), await asked(sri, REMINDED), await asked(sri, LAST)) == (1, 1, 1)
    assert (await stage.reads(first_wave, sri.id)).state == FollowupState.SILENT.value


async def test_an_answer_is_not_reminded_of(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await tells(sri)
    await stage.until(DUE + timedelta(days=20))
    assert await asked(sri, REMINDED) == 0


async def test_half_an_answer_is_reminded_of_at_the_question_it_reached(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Kerja digaji")
    await stage.until(DUE + timedelta(days=3, minutes=1))
    assert await asked(sri, "Tinggal 4 pertanyaan; kita lanjut dari yang terakhir.") == 1
    assert "Tempat kerja atau juragan Anda tetap?" in sri.last()
    await sri.taps("Ya, tetap")
    sri.sees("Mulai kapan?")
    await stage.until(DUE + timedelta(days=7, minutes=1))
    assert await asked(sri, "hampir selesai.\nTinggal 3 pertanyaan.") == 1


async def test_two_graduates_who_share_a_phone_are_both_asked_and_both_reminded(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.writes(_shared, other.id, sri.id)
    await stage.until(DUE + timedelta(days=2))
    assert await asked(sri) == 2
    await stage.until(DUE + timedelta(days=6))
    assert (await asked(sri), await asked(sri, REMINDED)) == (2, 2)
    for _graduate in range(2):
        await sri.looks()
        await tells(sri)
    records = await stage.reads(_records)
    assert len({record.person_id for record in records if record.wave == 1}) == 2


def _shared(session: Session, old: int, new: int) -> None:
    """Who wrote from one chat writes from another's."""
    for person in people.of_chat(session, old):
        people.link(session, person.id, new, MORNING)


def _records(session: Session) -> list[MonitoringRecord]:
    """What was told in this test."""
    return list(session.scalars(select(MonitoringRecord).where(MonitoringRecord.recorded_at >= MORNING)))
