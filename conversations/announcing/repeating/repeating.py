"""Repeating: what falls due of an announcement that repeats becomes a campaign of its own, once."""

from datetime import date, datetime, timedelta

from conversations.announcing.timing import two_people
from conversations.context import Context
from conversations.notices.repeats import MISSED
from records import announcing, campaigns, group_recipients, proposing, series, series_copies, series_dates, staff
from records.audiences import recipients
from records.campaigns import Campaign, CampaignStatus
from records.series import Outcome, Rhythm, Series
from records.series_dates import Due

# What fell due longer ago, while nothing ran, is not even told.
LOOK_BACK = timedelta(days=14)
# How far ahead the next one is looked for. In a week there is one of each day, but Eid closes many.
AHEAD = {Rhythm.WEEKLY.value: timedelta(days=60), Rhythm.BEFORE.value: timedelta(days=400)}


def catch_up(context: Context, repeated: Series) -> int:
    """Deals with what is due of one series; how many occurrences."""
    model = campaigns.by_id(context.session, repeated.campaign_id)
    if model is None:
        return 0
    return sum(_deal_with(context, repeated, model, one) for one in _open(context, repeated, model))


def _open(context: Context, repeated: Series, model: Campaign) -> list[Due]:
    """What is due by now and was not dealt with."""
    known = series.known(context.session, repeated.id)
    since = context.now - LOOK_BACK
    found = series_dates.due(context.session, repeated, model.people, context.house.calendar, since, context.now)
    return [one for one in found if one.key not in known]


def _deal_with(context: Context, repeated: Series, model: Campaign, one: Due) -> bool:
    """False where it is left for a later tick: nothing may be sent now, or nobody is concerned yet."""
    late = context.now >= one.until
    if not late and not context.house.calendar.allows(context.now):
        return False
    if not (_groups(context, repeated, model) or recipients.count(context.session, one.audience).with_chat):
        return late and series.take(context.session, repeated.id, one.key, Outcome.EMPTY, one.at)
    outcome = Outcome.LATE if late else Outcome.SENT
    if not series.take(context.session, repeated.id, one.key, outcome, one.at):
        return False
    if late:
        _tell(context, repeated, one)
    else:
        _send(context, repeated, model, one)
    return True


def _groups(context: Context, repeated: Series, model: Campaign) -> bool:
    """Whether it goes to a group too. What is about one class is not for the group of all."""
    return repeated.rhythm == Rhythm.WEEKLY.value and bool(group_recipients.usable(context.session, model))


def _send(context: Context, repeated: Series, model: Campaign, one: Due) -> None:
    """The audience is frozen now. Who approved the series has approved each of its occurrences; what nobody has
    approved is shown to a second officer once it has grown to so many.
    """
    made = series_copies.copy(
        *(context.session, model, repeated.staff_id, context.now, one.audience, one.day),
        groups=_groups(context, repeated, model),
    )
    made.approved_by = repeated.approved_by
    context.session.flush()
    outcome = Outcome.PROPOSED if _is_proposed(context, repeated, made) else Outcome.SENT
    series.became(context.session, repeated.id, one.key, made.id, outcome)
    if outcome is Outcome.SENT:
        announcing.confirm(context.session, made.id, context.now, context.now)


def _is_proposed(context: Context, repeated: Series, made: Campaign) -> bool:
    """Whether another officer must look at this one first: all are asked, and whoever lets it repeat is told so."""
    officer = staff.by_id(context.session, repeated.staff_id)
    if made.approved_by is not None or not two_people.needs_another(context, made, officer):
        return False
    proposing.propose(context.session, made.id, officer.id)
    two_people.ask_others(context, made, officer)
    two_people.say_that_it_waits(context, made, officer)
    return True


def _tell(context: Context, repeated: Series, one: Due) -> None:
    for officer in proposing.concerned(context.session, repeated.staff_id):
        MISSED.to_chat(context, officer.chat_id, repeated.id, key=one.key, detail=one.day.isoformat())


def upcoming(context: Context, repeated: Series, after: datetime) -> list[Due]:
    """What will be sent as things stand, the next first; what an officer wants left out is not in it."""
    model = campaigns.by_id(context.session, repeated.campaign_id)
    if model is None or not repeated.is_active:
        return []
    until = after + AHEAD[repeated.rhythm]
    return series_dates.coming(context.session, repeated, model.people, context.house.calendar, after, until)


def next_day(context: Context, campaign: Campaign) -> date | None:
    """Of one that repeats, the day that the next is about, or today where none is coming; None of any other."""
    repeated = None if campaign.status != CampaignStatus.MODEL.value else series.of_model(context.session, campaign.id)
    if repeated is None:
        return None
    return next((due.day for due in upcoming(context, repeated, context.now)), context.today)
