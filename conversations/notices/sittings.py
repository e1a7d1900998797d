"""Notices about tests and interviews: the invitation, the reminder, another time, another session, a seat that came
free; and to an officer: somebody who can come to none.

What a notice is about stands in its detail as `sitting.round`: where she sits elsewhere by now, or the sitting was
moved again, it is skipped.
"""

from datetime import timedelta

from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, column
from conversations.sessions.appointment import (
    Invitation,
    buttons,
    invitation,
    is_ahead,
    to_bring,
    venue,
    when_and_where,
)
from locales.text import Text, _, lines
from records import staff
from records.appointments import Answer
from records.deliveries import Claim

# Why a session was moved, as people read it, and the short word on the officer's button.
REASONS: dict[str, Text] = {
    "rob": _("The tidal flood (rob) keeps us from holding it at the planned time."),
    "place": _("The room cannot be used at the planned time."),
    "staff": _("The officers or the trainer cannot be there at the planned time."),
    "other": _("It cannot be held at the planned time."),
}
REASON_LABELS: dict[str, Text] = {
    "rob": _("🌊 Tidal flood (rob)"),
    "place": _("The room"),
    "staff": _("Officers or trainer"),
    "other": _("Another reason"),
}


def _due(context: Context, claim: Claim) -> Invitation | Skip:
    """The invitation that a notice is about, if it is still as it was when the notice was ordered."""
    one = invitation(context, claim.about)
    if one is None or not one.appointment.seated:
        return Skip("no seat any more")
    if not (claim.detail or "").startswith(one.detail):
        return Skip("moved meanwhile")
    return one if is_ahead(context, one.sitting) else Skip("no longer ahead")


def _invite(context: Context, claim: Claim) -> Composed:
    one = _due(context, claim)
    if isinstance(one, Skip):
        return one
    head = _(
        "<b>{name}, you are invited: {kind}</b>\nRegistration number {number}.",
        name=one.person.name,
        kind=one.kind,
        number=one.application.number,
    )
    return _asking(context, one, head)


def _seat(context: Context, claim: Claim) -> Composed:
    one = _due(context, claim)
    if isinstance(one, Skip):
        return one
    head = _(
        "<b>{name}, there is a seat for you: {kind}</b>\nYou waited for it; it is yours now. Number {number}.",
        name=one.person.name,
        kind=one.kind,
        number=one.application.number,
    )
    return _asking(context, one, head)


def _moved(context: Context, claim: Claim) -> Composed:
    one = _due(context, claim)
    if isinstance(one, Skip):
        return one
    reason = REASONS.get((claim.detail or "").rpartition(".")[2], REASONS["other"])
    head = _(
        "<b>{name}, the session “{kind}” has another time.</b>\n{reason} Your seat stays yours. Number {number}.",
        name=one.person.name,
        kind=one.kind,
        reason=reason,
        number=one.application.number,
    )
    return _asking(context, one, head)


def _asking(context: Context, one: Invitation, head: Text) -> Reply:
    """When, where, what to bring, and whether she comes."""
    free = _("Everything is free. No officer asks you for money or an OTP.")
    text = lines(
        head,
        when_and_where(one.sitting),
        to_bring(context, one.application.number),
        free,
        _("Do you come?"),
        separator="\n\n",
    )
    return Reply(text, rows=buttons(one), venue=venue(one.sitting, one.kind))


def _remind(context: Context, claim: Claim) -> Composed:
    one = _due(context, claim)
    if isinstance(one, Skip):
        return one
    if one.appointment.answer == Answer.CANNOT.value:
        return Skip("said that she cannot")
    head = _(
        "<b>{name}, a reminder: {kind}</b>\nNumber {number}.",
        name=one.person.name,
        kind=one.kind,
        number=one.application.number,
    )
    text = lines(head, when_and_where(one.sitting), to_bring(context, one.application.number), separator="\n\n")
    return Reply(text, rows=buttons(one), venue=venue(one.sitting, one.kind))


def _cancelled(context: Context, claim: Claim) -> Composed:
    """Nothing is asked: where she got another seat at once, the invitation to that one follows."""
    one = invitation(context, claim.about)
    if one is None:
        return Skip("no appointment")
    follows = (
        _("You have a seat in another session; the invitation follows.")
        if one.appointment.seated
        else _("Your registration stands as it was. You get a new date here.")
    )
    text = _(
        "<b>{name}, the session “{kind}” is cancelled.</b>\nRegistration number {number}. {follows}",
        name=one.person.name,
        kind=one.kind,
        number=one.application.number,
        follows=follows,
    )
    return Reply(text, rows=column(MY_STATUS, ASK))


def _needs_help(context: Context, claim: Claim) -> Composed:
    """To the officer who scheduled the session."""
    one = invitation(context, claim.about)
    if one is None or one.appointment.seated or one.appointment.waits_for is not None:
        return Skip("has a place again")
    text = _(
        "🗓 <b>{name}</b> ({number}) can come to no session of “{kind}”. Please look for a date with her or him.",
        name=one.person.name,
        number=one.application.number,
        kind=one.kind,
    )
    rows = column(Button(_("Open the session"), f"m:sitting:{one.sitting.id}"))
    return Reply(text, rows=rows, protected=True)


INVITATION = Notice("test-invitation", _invite)
SEAT = Notice("test-seat", _seat)
MOVED = Notice("test-moved", _moved)
REMINDER = Notice("test-reminder", _remind)
CANCELLED = Notice("test-cancelled", _cancelled)
NEEDS_HELP = Notice("test-help", _needs_help, Hours.SENDING)
ALL = (INVITATION, SEAT, MOVED, REMINDER, CANCELLED, NEEDS_HELP)


def tell(context: Context, notice: Notice, appointment_id: int, reason: str = "") -> None:
    """Orders a notice about the seat she has now, and the reminder of it."""
    one = invitation(context, appointment_id)
    if one is None:
        return
    detail = f"{one.detail}.{reason}" if reason else one.detail
    notice.to_person(context, one.person.id, appointment_id, detail=detail, key=_moment(one))
    if one.appointment.seated:
        remind(context, one)


def remind(context: Context, one: Invitation) -> None:
    """The day before; whoever is invited later than that needs none."""
    at = one.sitting.starts_at - timedelta(hours=context.house.profile.sessions.reminder_hours)
    if at > context.now:
        REMINDER.to_person(
            context, one.person.id, one.appointment.id, detail=one.detail, key=_moment(one), not_before=at
        )


def ask_for_help(context: Context, one: Invitation) -> None:
    """Tells whoever scheduled the session."""
    officer = staff.by_id(context.session, one.sitting.created_by)
    NEEDS_HELP.to_chat(context, officer.chat_id, one.appointment.id, detail=one.detail)


def _moment(one: Invitation) -> str:
    """She may come back to a sitting where she was before: that is another invitation."""
    return f"{one.appointment.invited_at:%y%m%d%H%M%S}"
