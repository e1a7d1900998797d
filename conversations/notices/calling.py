"""Calling: what the officer is told who has somebody before her, when that person has answered by herself."""

from conversations.calling.outcome import NEXT
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.people.addressing import called
from conversations.reply import Reply, column
from locales.text import _
from records import followups, people
from records.deliveries import Claim
from records.followups import FollowupState


def _overtaken(context: Context, claim: Claim) -> Composed:
    followup = followups.by_id(context.session, claim.about)
    if followup is None:
        return Skip("no such follow-up")
    name = called(people.by_id(context.session, followup.person_id))
    text = (
        _("🔕 <b>{name}</b> has just said that she does not want to be asked: please do not call.", name=name)
        if followup.state == FollowupState.STOPPED.value
        else _("✅ <b>{name}</b> has answered by herself: you need not call.", name=name)
    )
    return Reply(text, rows=column(NEXT), protected=True)


OVERTAKEN = Notice("call.overtaken", _overtaken, Hours.ANY)
