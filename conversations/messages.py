"""Messages that start with us: what a delivery says, composed when it is sent, in the recipient's language."""

from dataclasses import replace
from datetime import timedelta

from conversations import announcement, stage, timing
from conversations.context import Context
from conversations.event import Returned
from conversations.followup import opening
from conversations.notice import Composed, Postpone, Skip
from conversations.notices import NOTICES
from conversations.reply import Button, Reply, column
from locales.text import Text, _
from records import campaigns, followups, questions, talks
from records.deliveries import Claim, DeliveryKind
from records.followups import FollowupState

PATIENCE = timedelta(hours=1)
# A talk that nobody touched for so long is not being filled in.
LEFT_ALONE = timedelta(days=1)


def compose(context: Context, claim: Claim) -> Composed:
    """What a claimed delivery says to its chat now; outside of its hours it waits, also when it was tried before."""
    notice = NOTICES.get(claim.topic or "")
    due = timing.due_at(context, claim.kind) if notice is None else notice.due_at(context)
    if due > context.now:
        return Postpone(due)
    match claim.kind:
        case DeliveryKind.NOTICE:
            return Skip("no such notice any more") if notice is None else notice.compose(context, claim)
        case DeliveryKind.ANNOUNCEMENT:
            return _announcement(context, claim.about)
        case DeliveryKind.ANSWER:
            return _answer(context, claim.about)
        case DeliveryKind.QUESTION:
            return _question(context, claim.about)
        case DeliveryKind.FOLLOWUP:
            return _followup(context, claim)


def _announcement(context: Context, campaign_id: int) -> Composed:
    campaign = campaigns.by_id(context.session, campaign_id)
    return Skip("no campaign") if campaign is None else Reply(announcement.shown(campaign.words))


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


def _followup(context: Context, claim: Claim) -> Composed:
    """The first asking opens the talk; a reminder shows it again. Another talk is not interrupted, unless it was left
    alone: then that waits, for a form that somebody opened and forgot must not keep her from being asked.
    """
    followup = followups.by_id(context.session, claim.about)
    if followup is None or followup.state != FollowupState.ASKED.value:
        return Skip("no longer asked")
    if claim.key != followups.step_key(followup.enrolment_id, followup.wave, followup.step - 1):
        return Skip("overtaken by a later step")
    stored = talks.open_of(context.session, context.chat_id)
    mine = stored is not None and (stored.script, stored.about) == ("followup", followup.id)
    if stored is not None and not mine:
        if context.now - stored.touched_at < LEFT_ALONE:
            return Postpone(context.house.calendar.next_allowed(context.now + PATIENCE))
        stored = stage.give_way(context, stored, "followup", followup.id)
    if stored is None:
        return _first_asking(context, claim)
    replies = stage.advance(context, stored, Returned())
    asked = followups.asked_about(context.session, followup.id)
    if not replies or asked is None:
        return Skip("no question")
    note = _reminder(asked.name) if followup.reached_at else opening(asked.name, asked.programme)
    return replace(replies[0].with_note(note), fresh=True)


def _first_asking(context: Context, claim: Claim) -> Composed:
    replies = stage.begin(context, "followup", claim.about, claim.person_id, None)
    return replies[0] if replies else Skip("no question")


def _reminder(name: str) -> Text:
    return _(
        "{name}, may we ask once more? Whatever your answer is, it helps those who train after you. It takes a "
        "few taps.",
        name=name,
    )
