"""The history: how the follow-ups of the past went, and the monitoring records that came of the answers."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select

from records import chats
from records.demonstration.cast import Group
from records.demonstration.graduate import Graduate, Story
from records.demonstration.roll import Roll
from records.demonstration.telling import Telling, keep, tell
from records.followups import Followup, FollowupState
from records.monitoring import Source

Response = Mapping[int, float]
MIDDLING = 0.5
# From this wave on the officers call those without a chat, one a class.
CALLED_FROM = 6
# Days after the asking; the staff's phone list comes after two weeks of silence.
ANSWERED_AFTER, CALLED_AFTER = (0, 0, 0, 0, 1, 2, 3, 4), 15
# Whoever blocked the bot after this wave was missed at the next; after the last one, nobody has noticed yet.
LEFT_EARLY, LEFT_LATE = 3, 12
# The first of each story, in a class that begins so, is one of the main parts.
MAIN_PARTS = {Story.FAITHFUL: "Menjahit Angkatan II", Story.SILENT: "", Story.LOST: ""}


class Memory:
    """Writes what is remembered of one class after the other. Some graduates block the bot or ask it to stop."""

    def __init__(self, roll: Roll, officer_chat: int, now: datetime) -> None:
        self._roll = roll
        self._officer_chat = officer_chat
        self._now = now
        self._classes = 0
        self._main_parts = dict(MAIN_PARTS)

    def remember(self, graduates: list[Graduate], label: str, response: Response, shy: float) -> None:
        """Waves of a class: so many answer by themselves, one without a chat is called, the others stay silent."""
        inclined = [graduate for graduate in graduates if graduate.invented.chat_id is not None]
        self._roll.inventor.dice.shuffle(inclined)
        self._lose_some(inclined)
        past = [row for row in self._followups(graduates) if row.due_at <= self._now]
        days: dict[int, int] = {}
        for wave in sorted({row.wave for row in past}):
            wanted = max(0, round(len(graduates) * (response.get(wave, MIDDLING) - shy)))
            answering = {each.enrolment_id: each for each in self._willing(inclined, wave)[:wanted]}
            answering |= {each.enrolment_id: each for each in self._called(graduates, wave)}
            rows = [row for row in past if row.wave == wave and row.enrolment_id in answering]
            tellings = [self._told(answering[row.enrolment_id], row) for row in rows]
            keep(self._roll.session, tellings)
            days |= {telling.row.id: telling.days for telling in tellings}
        by_enrolment = {graduate.enrolment_id: graduate for graduate in graduates}
        for row in past:
            self._end(by_enrolment[row.enrolment_id], row, days.get(row.id))
        self._roll.session.flush()
        self._enter(graduates, label)

    def _lose_some(self, inclined: list[Graduate]) -> None:
        """The least inclined of some classes block the bot (not all of it is noticed yet) or say stop."""
        self._classes += 1
        if self._classes % 5 == 0:
            inclined[-1].left_after = LEFT_EARLY if self._classes % 10 else LEFT_LATE
        if self._classes % 6 == 2:
            inclined[-2].stopped = True

    def _followups(self, graduates: list[Graduate]) -> list[Followup]:
        chosen = select(Followup).where(Followup.enrolment_id.in_([each.enrolment_id for each in graduates]))
        return list(self._roll.session.scalars(chosen.order_by(Followup.id)))

    def _called(self, graduates: list[Graduate], wave: int) -> list[Graduate]:
        """Whom the officers rang up."""
        return [each for each in graduates if each.invented.chat_id is None][: 1 if wave >= CALLED_FROM else 0]

    def _willing(self, inclined: list[Graduate], wave: int) -> list[Graduate]:
        """Those who could answer, the readiest first: mostly the same people at every wave, not always."""
        able = [each for each in inclined if not each.stopped and not each.has_left(wave)]
        moods = {each.enrolment_id: place + self._roll.inventor.dice.uniform(0, 4) for place, each in enumerate(able)}
        return sorted(able, key=lambda each: moods[each.enrolment_id])

    def _end(self, graduate: Graduate, row: Followup, days: int | None) -> None:
        """How one follow-up ended; `days` after the asking came the answer, if one came.

        It is set at once, not step by step as the scheduler does: a thousand steps take seconds.
        """
        chat_id = graduate.invented.chat_id
        row.first_asked_at, row.reached_at, row.step = row.due_at, row.due_at, 1 if days is not None and days < 3 else 2
        row.state = FollowupState.SILENT.value if days is None else FollowupState.ANSWERED.value
        if chat_id is None or graduate.has_left(row.wave):
            row.reached_at, row.step = None, 1
            row.state = row.state if days is not None else FollowupState.UNREACHABLE.value
            if chat_id is not None:
                chats.mark_unreachable(self._roll.session, chat_id, "blocked", row.due_at)
        elif graduate.stopped:
            row.first_asked_at, row.reached_at, row.step, row.state = None, None, 0, FollowupState.STOPPED.value

    def _told(self, graduate: Graduate, row: Followup) -> Telling:
        """An answer after some days, or an officer's call where there is no chat."""
        dice, chat_id = self._roll.inventor.dice, graduate.invented.chat_id
        days = CALLED_AFTER if chat_id is None else dice.choice(ANSWERED_AFTER)
        moment = min(row.due_at + timedelta(days=days, minutes=dice.randrange(2, 400)), self._now)
        source = Source.STAFF_CALL if chat_id is None else Source.SELF
        return tell(graduate, row, source, self._officer_chat if chat_id is None else chat_id, days, moment)

    def _enter(self, graduates: list[Graduate], label: str) -> None:
        for graduate in graduates:
            main = graduate.invented.chat_id is not None and label.startswith(self._main_parts.get(graduate.story, "-"))
            blocked = graduate.left_after is not None
            self._roll.enter(graduate.invented, Group.ALUMNI, graduate.note(label), cast=main, blocked=blocked)
            if main:
                del self._main_parts[graduate.story]
