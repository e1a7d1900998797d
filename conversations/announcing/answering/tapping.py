"""Tapping: what becomes of a tap on an answer under an announcement."""

from conversations.announcing import message
from conversations.announcing.answering.answering import Option, is_open, option
from conversations.context import Context
from conversations.reply import Reply
from locales.text import Text, _
from records import campaign_answers
from records.campaigns import Campaign


def tapped(context: Context, campaign: Campaign, delivery_id: int, choice: str) -> Reply | None:
    """Takes her answer: a short word, and the buttons show it. None: this is no button that she was given."""
    one = option(campaign, choice)
    if one is None or not campaign_answers.is_addressed(context.session, campaign.id, delivery_id, context.chat_id):
        return None
    if not is_open(context, campaign):
        return _too_late(context, campaign, delivery_id)
    campaign_answers.give(context.session, campaign.id, delivery_id, choice, context.now)
    return Reply(None, toast=_noted(one), marks=message.buttons(campaign, delivery_id, choice))


def _too_late(context: Context, campaign: Campaign, delivery_id: int) -> Reply:
    given = option(campaign, campaign_answers.given(context.session, delivery_id) or "")
    if given is None:
        return Reply(None, toast=_("Thank you, but this is over: answers are not collected any more."))
    return Reply(None, toast=_("This is over, so your answer stays: {answer}. Thank you.", answer=given.label))


def tried(campaign: Campaign, choice: str) -> Reply | None:
    """An officer taps on a button of her own preview."""
    one = option(campaign, choice)
    if one is None:
        return None
    toast = _("Recipients would read: “{toast}”. In a preview nothing is counted.", toast=_noted(one))
    return Reply(None, toast=toast)


def _noted(one: Option) -> Text:
    return _("Noted: {answer}", answer=one.label)
