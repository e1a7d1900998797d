"""An officer strikes somebody from the incubator's proposal, or puts somebody in, with a reason."""

from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from conversations.training import nomination
from locales.text import Text, _
from records import incubator, people, road
from records.incubator import IncubatorStatus
from records.permissions import Permission
from records.steps import Kind


@dataclass(frozen=True, slots=True)
class Facts:
    enrolment_id: int
    name: str
    programme: str
    is_proposed: bool


def gather(context: Context, matter: Matter) -> Facts | Text:
    found = None if matter.about is None else nomination.of_enrolment(context, matter.about)
    if officer_with(context, Permission.TRAINING) is None or found is None:
        return INVISIBLE
    if found.confirmed:
        return _("The incubator of this kejuruan has been confirmed already.")
    one = next((merit for merit in found.order if merit.enrolment_id == matter.about), None)
    if one is None:
        return INVISIBLE
    name = people.by_id(context.session, one.person_id).name
    return Facts(one.enrolment_id, name, found.programme, one in found.chosen)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    session, reason = context.session, answers["reason"]
    earlier = incubator.of_enrolment(session, facts.enrolment_id)
    incubation_id = (
        incubator.propose(session, facts.enrolment_id, reason, officer.id, context.now)
        if earlier is None
        else earlier.id
    )
    to = IncubatorStatus.STRUCK if facts.is_proposed else IncubatorStatus.PROPOSED
    road.move(session, Kind.INCUBATOR, incubation_id, to, context.now, staff_id=officer.id, reason=reason)
    kept = incubator.by_id(session, incubation_id)
    if kept is not None:
        session.refresh(kept)
        kept.reason = reason
        session.flush()
    note(context, officer, f"incubator.{to.value}", f"enrolment:{facts.enrolment_id}")
    found = nomination.of_enrolment(context, facts.enrolment_id)
    return Conclusion(Reply(_("Noted.")) if found is None else nomination.page(context, found))


SCRIPT = Script(
    name="incubator_change",
    version=1,
    title=lambda facts: _("Incubator: {name}", name=facts.name),
    asks=(
        Ask(
            key="reason",
            prompt=lambda _a, facts: (
                _(
                    "Why does <b>{name}</b> not go to the incubator of {programme}? It is kept with the proposal.",
                    name=facts.name,
                    programme=facts.programme,
                )
                if facts.is_proposed
                else _(
                    "Why does <b>{name}</b> go to the incubator of {programme}? It is kept with the proposal.",
                    name=facts.name,
                    programme=facts.programme,
                )
            ),
            reader=lambda typed, _a, _f: readers.words(typed, limit=200, least=5),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
