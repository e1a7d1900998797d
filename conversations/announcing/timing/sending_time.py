"""An officer says when a draft is to go out: at once, when the next sending hours begin, or at a time she writes."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from conversations import dates
from conversations.announcing import hub
from conversations.announcing.drafting import BEGUN
from conversations.announcing.timing import when
from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _
from records import announcing, campaigns
from records.calendar import Calendar
from records.campaigns import CampaignStatus
from records.permissions import Permission

NOW = "now"
MOST_DAYS = 60
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
    campaign = None if matter.about is None else campaigns.by_id(context.session, matter.about)
    if officer_with(context, Permission.ANNOUNCE) is None or campaign is None:
        return INVISIBLE
    if campaign.status != CampaignStatus.DRAFT.value:
        return BEGUN
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
    if not announcing.change(context.session, facts.campaign_id, send_at=send_at):
        return Conclusion(Reply(BEGUN))
    return Conclusion(hub.page(context, facts.campaign_id))


SCRIPT = Script(
    name="announcement_time",
    version=1,
    title=lambda _facts: _("When the announcement goes out"),
    asks=(
        Ask(
            key="when",
            prompt=lambda _a, _f: _(
                "When is it to go out? Choose, or write a date and a time, for example 3 November 2026 pukul 08.00."
            ),
            reader=_read,
            choices=_choices,
            shown=lambda value, _a, facts: (
                _("As soon as I confirm it") if value == NOW else _("{when}", when=_moment(value, facts))
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
