"""A Telegram account that is lost, or turned out to be somebody else's: an officer disconnects it after a check, and
hands the record over to her new one.
"""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.relinking import DISCONNECTED
from conversations.officer import note, officer_with
from conversations.people.addressing import called
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _
from records import moving, people
from records.people import Person
from records.permissions import Permission

# Why, and how an officer has made sure that it is she who asks.
WHYS: dict[str, Text] = {
    "lost": _("She has lost this account or has a new one"),
    "notme": _("It is somebody else's account"),
}
CHECKS: dict[str, Text] = {
    "ktp": _("I have seen her KTP"),
    "call": _("I have called the phone on record"),
}


def _linked(context: Context, argument: str) -> Person | None:
    chosen = number(argument)
    person = None if chosen is None else people.find(context.session, chosen)
    return person if person is not None and people.chat_of(context.session, person.id) is not None else None


def why(context: Context, argument: str) -> Outcome:
    """First why; then the check."""
    person_id, _dot, reason = argument.partition(".")
    person = _linked(context, person_id)
    if person is None or (reason and reason not in WHYS):
        return None
    back = Button(_("⬅️ Back"), f"m:person:{person.id}")
    if not reason:
        buttons = [Button(words, f"m:unlink:{person.id}.{code}") for code, words in WHYS.items()]
        text = _("Disconnect the Telegram account of <b>{name}</b>. Why?", name=called(person))
        return Reply(text, rows=column(*buttons, back), protected=True)
    checks = [
        Button(words, f"m:unlinkyes:{person.id}.{reason}.{code}", style=Style.DANGER) for code, words in CHECKS.items()
    ]
    text = _(
        "How did you make sure that it is <b>{name}</b> who asks?\nPhone on record: {phone}\n"
        "Her word alone is not enough. What you choose is written down with your name.",
        name=called(person),
        phone=person.phone or "?",
    )
    return Reply(text, rows=column(*checks, back), protected=True)


def disconnect(context: Context, argument: str) -> Outcome:
    """The account is told kindly; her follow-ups rest until she is connected again."""
    person_id, reason, check = (*argument.split("."), "", "")[:3]
    person, officer = _linked(context, person_id), officer_with(context, Permission.PEOPLE)
    if person is None or officer is None or reason not in WHYS or check not in CHECKS:
        return None
    chat_id = moving.detach(context.session, person.id, context.now)
    if chat_id is None:
        return None
    subject = context.house.vault.pseudonym("person", person.id)
    note(context, officer, "person.unlinked", f"{subject} {reason} {check}")
    DISCONNECTED.to_chat(context, chat_id, person.id, key=f"{context.now:%Y%m%d%H%M%S}", detail=reason)
    text = _(
        "The account is disconnected, and is told so. <b>{name}</b> connects her new one with the QR.",
        name=called(person),
    )
    rows = column(
        Button(_("🔗 Connect her Telegram (QR)"), f"m:handover:{person.id}"),
        Button(_("⬅️ Back"), f"m:person:{person.id}"),
        STAFF_MENU,
    )
    return Reply(text, rows=rows, protected=True)


SCREENS = (
    Screen("unlink", why, Permission.PEOPLE),
    Screen("unlinkyes", disconnect, Permission.PEOPLE),
)
