"""The officer of a chat: whether she may do this, and what she did."""

from collections.abc import Callable

from conversations.context import Context
from conversations.notice import Composed, Skip
from locales.text import _
from records import audit, permissions, staff
from records.deliveries import Claim
from records.permissions import Permission
from records.staff import Officer

Compose = Callable[[Context, Claim], Composed]
# Staff functions stay invisible: whoever may not use one learns nothing but this.
INVISIBLE = _("This conversation is already closed. Thank you.")


def officer_with(context: Context, permission: Permission) -> Officer | None:
    """The officer of this chat, if her role grants this."""
    officer = staff.by_chat(context.session, context.chat_id)
    if officer is None or permission not in permissions.of_officer(context.session, officer):
        return None
    return officer


def for_officers(permission: Permission, compose: Compose) -> Compose:
    """A notice that is not sent to whoever may not read it any more."""

    def composed(context: Context, claim: Claim) -> Composed:
        if officer_with(context, permission) is None:
            return Skip("no officer any more")
        return compose(context, claim)

    return composed


def note(context: Context, officer: Officer, action: str, matter: str) -> None:
    """What an officer did goes to the audit trail."""
    actor = context.house.vault.pseudonym("staff", officer.id)
    audit.note(context.session, at=context.now, actor=actor, action=action, matter=matter)
