"""The register of certificates of a class: who has which number, and entering numbers."""

from collections.abc import Mapping

from conversations import pasted
from conversations.context import Context
from conversations.notices import endings as notices
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.training.trainee import TRAINING, back_to_class, chosen_class
from locales.text import _, lines
from records import certificates, trainees
from records.classes import Running
from records.enrolments import EnrolmentStatus
from records.permissions import Permission
from records.trainees import Trainee


def page(context: Context, chosen: Running) -> Reply:
    people = graduates(context, chosen.id)
    found = certificates.of_class(context.session, chosen.id)
    head = _("<b>Certificates of {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    back = back_to_class(chosen.id)
    if not people:
        return Reply(lines(head, _("Nobody has passed in this class.")), rows=column(back))
    listed = pasted.listed(
        [one.name for one in people],
        [found[one.id].number if one.id in found else _("no number yet") for one in people],
    )
    lacking = sum(one.id not in found for one in people)
    by_rule = Button(_("🔢 Number the {count} by rule", count=lacking), f"m:certauto:{chosen.id}", style=Style.PRIMARY)
    bring = Button(_("✍️ Enter numbers"), f"m:certpaste:{chosen.id}")
    buttons = (by_rule, bring) if lacking else ()
    return Reply(lines(head, listed, separator="\n\n"), rows=column(*buttons, back, TRAINING), protected=True)


def graduates(context: Context, class_id: int) -> list[Trainee]:
    return trainees.of_class(context.session, class_id, EnrolmentStatus.GRADUATED)


def give(context: Context, class_id: int, given: Mapping[int, str], *, by_rule: bool) -> Reply | None:
    """Enters the numbers (by enrolment) into the register and tells their owners."""
    officer = officer_with(context, Permission.TRAINING)
    chosen = chosen_class(context, str(class_id))
    if officer is None or chosen is None:
        return None
    year = context.today.year
    if certificates.taken(context.session, list(given.values())):
        return page(context, chosen).with_note(_("A number has been given meanwhile. Nothing was changed."))
    for enrolment_id, number in given.items():
        serial = certificates.next_serial(context.session, year) if by_rule else None
        certificates.give(context.session, enrolment_id, number, year, serial, officer.id, context.now)
        trainee = trainees.by_id(context.session, enrolment_id)
        if trainee is not None:
            notices.CERTIFICATE.to_person(context, trainee.person_id, trainee.id)
    note(context, officer, "certificates.numbered", f"class:{class_id}")
    said = _("{count} certificates have their number; their owners are told.", count=len(given))
    return page(context, chosen).with_note(said)
