"""Messages that start with us: what a delivery says, composed when it is sent, in the recipient's language."""

from datetime import datetime

from conversations import timing
from conversations.announcing.ahead import Ahead
from conversations.announcing.going import amending
from conversations.announcing.groups import group_membership
from conversations.context import Context
from conversations.following import invitation
from conversations.notice import Composed, Postpone, Skip
from conversations.notices import NOTICES
from conversations.reply import Button, Reply, column
from locales.text import _
from records import questions
from records.deliveries import Claim, DeliveryKind


def compose(context: Context, claim: Claim, ahead: Ahead) -> Composed:
    """What a claimed delivery says to its chat now; outside of its hours it waits, also when it was tried before. In a
    group its buttons are links alone, since nobody is heard there.
    """
    composed = _composed(context, claim, ahead)
    return group_membership.for_everybody(composed) if claim.chat_id < 0 else composed


def _composed(context: Context, claim: Claim, ahead: Ahead) -> Composed:
    notice = NOTICES.get(claim.topic or "")
    due = _due_at(context, claim, ahead) if notice is None else notice.due_at(context)
    if due > context.now:
        return Postpone(due)
    match claim.kind:
        case DeliveryKind.NOTICE:
            return Skip("no such notice any more") if notice is None else notice.compose(context, claim)
        case DeliveryKind.ANNOUNCEMENT:
            return ahead.reply_for(claim, claim.id)
        case DeliveryKind.RECALL:
            return amending.recall(context, claim)
        case DeliveryKind.CORRECTION:
            return amending.correction(context, claim, ahead)
        case DeliveryKind.ANSWER:
            return _answer(context, claim.about)
        case DeliveryKind.QUESTION:
            return _question(context, claim.about)
        case DeliveryKind.FOLLOWUP:
            return invitation.compose(context, claim)


def _due_at(context: Context, claim: Claim, ahead: Ahead) -> datetime:
    if claim.kind is DeliveryKind.FOLLOWUP:
        return invitation.due_at(context, claim)
    campaign = ahead.campaign_of(claim) if claim.kind is DeliveryKind.ANNOUNCEMENT else None
    if campaign is not None:
        return ahead.due_at(context, campaign)
    return timing.due_at(context, claim.kind)


def _answer(context: Context, question_id: int) -> Composed:
    question = questions.by_id(context.session, question_id)
    if question is None or question.answer is None:
        return Skip("no answer")
    text = _(
        "<b>An officer answers</b>\nYou asked: <i>{question}</i>\n\n{answer}",
        question=question.words if len(question.words) <= 300 else question.words[:299] + "…",
        answer=question.answer,
    )
    return Reply(text, rows=column(Button(_("Ask again"), "m:ask")))


def _question(context: Context, question_id: int) -> Composed:
    question = questions.by_id(context.session, question_id)
    if question is None or not question.is_waiting:
        return Skip("answered")
    text = _("💬 <b>New question</b>\n\n{words}", words=question.words)
    return Reply(text, rows=column(Button(_("Answer"), f"m:answer:{question_id}"), Button(_("Inbox"), "m:questions")))
