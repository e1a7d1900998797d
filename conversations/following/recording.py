"""Recording: each answer is in the monitoring record at once, for every training that a follow-up speaks for.

Whose words they are is told by an Observer: her own, or an officer's who asks her on the phone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.context import Context
from conversations.following.facts import Facts
from conversations.following.meaning import observed
from conversations.following.still import in_all
from conversations.script import Answers, Matter
from records import followups, monitoring
from records.monitoring import Observed, Source

# What is told of the training it was asked about, and of no other.
ITS_OWN = ("q3", "q4", "satisfaction")


def _nobody(_context: Context) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class Observer:
    """Where an answer comes from. `officer` gives the id of the officer who takes it down."""

    source: Source
    officer: Callable[[Context], int | None] = _nobody

    def observe(self, context: Context, matter: Matter, answers: Answers, facts: Facts) -> None:
        """As far as it was told; nothing yet before the main activity is known."""
        self._record(context, matter, answers, facts, complete=False)

    def complete(self, context: Context, matter: Matter, answers: Answers, facts: Facts) -> None:
        """The questionnaire is through."""
        self._record(context, matter, answers, facts, complete=True)

    def _record(self, context: Context, matter: Matter, answers: Answers, facts: Facts, *, complete: bool) -> None:
        told = in_all(answers, facts)
        if "q1" not in told or matter.about is None:
            return
        whole = observed(told, facts.since_known, complete=complete)
        officer = self.officer(context)
        spoken_for = followups.spoken_for(context.session, matter.about)
        for followup in spoken_for:
            kept = whole if followup.id == matter.about else _of_another(told, complete)
            monitoring.observe(
                context.session, followup, matter.talk_id, kept, context.now, source=self.source, staff_id=officer
            )
        if any(followup.reached_at is None for followup in spoken_for):
            followups.reached(context.session, matter.about, context.now)


def _of_another(told: Answers, complete: bool) -> Observed:
    """Of another training than the one it was asked about."""
    shared = Answers({(key, n): value for (key, n), value in told.values.items() if key not in ITS_OWN})
    return observed(shared, None, complete=complete)


HERSELF = Observer(Source.SELF)
