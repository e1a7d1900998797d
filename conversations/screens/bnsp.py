"""The BNSP certificates of a class: which are in process, which were issued, and handing them over."""

from conversations import pasted, vocabulary
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from conversations.screen import Begin, Outcome, Screen, number
from conversations.training import bnsp_numbers
from conversations.training.trainee import back_to_class, chosen_class
from locales.text import Text, _, lines
from records import bnsp, road, trainees
from records.bnsp import BnspStatus
from records.permissions import Permission
from records.steps import Kind

LISTED = 30


def certificates(context: Context, argument: str) -> Outcome:
    """The BNSP certificates of a class; a tap notes that one was handed over."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    names = {one.id: one.name for one in trainees.of_class(context.session, chosen.id)}
    found = bnsp.of_class(context.session, chosen.id)
    head = _("<b>BNSP certificates of {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    listed = pasted.listed(
        [names[enrolment_id] for enrolment_id, _one in found],
        [_bnsp(one) for _enrolment, one in found],
    )
    issued = [(one.id, names[e]) for e, one in found if one.status == BnspStatus.ISSUED.value]
    hand = [Button(_("🤝 Handed over: {name}", name=name), f"m:bnsphand:{bnsp_id}") for bnsp_id, name in issued]
    waiting = any(one.status == BnspStatus.IN_PROCESS.value for _e, one in found)
    enter = Button(_("✍️ Enter issued certificates"), f"m:bnsppaste:{chosen.id}") if waiting else None
    back = back_to_class(chosen.id)
    body = listed if found else _("Nobody of this class has been found competent yet.")
    return Reply(lines(head, body, separator="\n\n"), rows=column(enter, *hand[:LISTED], back), protected=True)


def _bnsp(one: bnsp.Bnsp) -> Text:
    status = vocabulary.BNSP[BnspStatus(one.status)]
    if one.number is None or one.expires_on is None:
        return status
    return _("{status}, {number}, until {day}", status=status, number=one.number, day=one.expires_on)


def paste(context: Context, argument: str) -> Outcome:
    chosen = chosen_class(context, argument)
    return None if chosen is None else Begin("bnsp_numbers", chosen.id)


def handed(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.TRAINING)
    enrolment_id = None if chosen is None else bnsp.enrolment_of(context.session, chosen)
    trainee = None if enrolment_id is None else trainees.by_id(context.session, enrolment_id)
    if chosen is None or trainee is None or officer is None:
        return None
    to = BnspStatus.HANDED_OVER
    if road.move(context.session, Kind.BNSP, chosen, to, context.now, staff_id=officer.id):
        note(context, officer, "bnsp.handed_over", f"bnsp:{chosen}")
        bnsp_numbers.tell(context, chosen, to)
    context.session.expire_all()
    return certificates(context, str(trainee.class_id))


SCREENS = (
    Screen("bnsp", certificates, Permission.TRAINING),
    Screen("bnsppaste", paste, Permission.TRAINING),
    Screen("bnsphand", handed, Permission.TRAINING),
)
