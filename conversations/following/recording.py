"""Recording: each answer is in the monitoring record at once, for every training that a follow-up speaks for.

Whose words they are is told by an Observer: her own, or an officer's who asks her on the phone.
"""

from dataclasses import dataclass

from conversations.context import Context
from conversations.following.facts import Facts
from conversations.following.meaning import observed
from conversations.following.still import in_all
from conversations.officer import officer_with
from conversations.script import Answers, Matter
from records import covering, monitoring
from records.monitoring import Observed, Source
from records.permissions import Permission

# What is told of the training it was asked about, and of no other.
ITS_OWN = ("q3", "q4", "satisfaction")


def officer_id(context: Context) -> int | None:
    """Of the officer who takes the answers down."""
    officer = officer_with(context, Permission.FOLLOW)
    return None if officer is None else officer.id


@dataclass(frozen=True, slots=True)
class Observer:
    """Where an answer comes from: from herself, or by an officer who takes it down."""

    source: Source

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
        officer = None if self.source is Source.SELF else officer_id(context)
        spoken_for = covering.spoken_for(context.session, matter.about)
        for followup in spoken_for:
            kept = whole if followup.id == matter.about else _of_another(told, complete)
            monitoring.observe(
                context.session, followup, matter.talk_id, kept, context.now, source=self.source, staff_id=officer
            )
        if any(followup.reached_at is None for followup in spoken_for):
            covering.reached(context.session, matter.about, context.now)


def _of_another(told: Answers, complete: bool) -> Observed:
    """Of another training than the one it was asked about."""
    shared = Answers({(key, n): value for (key, n), value in told.values.items() if key not in ITS_OWN})
    return observed(shared, None, complete=complete)


HERSELF = Observer(Source.SELF)
