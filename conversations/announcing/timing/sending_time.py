"""An officer says when a draft is to go out: at once, when the next sending hours begin, or at a time she writes."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from conversations import dates
from conversations.announcing import drafting
from conversations.announcing.timing import when
from conversations.context import Context
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _
from records import announcing
from records.calendar import Calendar

NOW = "now"
MOST_DAYS = 60
EXAMPLE_AHEAD = timedelta(days=3)
# Where only a day is written.
MORNING = time(8)


@dataclass(frozen=True, slots=True)
class Facts:
    """`calendar`: the hours it keeps."""

    campaign_id: int
    now: datetime
    calendar: Calendar

    @property
    def next_morning(self) -> datetime:
        """The beginning of the next day on which something is sent."""
        local = self.now.astimezone(self.calendar.zone)
        midnight = datetime.combine(local.date() + timedelta(days=1), time(0), self.calendar.zone)
        return self.calendar.next_allowed(midnight)


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    return Facts(campaign.id, context.now, when.calendar_of(context, campaign))


def _read(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """A moment that lies ahead, but not too far; kept as local time."""
    local = facts.now.astimezone(facts.calendar.zone)
    kept = dates.moment(typed, local.date(), MORNING)
    if isinstance(kept, Misread):
        return kept
    moment = _moment(kept, facts)
    if moment <= facts.now:
        return Misread(_("That time has passed. Please write a later one."))
    if moment > facts.now + timedelta(days=MOST_DAYS):
        return Misread(_("That is more than {days} days ahead. Please write an earlier time.", days=MOST_DAYS))
    return kept


def _moment(kept: str, facts: Facts) -> datetime:
    return datetime.fromisoformat(kept).replace(tzinfo=facts.calendar.zone)


def _kept(moment: datetime, facts: Facts) -> str:
    return moment.astimezone(facts.calendar.zone).replace(tzinfo=None).isoformat(timespec="minutes")


def _choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    morning = facts.next_morning
    return (Choice(NOW, _("As soon as I confirm it")), Choice(_kept(morning, facts), _("{when}", when=morning)))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    kept = answers["when"]
    send_at = None if kept == NOW else _moment(kept, facts)
    changed = announcing.change(context.session, facts.campaign_id, send_at=send_at)
    return drafting.kept(context, facts.campaign_id, changed=changed)


def _prompt(_answers: Answers, facts: Facts) -> Text:
    soon = facts.now.astimezone(facts.calendar.zone).date() + EXAMPLE_AHEAD
    return _(
        "When is it to go out? Choose, or write a date and a time, for example {example} pukul 08.00.",
        example=dates.written(soon),
    )


SCRIPT = Script(
    name="announcement_time",
    version=1,
    title=lambda _facts: _("When the announcement goes out"),
    asks=(
        Ask(
            key="when",
            prompt=_prompt,
            reader=_read,
            choices=_choices,
            shown=lambda value, _a, facts: (
                _("As soon as I confirm it") if value == NOW else _("{when}", when=_moment(value, facts))
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
