"""Not her: the phone belongs to somebody else now. Nothing is told of the alumna, and nothing more is sent here."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.following.facts import Facts
from conversations.reply import Reply, Style, column
from conversations.script import Choice, Control, Matter
from locales.text import _
from records import audit, deliveries, expired_talks, followups, people
from records.followups import FollowupState


def turn_away(context: Context, matter: Matter, _facts: Facts, _value: str) -> Reply:
    """The chat no longer speaks for her; officers find her on the phone list."""
    if matter.subject_person is not None and matter.about is not None:
        followups.end(context.session, matter.about, FollowupState.MISDIRECTED)
        people.unlink(context.session, matter.subject_person, context.chat_id)
        deliveries.call_off(context.session, matter.subject_person, context.chat_id, context.now)
        expired_talks.end_all_of(context.session, context.chat_id, matter.subject_person, context.now)
        audit.note(
            context.session,
            at=context.now,
            actor=context.house.vault.pseudonym("chat", context.chat_id),
            action="followup.misdirected",
            matter=f"followup:{matter.about}",
        )
    text = _("Thank you for telling us, and sorry for the trouble. We do not write here about this person any more.")
    return Reply(text, rows=column(BACK_HOME))


NOT_ME: Control[Facts] = Control(
    name="notme",
    label=_("🙅 That is not me"),
    prompt=lambda _facts: _("Did our question reach <b>somebody else</b>? Then we do not ask here any more."),
    choices=lambda _facts: (Choice("yes", _("Yes, I am somebody else"), Style.DANGER),),
    chosen=turn_away,
    ends=True,
)
