"""Relinking: what the two chats are told once an officer has decided."""

from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.people.addressing import called
from conversations.reply import Button, Reply, column
from locales.text import Text, _, lines
from records import people, relinks, talks
from records.deliveries import Claim
from records.relinks import RelinkState


def _connected(context: Context, claim: Claim) -> Composed:
    """To the account that asked."""
    found = relinks.matter(context.session, claim.about)
    if found is None or found.relink.state != RelinkState.APPROVED.value or found.chat_id != claim.chat_id:
        return Skip("the link is another one by now")
    going_on = talks.open_of(context.session, claim.chat_id) is not None
    text: Text = _(
        "🔗 This account is now connected with the record of <b>{name}</b>. You hear from us here from now on.",
        name=called(found.person),
    )
    if going_on:
        text = lines(text, _("Your registration waits where you left it."), separator=" ")
    rows = column(
        Button(_("▶️ Go on where I was"), "m:resume") if going_on else None,
        MY_STATUS,
    )
    return Reply(text, rows=rows)


def _moved_away(context: Context, claim: Claim) -> Composed:
    """To the account that spoke for her until now: she may be somebody else, who must hear of it."""
    found = relinks.matter(context.session, claim.about)
    if found is None or people.chat_of(context.session, found.person.id) == claim.chat_id:
        return Skip("the link is back")
    text = _(
        "🔗 An officer has connected the record of <b>{name}</b> with another Telegram account, on request; this "
        "account no longer speaks for it. If that was not asked for by you, tell an officer at once.",
        name=called(found.person),
    )
    return Reply(text, rows=column(ASK))


def _not_connected(context: Context, claim: Claim) -> Composed:
    found = relinks.matter(context.session, claim.about)
    if found is None or found.relink.state != RelinkState.REFUSED.value:
        return Skip("it was decided otherwise")
    text = _(
        "We could not connect this account with the record of the NIK you gave. Look at the NIK again; if it is yours, "
        "please come to the counter with your KTP ({hours}), or ask an officer.",
        hours=context.house.profile.office_hours,
    )
    going_on = talks.open_of(context.session, claim.chat_id) is not None
    return Reply(text, rows=column(Button(_("▶️ Go on where I was"), "m:resume") if going_on else None, ASK))


def _disconnected(context: Context, claim: Claim) -> Composed:
    """To the account that spoke for her. Somebody else's is told no name."""
    person = people.find(context.session, claim.about)
    if person is None or people.chat_of(context.session, person.id) == claim.chat_id:
        return Skip("connected again")
    if claim.detail == "notme":
        text = _("🔗 We do not write to this account about somebody else any more. Sorry for the trouble.")
        return Reply(text, rows=column(ASK))
    text = _(
        "🔗 An officer has disconnected the record of <b>{name}</b> from this account, on request. If that was not "
        "asked for by you, tell an officer at once.",
        name=called(person),
    )
    return Reply(text, rows=column(ASK))


CONNECTED = Notice("relink.connected", _connected)
MOVED_AWAY = Notice("relink.moved", _moved_away)
NOT_CONNECTED = Notice("relink.refused", _not_connected)
DISCONNECTED = Notice("relink.disconnected", _disconnected)
