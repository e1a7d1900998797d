"""Requests to connect another account: hers to begin, and the officers' page that compares and decides."""

from conversations.applying import resting
from conversations.applying.relink import reason_text
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.relinking import CONNECTED, MOVED_AWAY, NOT_CONNECTED
from conversations.officer import note, officer_with
from conversations.people.sheet import in_fours
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _
from records import moving, people, relinks
from records.permissions import Permission
from records.relinks import RelinkState

LISTED = 20
_BACK = column(Button(_("⬅️ Requests"), "m:relinks"), STAFF_MENU)


def begin(context: Context, argument: str) -> Outcome:
    """Only for the chat that met the NIK."""
    chosen = number(argument)
    if chosen is None or relinks.of_chat(context.session, chosen, context.chat_id) is None:
        return None
    return Begin("relink", chosen)


def waiting(context: Context, _argument: str) -> Reply:
    """The requests that nobody has decided, the oldest first."""
    requests = relinks.waiting(context.session)
    if not requests:
        return Reply(_("No request to connect an account waits."), rows=column(STAFF_MENU))
    buttons = [
        Button(_("{n}. {when}", n=n, when=request.at), f"m:relinkcheck:{request.id}")
        for n, request in enumerate(requests[:LISTED], 1)
    ]
    text = _(
        "<b>Requests to connect an account: {count}</b>\n"
        "Somebody gave a NIK that is known from elsewhere and says that it is hers.",
        count=len(requests),
    )
    return Reply(text, rows=column(*buttons, STAFF_MENU))


def check(context: Context, argument: str) -> Outcome:
    """What to compare, shown to the officer alone."""
    chosen = number(argument)
    found = None if chosen is None else relinks.matter(context.session, chosen)
    if found is None or found.relink.state == RelinkState.MET.value:
        return None
    if found.relink.state != RelinkState.REQUESTED.value:
        return _gone()
    person = found.person
    text = _(
        "<b>Connect an account?</b>\n{name}\nNIK: <code>{nik}</code>\nBorn: {born}\nPhone on record: {phone}\n"
        "Until now: {before}\n\nAsked {when} by the Telegram account “{first_name}”: <i>{reason}</i>\n\n"
        "Compare: call the phone on record, or see the KTP at the counter. "
        "A NIK alone proves nothing.",
        name=person.name,
        nik=in_fours(person.nik or ""),
        born=person.born or "?",
        phone=person.phone or "?",
        before=_before(context, found),
        when=found.relink.at,
        first_name=found.relink.first_name,
        reason=reason_text(found.relink.reason or ""),
    )
    rows = (
        (
            Button(_("🔗 Connect"), f"m:relinkyes:{found.relink.id}", style=Style.SUCCESS),
            Button(_("⛔ Refuse"), f"m:relinkno:{found.relink.id}", style=Style.DANGER),
        ),
        (Button(_("⬅️ Requests"), "m:relinks"), STAFF_MENU),
    )
    return Reply(text, rows=rows, protected=True)


def _before(context: Context, found: relinks.Matter) -> Text:
    """Who spoke for her until now, by whom that chat speaks for."""
    if found.chat_id is None:
        return _("no Telegram account")
    others = [person.name for person in people.of_chat(context.session, found.chat_id) if person.id != found.person.id]
    if not others:
        return _("another Telegram account")
    return _("another Telegram account, which speaks for {others} too", others=", ".join(others[:3]))


def approve(context: Context, argument: str) -> Outcome:
    """The link moves, and both accounts are told."""
    chosen, officer = number(argument), officer_with(context, Permission.PEOPLE)
    found = None if chosen is None else relinks.matter(context.session, chosen)
    if found is None or officer is None:
        return None
    before = found.chat_id
    if not relinks.approve(context.session, found.relink.id, officer.id, context.now):
        return _gone()
    note(context, officer, "relink.approved", f"relink:{found.relink.id}")
    moving.settle(context.session, found.person.id, found.relink.chat_id, context.now)
    resting.wake(context, found.relink.chat_id, found.person.id, remind=True)
    CONNECTED.to_chat(context, found.relink.chat_id, found.relink.id)
    if before is not None and before != found.relink.chat_id:
        MOVED_AWAY.to_chat(context, before, found.relink.id)
    return Reply(_("🔗 Connected. Both accounts are told."), rows=_BACK)


def refuse(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.PEOPLE)
    found = None if chosen is None else relinks.matter(context.session, chosen)
    if found is None or officer is None:
        return None
    if not relinks.refuse(context.session, found.relink.id, officer.id, context.now):
        return _gone()
    note(context, officer, "relink.refused", f"relink:{found.relink.id}")
    resting.wake(context, found.relink.chat_id, found.person.id, remind=False)
    NOT_CONNECTED.to_chat(context, found.relink.chat_id, found.relink.id)
    return Reply(_("Refused. Whoever asked is told kindly."), rows=_BACK)


def _gone() -> Reply:
    return Reply(_("This request has been decided meanwhile."), rows=_BACK)


SCREENS = (
    Screen("relink", begin),
    Screen("relinks", waiting, Permission.PEOPLE),
    Screen("relinkcheck", check, Permission.PEOPLE),
    Screen("relinkyes", approve, Permission.PEOPLE),
    Screen("relinkno", refuse, Permission.PEOPLE),
)
