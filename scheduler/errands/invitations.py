"""Invitations of a class: a list with links for WhatsApp, or cards with a QR; the argument is `class.xlsx` or `.pdf`.

The links are made with the file: whoever was invited before has a new one from now on.
"""

from dataclasses import dataclass

from conversations.buttons import STAFF_MENU
from conversations.officer import note, officer_with
from conversations.people.earlier_file import BACK
from conversations.reply import Document, Reply, column
from conversations.whatsapp import chat_link
from locales.text import Text, _
from records import classes, handovers
from records.earlier import uninvited
from records.permissions import Permission
from records.session import Session
from scheduler.errand import Tools
from scheduler.invitation_cards import Invitation, Words, cards
from scheduler.workbook import Heading, Page, workbook

VALID_DAYS = 180
LANGUAGE = "id"
HEADINGS = (
    Heading("No.", 5),
    Heading("Nama", 30),
    Heading("Nomor HP", 18),
    Heading("Tautan undangan", 44),
    Heading("Kode", 16),
    Heading("Kirim lewat WhatsApp", 60),
)


@dataclass(frozen=True, slots=True)
class Invited:
    """Those of a class with their links."""

    programme: str
    cohort: str
    code: str
    people: tuple[tuple[str, str | None, Invitation], ...]


async def send(tools: Tools, argument: str) -> Reply | None:
    left, _dot, form = argument.partition(".")
    invited = await tools.database.write(_invited, tools, int(left))
    if invited is None:
        return None
    if form == "pdf":
        made = await tools.slow.run(cards, _words(tools, invited), [each for _n, _p, each in invited.people])
    else:
        made = await tools.slow.run(workbook, _page(tools, invited))
    text = _(
        "🎟 {count} invitations for {programme}, {cohort}. Each is good once, for {days} days.",
        count=len(invited.people),
        programme=invited.programme,
        cohort=invited.cohort,
        days=VALID_DAYS,
    )
    document = Document(f"undangan-{invited.code}.{form}", made)
    return Reply(text, rows=column(BACK, STAFF_MENU), document=document, protected=False)


def _invited(session: Session, tools: Tools, class_id: int) -> Invited | None:
    now = tools.clock.now()
    context = tools.context(session, now)
    officer, brief = officer_with(context, Permission.FOLLOW), classes.brief(session, class_id)
    a_class, found = classes.by_id(session, class_id), uninvited.of_class(session, class_id)
    if officer is None or brief is None or a_class is None or not found:
        return None
    people = []
    for one in found:
        token = handovers.offer(session, tools.house.vault, one.person_id, now, VALID_DAYS)
        people.append((one.name, one.phone, Invitation(one.name, context.link(f"t_{token}"), f"t_{token}")))
    note(context, officer, "alumni.invited", f"class:{class_id}:{len(people)}")
    return Invited(brief.programme, brief.cohort, a_class.code, tuple(people))


def _page(tools: Tools, invited: Invited) -> Page:
    rows = [
        [n, name, phone, each.link, each.code, _whatsapp(tools, invited, name, phone, each.link)]
        for n, (name, phone, each) in enumerate(invited.people, 1)
    ]
    return Page("Undangan", HEADINGS, rows, note=f"{invited.programme}, {invited.cohort}")


def _whatsapp(tools: Tools, invited: Invited, name: str, phone: str | None, link: str) -> str | None:
    """The words tell whoever reads them that they are hers, and nothing about her work."""
    if phone is None:
        return None
    words = _(
        "Hello {name}, this is {centre}. You followed the training in {programme} ({cohort}). This link connects your "
        "Telegram with your record: certificate, vacancies, and a few short questions how you are. It is free, and the "
        "link is yours alone: {link}",
        name=name,
        centre=tools.house.profile.name,
        programme=invited.programme,
        cohort=invited.cohort,
        link=link,
    )
    return chat_link(phone, _plain(tools, words))


def _words(tools: Tools, invited: Invited) -> Words:
    return Words(
        centre=tools.house.profile.name,
        training=f"{invited.programme}, {invited.cohort}",
        invites=_plain(
            tools, _("Scan this with your phone and tap START: your certificate, vacancies, news of classes.")
        ),
        typed=_plain(tools, _("Or write to the bot:")),
        once=_plain(tools, _("Good once, for {days} days, for you alone. Free of charge.", days=VALID_DAYS)),
    )


def _plain(tools: Tools, text: Text) -> str:
    return tools.house.languages.plain(text, LANGUAGE)
