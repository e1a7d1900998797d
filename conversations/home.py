"""Home: the menu, one's status, language and help."""

from conversations import phrases, vocabulary
from conversations.applying import dossier, own, own_road
from conversations.buttons import ASK, BACK_HOME, CLASSES, JOBS, MY_STATUS, ONWARD, RESUME, SHOPS, STAFF_MENU
from conversations.checking import appeal
from conversations.context import Context
from conversations.following import anew, asking_again
from conversations.notices.unfinished import GO_ON
from conversations.readers import LONG_WORDS
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.screen import ChangeLanguage, Outcome, Resume, Screen
from conversations.training import status as training_status
from locales.languages import SPOKEN
from locales.text import Text, _, lines, verbatim
from records import applications, classes, enrolments, graduates, people, scraps, staff, talks
from records.enrolments import Enrolment, EnrolmentStatus

# Shorter words are greetings rather than questions.
WORTH_ASKING = 8
# Of so many applications at most the documents are offered at once.
SENDING = 3


def home(context: Context, _argument: str = "") -> Reply:
    """Greets by name and offers what this person can do."""
    text = _(
        "Hello <b>{name}</b>, welcome to {centre}.\n\nTrainings are <b>free</b>: {free}. What would you like to do?",
        name=context.first_name or _("friend"),
        centre=context.house.profile.name,
        free=", ".join(context.house.profile.free_of_charge),
    )
    return Reply(text, rows=menu(context))


def menu(context: Context) -> Rows:
    open_talk = talks.open_of(context.session, context.chat_id)
    officer = staff.by_chat(context.session, context.chat_id)
    resume = None if open_talk is None else RESUME
    language = Button(_("🌐 Bahasa / Language"), "m:language")
    staff_menu = None if officer is None else STAFF_MENU
    return (*column(resume, CLASSES, MY_STATUS), (JOBS, SHOPS), *column(ASK, language, staff_menu))


def status(context: Context, _argument: str = "") -> Reply:
    """What this chat has begun, every application of the people it speaks for, and what comes next."""
    begun = own_road.draft(context)
    found = [*([] if begun is None else [begun]), *own_road.resting(context)]
    found += [
        own_road.told(context, person.name, application, latest=n == 0)
        for person in people.of_chat(context.session, context.chat_id)
        for n, application in enumerate(applications.of_person(context.session, person.id))
    ]
    found += [
        _enrolment(context, person.name, enrolment)
        for person in people.of_chat(context.session, context.chat_id)
        for enrolment in enrolments.without_application(context.session, person.id)
    ]
    if not found:
        text = _("You have no registration yet. Shall we look at the trainings?")
        return Reply(text, rows=column(CLASSES, BACK_HOME))
    buttons = [*own_road.buttons(context), *own.buttons(context), *appeal.buttons(context)]
    buttons += training_status.buttons(context)
    buttons += [*anew.buttons(context), *asking_again.buttons(context)]
    send = [dossier.send_button(context, application) for application in dossier.awaiting(context)[:SENDING]]
    text = lines(*found[:10], separator="\n\n")
    go_on = GO_ON if begun is not None else RESUME if talks.open_of(context.session, context.chat_id) else None
    onward = ONWARD if graduates.of_chat(context.session, context.chat_id) else None
    rows = column(go_on, *send, *buttons[:10], onward, ASK, BACK_HOME)
    return Reply(text, rows=rows)


def _enrolment(context: Context, name: str, enrolment: Enrolment) -> Text:
    """A training from before there were registrations here."""
    brief = classes.brief(context.session, enrolment.class_id)
    head = _(
        "<b>{programme}</b>, {cohort}\n{name}: {status}",
        programme=brief.programme if brief else "",
        cohort=brief.cohort if brief else "",
        name=name,
        status=vocabulary.ENROLMENT[EnrolmentStatus(enrolment.status)],
    )
    return lines(head, training_status.told(context, enrolment.id))


def language(context: Context, argument: str) -> Outcome:
    if argument in SPOKEN:
        return ChangeLanguage(argument, Reply(_("From now on we speak English."), rows=column(BACK_HOME)))
    buttons = [Button(verbatim(name), f"m:language:{code}") for code, name in SPOKEN.items()]
    return Reply(_("Which language do you prefer?"), rows=column(*buttons, BACK_HOME))


def help_page(context: Context, _argument: str = "") -> Reply:
    text = _(
        "<b>How this works</b>\n"
        "/menu shows everything you can do\n/status tells how your registration stands\n"
        "/batal ends what you are filling in\n/bahasa changes the language\n/tanya puts a question to an officer\n\n"
        "Office hours: {hours}. Place: {address}.\nQuestions about your data: {officer}.",
        hours=context.house.profile.office_hours,
        address=context.house.profile.address,
        officer=context.house.profile.data_protection_officer,
    )
    return Reply(text, rows=column(ASK, BACK_HOME))


def unknown(context: Context, why: Text = phrases.NOT_UNDERSTOOD) -> Reply:
    """Something that no script waits for, and what can be done here."""
    return Reply(why, rows=menu(context))


def unknown_words(context: Context, words: str) -> Reply:
    """Words that no script waits for: they need not be typed again to become a question."""
    if len(words.strip()) < WORTH_ASKING or len(words) > LONG_WORDS:
        return unknown(context)
    scraps.keep(context.session, context.chat_id, words.strip(), context.now)
    send = Button(_("📨 Send this to an officer"), "m:askthis", style=Style.PRIMARY)
    return Reply(phrases.NOT_UNDERSTOOD, rows=((send,), *menu(context)))


SCREENS = (
    Screen("home", home),
    Screen("status", status),
    Screen("language", language),
    Screen("help", help_page),
    Screen("resume", lambda _context, _argument: Resume()),
)
