"""A telling: what a graduate said at one wave, as a concluded talk and the monitoring record that came of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from records import monitoring
from records.demonstration import taps
from records.demonstration.fates import Observation
from records.demonstration.graduate import Graduate
from records.followups import Followup
from records.labour import LabourStatus
from records.monitoring import Observed, Source
from records.questionnaire import NO_ANSWER, UMK_BAND
from records.talks import TalkRow, TalkState


@dataclass(frozen=True, slots=True)
class Telling:
    """`actor_chat` is the chat that answered: her own, or that of the officer who called; `days` after the asking."""

    row: Followup
    seen: Observation
    answers: Mapping[str, str]
    source: Source
    actor_chat: int
    days: int
    moment: datetime

    def talk(self) -> TalkRow:
        return TalkRow(
            script="followup",
            version=2,
            actor_chat=self.actor_chat,
            subject_person=self.row.person_id,
            about=self.row.id,
            journal=json.dumps({"a": [[key, 0, value] for key, value in self.answers.items()]}, separators=(",", ":")),
            state=TalkState.CONCLUDED.value,
            opened_at=self.row.due_at,
            touched_at=self.moment,
        )


def tell(graduate: Graduate, row: Followup, source: Source, actor_chat: int, days: int, moment: datetime) -> Telling:
    """What her fate has to tell at this wave."""
    seen = graduate.fate.at(row.wave)
    answers = taps.told(seen, graduate.job, row.wave, since_known=graduate.since is not None)
    if seen.status is LabourStatus.WORKING:
        graduate.since = graduate.since or seen.since
        seen = replace(seen, since=graduate.since)
    graduate.answered.append(row.wave)
    return Telling(row, seen, answers, source, actor_chat, days, moment)


def keep(session: Session, tellings: Sequence[Telling]) -> None:
    """Writes the talks of a wave at one go, then each observation."""
    talks = [telling.talk() for telling in tellings]
    session.add_all(talks)
    session.flush()
    for telling, talk in zip(tellings, talks, strict=True):
        monitoring.observe(session, telling.row, talk.id, _observed(telling), telling.moment, source=telling.source)


def _observed(telling: Telling) -> Observed:
    seen, answers = telling.seen, telling.answers
    income = answers.get("q5", NO_ANSWER)
    return Observed(
        status=seen.status,
        activity=seen.activity,
        employment=seen.employment,
        since=seen.since,
        relevance=_number(answers, "q4"),
        umk_reached=None if income == NO_ANSWER else int(income) >= UMK_BAND,
        sector=answers.get("sector"),
        work_place=answers.get("place"),
        seeking=answers.get("q7"),
        satisfaction=_number(answers, "satisfaction"),
        ojt_paid=answers["ojt"] == taps.YES if "ojt" in answers else None,
        answers=answers,
        complete=True,
    )


def _number(answers: Mapping[str, str], question: str) -> int | None:
    value = answers.get(question)
    return None if value is None else int(value)
