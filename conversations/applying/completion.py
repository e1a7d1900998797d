"""Completing: what is good to know and nobody must tell. It is offered once the number is given.

Every answer counts at once; each question can be skipped.
"""

from conversations.applying import own
from conversations.applying.optional import ASKS, REMOVE, SKIP, Facts, agrees
from conversations.buttons import BACK_HOME, MY_STATUS
from conversations.context import Context
from conversations.reply import Reply, column
from conversations.script import Answers, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import applications, audit, consents, offers, people
from records.consents import Purpose

CONSENT_VERSION = 1


def gather(context: Context, matter: Matter) -> Facts | Text:
    mine = None if matter.about is None else own.of_chat(context, matter.about)
    if mine is None or not mine.is_open(context):
        return _("Registration has closed, so nothing can be added here any more. Tell an officer with /tanya.")
    person, application = mine.person, mine.application
    others = offers.open_at(context.session, context.now, application.cohort_id)
    told = {
        "second": None if application.second_class_id is None else str(application.second_class_id),
        "email": person.email,
        "accommodation": person.accommodation,
        "ak1": person.ak1,
        "contact": person.second_contact,
        "contact_phone": person.second_contact_phone,
        "form": person.form_of_address,
        "language": person.spoken_language,
    }
    return Facts(
        application_id=application.id,
        person_id=person.id,
        name=person.name,
        number=application.number,
        others={str(offer.id): offer.programme for offer in others if offer.id != application.class_id},
        told={key: value for key, value in told.items() if value is not None},
        consented=consents.holds(context.session, person.id, Purpose.OPTIONAL),
    )


def keep(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> None:
    """After each answer: what was told so far is in the records."""
    if not agrees(answers, facts):
        return
    if not facts.consented:
        consents.give(context.session, facts.person_id, Purpose.OPTIONAL, CONSENT_VERSION, context.now)
    told = {key: value for key, value in answers.plain().items() if key != "consent" and value != SKIP}
    values = {key: None if value == REMOVE else value for key, value in told.items()}
    if "second" in values:
        second = values.pop("second")
        applications.choose_second(context.session, facts.application_id, None if second is None else int(second))
    if "contact" in values and values["contact"] is None:
        values["contact_phone"] = None
    people.complete(context.session, facts.person_id, {_COLUMNS[key]: value for key, value in values.items()})


_COLUMNS = {
    "email": "email",
    "accommodation": "accommodation",
    "ak1": "ak1",
    "contact": "second_contact",
    "contact_phone": "second_contact_phone",
    "form": "form_of_address",
    "language": "spoken_language",
}


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    if not agrees(answers, facts):
        return Conclusion(Reply(_("That is quite all right. Nothing is missing from your registration."), rows=_ON))
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", facts.person_id),
        action="application.completed",
        matter=f"application:{facts.application_id}",
    )
    return Conclusion(Reply(_("Thank you, that is noted. You may change it until registration closes."), rows=_ON))


_ON = column(MY_STATUS, BACK_HOME)


def _stopped(_context: Context, _matter: Matter, _facts: Facts) -> Reply:
    return Reply(_("Thank you, what you told so far is noted. Nothing is missing from your registration."), rows=_ON)


SCRIPT = Script(
    name="completion",
    version=1,
    title=lambda facts: _("Completing {number}", number=facts.number),
    asks=ASKS,
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=3, begun_days=7),
    observe=keep,
    leaving=_("Stop here? What you told so far stays noted."),
    stopped=_stopped,
    forgets=True,
)
