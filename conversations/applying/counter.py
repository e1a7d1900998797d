"""The counter: an officer registers somebody who has no Telegram, by the very questions that are asked in chat.

The record belongs to nobody's chat until its owner takes it over (see records/handovers).
"""

from dataclasses import replace

from conversations.applying import dossier, full, registration
from conversations.applying.applicant import Facts
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Windows
from locales.text import Text, _
from records import consents, people, refiling
from records.applications import Filed
from records.consents import Purpose
from records.permissions import Permission


def gather(context: Context, matter: Matter) -> Facts | Text:
    if officer_with(context, Permission.PEOPLE) is None:
        return INVISIBLE
    return registration.gather(context, matter)


def _notice(_answers: Answers, facts: Facts) -> Text:
    return _(
        "<b>At the counter: {programme}</b>\n\nRead the notice of the form to her, or let her read it: what is asked "
        "and why, how long it is kept, that she may see, correct or withdraw it ({officer}), and that all is free.\n\n"
        "The questions that follow are for her to answer. Has she heard the notice, and does she go on?",
        programme=facts.programme,
        officer=facts.profile.data_protection_officer,
    )


def _at_the_counter(ask: Ask[Facts]) -> Ask[Facts]:
    """The same question; nobody shares her own contact from an officer's phone."""
    if ask.key == "notice":
        yes = Choice("yes", _("✅ She has heard it, go on"), Style.SUCCESS)
        return replace(ask, prompt=_notice, choices=lambda _a, _f: (yes,))
    if ask.contact:
        return replace(ask, contact=False, prompt=lambda _a, _f: _("What is her <b>phone number</b>?"))
    return ask


def conclude(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """Files it. Whoever is known already keeps the chat that speaks for her."""
    officer = officer_with(context, Permission.PEOPLE)
    if officer is None or matter.about is None:
        return Conclusion(Reply(INVISIBLE))
    session, vault, class_id = context.session, context.house.vault, matter.about
    known = people.known(session, vault, answers["nik"])
    if registration.is_shut(session, class_id, known, facts.cohort_id):
        return Conclusion(full.no_more(context, class_id), again="notice")
    person_id = people.keep(session, vault, registration.particulars(answers, facts), context.now)
    consents.give(session, person_id, Purpose.REGISTRATION, registration.NOTICE_VERSION, context.now)
    filed = refiling.file(session, person_id, facts.cohort_id, class_id, context.now)
    if filed.new:
        dossier.is_at_counter(context, filed.id)
    note(context, officer, "application.at_counter", f"application:{filed.id}")
    return Conclusion(_filed(context, person_id, filed, facts))


def _filed(context: Context, person_id: int, filed: Filed, facts: Facts) -> Reply:
    said = _("<b>She is registered.</b>") if filed.new else _("<b>She had applied to this cohort before.</b>")
    text = _(
        "{said}\nRegistration number: <code>{number}</code>\n{programme}, {cohort}\n\n"
        "Write the number down for her. With the QR she connects her own Telegram, now or later; until then she hears "
        "by telephone or at the counter.",
        said=said,
        number=filed.number,
        programme=facts.programme,
        cohort=facts.cohort,
    )
    linked = people.chat_of(context.session, person_id) is not None
    rows = column(
        None if linked else Button(_("🔗 Connect her Telegram (QR)"), f"m:handover:{person_id}"),
        Button(_("👤 Her page"), f"m:person:{person_id}"),
        Button(_("🧾 Register the next one"), "m:atcounter"),
        STAFF_MENU,
    )
    return Reply(text, rows=rows, fresh=True, protected=True)


SCRIPT = replace(
    registration.SCRIPT,
    name="counter",
    version=1,
    title=lambda facts: _("Registration at the counter for {programme}", programme=facts.programme),
    asks=tuple(_at_the_counter(ask) for ask in registration.ASKS),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=7),
    afterwards=None,
    confidential=True,
)
