"""Answering: what the recipients of an announcement may answer, by the buttons under it."""

from dataclasses import dataclass
from datetime import timedelta

from conversations.context import Context
from conversations.reply import Button, Rows, Style, grid
from locales.text import Text, _, verbatim
from records import polls
from records.campaign_answers import NO, READ, YES
from records.campaigns import Answering, Campaign

SCREEN = "told"
# For this long an announcement that is about no day takes answers.
OPEN_DAYS = 30
# Two buttons of so many letters stand beside each other uncut on a phone.
SHORT_LETTERS = 14
NO_DELIVERY = 0


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers: its code in the records, its label, and the sign that staff see before it."""

    choice: str
    label: Text
    sign: str


_FIXED = {
    Answering.ATTENDANCE: (Option(YES, _("I will come"), "🙋"), Option(NO, _("I cannot come"), "🙅")),
    Answering.READ: (Option(READ, _("I have read this"), "👀"),),
}

# As they fit beside another button.
_IN_SHORT = {
    Answering.ATTENDANCE: _("💬 Who comes"),
    Answering.READ: _("💬 Who has read it"),
    Answering.POLL: _("💬 Poll"),
}


def options(campaign: Campaign) -> tuple[Option, ...]:
    """What its recipients may answer, in order; none where nothing is asked."""
    if campaign.answering is None:
        return ()
    kind = Answering(campaign.answering)
    if kind is not Answering.POLL:
        return _FIXED[kind]
    return tuple(Option(str(n), verbatim(words), f"{n}.") for n, words in enumerate(polls.options(campaign), 1))


def option(campaign: Campaign, choice: str) -> Option | None:
    return next((one for one in options(campaign) if one.choice == choice), None)


def answer_rows(campaign: Campaign, delivery_id: int, chosen: str | None = None) -> Rows:
    """The buttons under the message of one delivery, the choice marked; NO_DELIVERY where an officer tries it out."""
    offered = options(campaign)
    buttons = [_button(campaign, delivery_id, one, one.choice == chosen) for one in offered]
    short = all(_letters(one.label) <= SHORT_LETTERS for one in offered)
    return grid(buttons, 2 if short else 1)


def _letters(label: Text) -> int:
    words = label.values.get("words", label.msgid)
    return len(str(words))


def _button(campaign: Campaign, delivery_id: int, one: Option, is_chosen: bool) -> Button:
    label = _("✅ {answer}", answer=one.label) if is_chosen else one.label
    data = f"m:{SCREEN}:{campaign.id}.{delivery_id}.{one.choice}"
    return Button(label, data, style=Style.SUCCESS if is_chosen else Style.PLAIN)


def is_open(context: Context, campaign: Campaign) -> bool:
    """Until the day that it is about is over; where it is about none, for a month."""
    if campaign.date_meant is not None:
        return context.today <= campaign.date_meant
    sent = campaign.started_at or campaign.confirmed_at or campaign.drafted_at
    return context.now <= sent + timedelta(days=OPEN_DAYS)


def part(campaign: Campaign) -> Text:
    """The button on the draft's page: what may be answered now."""
    return _("💬 Answers: none") if campaign.answering is None else _IN_SHORT[Answering(campaign.answering)]
