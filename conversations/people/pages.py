"""People as officers see them: what a search found, a person's page, her road, and the link that hands her record over.

Every page with a person's data is protected from forwarding.
"""

from conversations import vocabulary
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.people.sheet import particulars
from conversations.reply import Button, Qr, Reply, column
from conversations.screen import Outcome, number
from locales.text import Text, _, lines, verbatim
from records import applications, certificates, classes, enrolments, handovers, people, steps
from records.applications import Application, ApplicationStatus
from records.enrolments import Enrolment, EnrolmentStatus
from records.finding import Named
from records.people import Person
from records.permissions import Permission
from records.steps import Kind

SHOWN = 8
AGAIN = Button(_("🔎 Look for somebody else"), "m:find")


def found(context: Context, words: str, named: list[Named]) -> Reply:
    """One hit is shown at once; several are offered; none says what else may be tried."""
    if not named:
        text = _(
            "Nobody was found for “{words}”. Try a part of the name, the registration number or the NIK.", words=words
        )
        return Reply(text, rows=column(AGAIN, STAFF_MENU), protected=True)
    if len(named) == 1:
        return _page(context, people.by_id(context.session, named[0].person_id))
    buttons = [Button(_titled(context, one), f"m:person:{one.person_id}") for one in named[:SHOWN]]
    text = _("<b>Found for “{words}”: {count}</b>", words=words, count=len(named))
    return Reply(text, rows=column(*buttons, AGAIN, STAFF_MENU), protected=True)


def _titled(context: Context, one: Named) -> Text:
    """Several people have one name: the latest number tells them apart."""
    latest = next(iter(applications.of_person(context.session, one.person_id)), None)
    return verbatim(one.name if latest is None else f"{one.name} · {latest.number}")


def person_page(context: Context, argument: str) -> Outcome:
    known = _known(context, argument)
    return None if known is None else _page(context, known)


def _known(context: Context, argument: str) -> Person | None:
    chosen = number(argument)
    return None if chosen is None else people.find(context.session, chosen)


def _page(context: Context, known: Person) -> Reply:
    officer = officer_with(context, Permission.PEOPLE)
    if officer is not None:
        subject = context.house.vault.pseudonym("person", known.id)
        note(context, officer, "person.seen", subject)
    applied = [_application(context, one) for one in applications.of_person(context.session, known.id)[:SHOWN]]
    trained = [_training(context, one) for one in enrolments.of_person(context.session, known.id)[:SHOWN]]
    linked = people.chat_of(context.session, known.id) is not None
    chat = _("Telegram: connected") if linked else _("Telegram: not connected")
    text = lines(particulars(context, known), chat, *applied, *trained, separator="\n\n")
    rows = column(
        Button(_("🛣 All steps"), f"m:steps:{known.id}"),
        *(Button(_("📅 Last day of training"), f"m:lastday:{one.id}") for one in _finished(context, known)),
        Button(_("🧭 Work history"), f"m:worklife:{known.id}") if trained else None,
        Button(_("🔗 Disconnect her Telegram"), f"m:unlink:{known.id}")
        if linked
        else Button(_("🔗 Connect her Telegram (QR)"), f"m:handover:{known.id}"),
        AGAIN,
        STAFF_MENU,
    )
    return Reply(text, rows=rows, protected=True)


def _finished(context: Context, known: Person) -> list[Enrolment]:
    """The trainings whose last day this officer may put right."""
    if officer_with(context, Permission.CLASSES) is None:
        return []
    found = enrolments.of_person(context.session, known.id)
    return [one for one in found if one.status == EnrolmentStatus.GRADUATED.value][:SHOWN]


def _application(context: Context, one: Application) -> Text:
    return _(
        "<b>{number}</b> {title}\n{status}",
        number=one.number,
        title=_class_title(context, one.class_id),
        status=vocabulary.APPLICATION[ApplicationStatus(one.status)],
    )


def _training(context: Context, one: Enrolment) -> Text:
    given = certificates.of_enrolment(context.session, one.id)
    number_line = None if given is None else _("Certificate: <code>{number}</code>", number=given.number)
    said = _(
        "🎓 {title}\n{status}",
        title=_class_title(context, one.class_id),
        status=vocabulary.ENROLMENT[EnrolmentStatus(one.status)],
    )
    return lines(said, number_line)


def _class_title(context: Context, class_id: int) -> str:
    brief = classes.brief(context.session, class_id)
    return "" if brief is None else f"{brief.programme}, {brief.cohort}"


def road(context: Context, argument: str) -> Outcome:
    """Every step with its time: what officers are asked when somebody stands at the counter."""
    known = _known(context, argument)
    if known is None:
        return None
    parts: list[Text] = [_("<b>{name}</b>", name=known.name)]
    for application in applications.of_person(context.session, known.id):
        head = _(
            "<b>{number}</b> {title}", number=application.number, title=_class_title(context, application.class_id)
        )
        parts.append(lines(head, *_steps(context, Kind.APPLICATION, application.id)))
    for enrolment in enrolments.of_person(context.session, known.id):
        head = _("🎓 {title}", title=_class_title(context, enrolment.class_id))
        parts.append(lines(head, *_steps(context, Kind.ENROLMENT, enrolment.id)))
    back = Button(_("⬅️ Back"), f"m:person:{known.id}")
    return Reply(lines(*parts[:12], separator="\n\n"), rows=column(back, STAFF_MENU), protected=True)


def _steps(context: Context, kind: Kind, matter_id: int) -> list[Text]:
    return [
        _("• {when}: {status}", when=step.at, status=_status(kind, step.status))
        for step in steps.milestones(context.session, kind, matter_id)
    ]


def _status(kind: Kind, status: str) -> Text:
    if kind is Kind.APPLICATION:
        return vocabulary.APPLICATION[ApplicationStatus(status)]
    return vocabulary.ENROLMENT[EnrolmentStatus(status)]


def hand_over(context: Context, argument: str) -> Outcome:
    """A QR that she scans with her own phone; beside it the code for those whose camera will not."""
    known, officer = _known(context, argument), officer_with(context, Permission.PEOPLE)
    if known is None or officer is None:
        return None
    if people.chat_of(context.session, known.id) is not None:
        text = _("{name} is connected already. To change that, relink her account.", name=known.name)
        unlink = Button(_("🔗 Disconnect her Telegram"), f"m:unlink:{known.id}")
        return Reply(text, rows=column(unlink, AGAIN, STAFF_MENU))
    token = handovers.offer(context.session, context.house.vault, known.id, context.now)
    note(context, officer, "person.handover", context.house.vault.pseudonym("person", known.id))
    link = context.link(f"t_{token}")
    text = _(
        "<b>{name}</b> scans this with her phone and taps START; or she writes <code>{code}</code> to the bot.\n"
        "Good for {days} days, once. Check her KTP before you show it.",
        name=known.name,
        code=f"t_{token}",
        days=handovers.VALID_DAYS,
    )
    rows = ((Button(_("📄 Copy the link"), copy=link),), (Button(_("⬅️ Back"), f"m:person:{known.id}"), STAFF_MENU))
    return Reply(text, rows=rows, picture=Qr(link), protected=True)
