"""Home: the menu, one's status, language and help."""

from conversations import appeal, dossier, own, phrases, reasons, roadmap, standing, training_status, vocabulary
from conversations.appointment import appointment
from conversations.context import Context
from conversations.readers import LONG_WORDS
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.screen import ChangeLanguage, Outcome, Resume, Screen
from locales.languages import SPOKEN
from locales.text import Text, _, lines, verbatim
from records import applications, classes, enrolments, people, scraps, staff, steps, talks
from records.applications import Application, ApplicationStatus
from records.enrolments import Enrolment, EnrolmentStatus
from records.steps import Kind

# Shorter words are greetings rather than questions.
WORTH_ASKING = 8
# Of so many applications at most the documents are offered at once.
SENDING = 3
BACK_HOME = Button(_("🏠 Menu"), "m:home")


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
    return column(
        None if open_talk is None else Button(_("▶️ Go on where I was"), "m:resume", style=Style.PRIMARY),
        Button(_("📚 See trainings and register"), "m:classes"),
        Button(_("📋 My status"), "m:status"),
        Button(_("💬 Ask an officer"), "m:ask"),
        Button(_("🌐 Bahasa / Language"), "m:language"),
        None if officer is None else Button(_("🗂 Staff menu"), "m:staff"),
    )


def status(context: Context, _argument: str = "") -> Reply:
    """Every application of the people this chat speaks for, and what comes next."""
    found = [
        _application(context, person.name, application, latest=n == 0)
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
        return Reply(text, rows=column(Button(_("📚 See trainings and register"), "m:classes"), BACK_HOME))
    buttons = [*own.buttons(context), *appeal.buttons(context), *training_status.buttons(context)]
    buttons += [
        button
        for person in people.of_chat(context.session, context.chat_id)
        for application in applications.of_person(context.session, person.id)[:1]
        for button in standing.buttons(application)
    ]
    send = [dossier.send_button(context, application) for application in dossier.awaiting(context)[:SENDING]]
    text = lines(*found[:10], separator="\n\n")
    return Reply(text, rows=column(*send, *buttons[:8], Button(_("💬 Ask an officer"), "m:ask"), BACK_HOME))


def _application(context: Context, name: str, application: Application, latest: bool) -> Text:
    """How it stands and what comes next; of her latest one the whole road."""
    status_now = ApplicationStatus(application.status)
    brief = classes.brief(context.session, application.class_id)
    head = _(
        "<b>{number}</b>, {name}\n{programme}, {cohort}\nStatus: <b>{status}</b>\n{next}",
        number=application.number,
        name=name,
        programme=brief.programme if brief else "",
        cohort=brief.cohort if brief else "",
        status=vocabulary.APPLICATION[status_now],
        next=_next(context, application, status_now),
    )
    return lines(head, roadmap.road(context, application) if latest else None, separator="\n\n")


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


def _next(context: Context, application: Application, status_now: ApplicationStatus) -> Text:
    after_selection = standing.in_words(context, application)
    if after_selection is not None:
        return after_selection
    invited = appointment(context, application) if status_now is ApplicationStatus.TEST_SCHEDULED else None
    if invited is not None:
        return invited
    match status_now:
        case ApplicationStatus.SUBMITTED if left := dossier.lacking(context, application):
            return _(
                "Sent {when}. Next: we await {documents} until {day}; you are not a participant yet.",
                when=application.submitted_at,
                documents=dossier.in_words(left),
                day=dossier.last_day(context, application),
            )
        case ApplicationStatus.SUBMITTED:
            return _(
                "Sent {when}. Next: an officer checks it; you are not a participant yet.", when=application.submitted_at
            )
        case ApplicationStatus.VERIFYING if not dossier.lacking(context, application):
            return _("Your documents are there. Next: an officer checks them, and you hear from us here.")
        case ApplicationStatus.PARTICIPANT:
            brief = classes.brief(context.session, application.class_id)
            enrolment = enrolments.of_application(context.session, application.id)
            told = None if enrolment is None else training_status.told(context, enrolment.id)
            return told or _("The training begins on {day}.", day=brief.starts_on if brief else context.today)
        case ApplicationStatus.CORRECTION | ApplicationStatus.NOT_ELIGIBLE | ApplicationStatus.NOT_SELECTED:
            step = steps.latest(context.session, Kind.APPLICATION, application.id)
            if step is not None and step.reason:
                return _("Reason: {reason}", reason=reasons.in_words(step.reason))
            return _("You hear from us here as soon as something changes.")
        case _:
            return _("You hear from us here as soon as something changes.")


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
    return Reply(text, rows=column(Button(_("💬 Ask an officer"), "m:ask"), BACK_HOME))


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
