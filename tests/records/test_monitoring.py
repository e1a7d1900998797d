"""Monitoring records: they grow with the taps of one talk; a correction is another record."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from records import monitoring, talks
from records.database import Database
from records.followups import Followup, FollowupState
from records.labour import Activity, LabourStatus
from records.monitoring import MonitoringRecord, Observed
from records.talks import TalkState
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _followup(session: Session, vault: Vault) -> Followup:
    return Town(session, vault).followup(FollowupState.ASKED, wave=6)


def _talk(session: Session) -> int:
    return talks.begin(
        session,
        script="followup",
        version=1,
        actor_chat=1,
        subject_person=None,
        about=None,
        journal="{}",
        state=TalkState.OPEN,
        now=NOON,
    )


def _says(
    session: Session, followup: Followup, talk_id: int, activity: Activity, days: int = 0, since: str | None = None
) -> MonitoringRecord:
    working = activity is Activity.EMPLOYED
    told = Observed(
        status=LabourStatus.WORKING if working else LabourStatus.UNDETERMINED,
        activity=activity,
        employment=4 if working else None,
        since=since,
        answers={"q1": activity.value},
    )
    return monitoring.observe(session, followup, talk_id, told, NOON + timedelta(days=days))


async def test_a_record_at_hand_knows_at_once_that_another_counts(database: Database, vault: Vault) -> None:
    def corrected(session: Session) -> list[bool]:
        followup = _followup(session, vault)
        records = [_says(session, followup, _talk(session), Activity.SEEKING) for _talk_of_hers in range(2)]
        return [record.latest for record in records]

    assert await database.write(corrected) == [False, True]


async def test_the_taps_of_one_talk_make_one_record_that_grows(database: Database, vault: Vault) -> None:
    followup = await database.write(_followup, vault)
    talk = await database.write(_talk)
    first = await database.write(_says, followup, talk, Activity.SEEKING)
    second = await database.write(_says, followup, talk, Activity.EMPLOYED, 1, "2-3")
    assert first.id == second.id
    (kept,) = await database.read(monitoring.timeline, followup.person_id)
    assert (kept.status, kept.activity, kept.employment, kept.since) == ("working", "kerja", 4, "2-3")
    assert (kept.wave, kept.followup_id, kept.source) == (6, followup.id, "self")
    assert json.loads(kept.details) == {"q1": "kerja"}
    assert kept.recorded_at == NOON + timedelta(days=1)


async def test_a_later_talk_adds_a_record_and_overwrites_none(database: Database, vault: Vault) -> None:
    followup = await database.write(_followup, vault)
    for day, activity in enumerate((Activity.SEEKING, Activity.EMPLOYED)):
        await database.write(_says, followup, await database.write(_talk), activity, day)
    kept = await database.read(monitoring.timeline, followup.person_id)
    assert [(record.activity, record.latest) for record in kept] == [("cari_kerja", False), ("kerja", True)]


async def test_when_work_began_is_asked_once_and_remembered_from_other_talks(database: Database, vault: Vault) -> None:
    followup = await database.write(_followup, vault)
    first, second = [await database.write(_talk) for _ in range(2)]
    await database.write(_says, followup, first, Activity.EMPLOYED, 0, "4-6")
    assert (await database.read(monitoring.told_before, followup.enrolment_id, 12, first)).since is None
    assert (await database.read(monitoring.told_before, followup.enrolment_id, 12, second)).since == "4-6"


async def test_what_was_told_last_is_the_newest_of_an_earlier_wave(database: Database, vault: Vault) -> None:
    followup = await database.write(_followup, vault)
    first, corrected = await database.write(_talk), await database.write(_talk)
    await database.write(_says, followup, first, Activity.SEEKING)
    await database.write(_says, followup, corrected, Activity.EMPLOYED, 1)
    assert not (await database.read(monitoring.told_before, followup.enrolment_id, 6, 0)).answers
    assert (await database.read(monitoring.told_before, followup.enrolment_id, 12, 0)).answers == {"q1": "kerja"}


async def test_the_database_itself_refuses_a_second_record_that_counts(database: Database, vault: Vault) -> None:
    followup = await database.write(_followup, vault)
    for talk in [await database.write(_talk) for _ in range(2)]:
        await database.write(_says, followup, talk, Activity.SEEKING)
    with pytest.raises(IntegrityError):
        await database.write(_let_all_count)


def _let_all_count(session: Session) -> None:
    session.execute(update(MonitoringRecord).values(latest=True))
