"""Commands: what a word with a slash leads to, and the links that begin a chat."""

from collections.abc import Callable
from dataclasses import replace

from conversations import home, sharing, stage
from conversations.context import Context
from conversations.event import Commanded, Returned
from conversations.people.moving import open_question
from conversations.reply import Reply
from conversations.screen import Outcome
from conversations.screens import catalogue, jobs, open_screen, shops
from locales.text import _
from records import handovers, moving, people, staff
from records.staff import Role
from records.talks import StoredTalk

HANDOVER = "t_"


def _start(context: Context, stored: StoredTalk | None, payload: str) -> Outcome:
    """/start greets; with a payload it opens a card or accepts an invitation; with an open talk it goes on there."""
    if payload.startswith("s_"):
        return _invited(context, payload[2:])
    if payload.startswith(HANDOVER):
        return handed_over(context, payload[len(HANDOVER) :])
    if payload.startswith("k_"):
        card = catalogue.card_by_code(context, payload)
        return card or home.home(context).with_note(_("This link no longer leads to a class."))
    if payload.startswith(sharing.OPENING):
        return jobs.by_link(context, payload.removeprefix(sharing.OPENING))
    if payload.startswith(sharing.STALL):
        return shops.by_link(context, payload.removeprefix(sharing.STALL))
    if context.chat_id in context.house.administrators and staff.by_chat(context.session, context.chat_id) is None:
        staff.appoint(context.session, context.chat_id, context.first_name, Role.ADMINISTRATOR, context.now)
    return home.home(context) if stored is None else _welcome_back(context, stored)


def _welcome_back(context: Context, stored: StoredTalk) -> Outcome:
    first, *rest = stage.advance(context, stored, Returned())
    note = _("Welcome back, {name}. We go on where you were.", name=context.first_name)
    return (replace(first.with_note(note), fresh=True), *rest)


def _invited(context: Context, token: str) -> Outcome:
    officer = staff.accept(
        context.session, context.house.vault, token, context.chat_id, context.first_name or "?", context.now
    )
    if officer is None:
        return home.home(context).with_note(_("This link is no longer valid."))
    return home.home(context).with_note(_("You are now an officer. The staff menu is below."))


def handed_over(context: Context, token: str) -> tuple[Reply, ...]:
    """Somebody takes her record into this chat: registered at the counter, or with a new account. What she was being
    asked goes on here.
    """
    person_id = handovers.take(context.session, context.house.vault, token, context.chat_id, context.now)
    if person_id is None:
        return (home.home(context).with_note(_("This link is no longer valid.")),)
    moving.settle(context.session, person_id, context.chat_id, context.now)
    name = people.by_id(context.session, person_id).name
    note = _("{name} is connected with this Telegram now. Here is how it stands.", name=name)
    return (home.status(context).with_note(note), *open_question(context, person_id))


def _screen_command(name: str) -> Callable[[Context, StoredTalk | None, str], Outcome]:
    return lambda context, _stored, _argument: open_screen(context, name, "")


def _staff_command(screen: str, word: str) -> Callable[[Context, StoredTalk | None, str], Outcome]:
    """To whoever may not open this page it is a command that does not exist, in the midst of a talk as well."""

    def command(context: Context, stored: StoredTalk | None, _argument: str) -> Outcome:
        desk = open_screen(context, screen, "")
        if desk is not None or stored is None:
            return desk or home.unknown(context)
        return stage.advance(context, stored, Commanded(word))

    return command


def _cancel(context: Context, stored: StoredTalk | None, _argument: str) -> Outcome:
    if stored is None:
        return home.home(context).with_note(_("There is nothing to cancel."))
    return stage.advance(context, stored, Commanded("cancel"))


def _help(context: Context, stored: StoredTalk | None, _argument: str) -> Outcome:
    return home.help_page(context) if stored is None else stage.advance(context, stored, Commanded("help"))


def _language(context: Context, _stored: StoredTalk | None, _argument: str) -> Outcome:
    return home.language(context, "")


# The commands, each once; the English ones are second names.
COMMANDS: dict[str, Callable[[Context, StoredTalk | None, str], Outcome]] = {
    "start": _start,
    "menu": _screen_command("home"),
    "status": _screen_command("status"),
    "batal": _cancel,
    "cancel": _cancel,
    "bantuan": _help,
    "help": _help,
    "bahasa": _language,
    "language": _language,
    "tanya": _screen_command("ask"),
    "ask": _screen_command("ask"),
    "staf": _staff_command("staff", "staf"),
    "staff": _staff_command("staff", "staf"),
    "laporan": _staff_command("report", "laporan"),
    "report": _staff_command("report", "laporan"),
}
