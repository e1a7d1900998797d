"""The pages of the forecast: a week each, a day with its hours, and who is next on a day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations import dates
from conversations.buttons import ALUMNI_DESK
from conversations.context import Context
from conversations.planning.forecast_words import (
    DAYS,
    closed_days,
    contents,
    day_name,
    foretold,
    held,
    moved,
    time_of_day,
    what,
)
from conversations.reply import Button, Reply, column, grid
from locales.text import Text, _, lines
from records.forecast import Day, Forecast, Message, by_day, names

WEEK = 7
WEEKS = -(-DAYS // WEEK)
NAMED = 60
PLAN = Button(_("⬅️ Plan of 30 days"), "m:plan")


def week_page(context: Context, week: int) -> Reply:
    """Seven days: what goes out, from when to when; closed days with their reason."""
    told = foretold(context)
    zone, first = context.house.calendar.zone, context.today + timedelta(days=WEEK * week)
    length = min(WEEK, DAYS - WEEK * week)
    days, closed = by_day(told, zone), dict(closed_days(context.house.calendar, first, length))
    listed = [first + timedelta(days=ahead) for ahead in range(length)]
    said = [_line(context, day, days.get(day), closed.get(day)) for day in listed if day in days or day in closed]
    text = lines(
        _("<b>📅 Plan of 30 days</b>: {count} messages, if nobody answers", count=told.total),
        _("<b>{days}</b>", days=dates.days(listed[0], listed[-1])),
        lines(*said) if said else _("Nothing goes out in these days."),
        _held(told) if week == 0 else None,
        separator="\n\n",
    )
    buttons = [Button(_("{day}", day=day), f"m:planday:{day:%Y%m%d}") for day in listed if day in days]
    return Reply(
        text,
        rows=(*grid(buttons), _turning(week), *column(Button(_("📄 All of it as Excel"), "m:planfile"), ALUMNI_DESK)),
    )


def _turning(week: int) -> tuple[Button, ...]:
    before, after = Button(_("◀️ Earlier"), f"m:plan:{week - 1}"), Button(_("Later ▶️"), f"m:plan:{week + 1}")
    return (*((before,) if week else ()), *((after,) if week + 1 < WEEKS else ()))


def _line(context: Context, day: date, planned: Day | None, closed: Text | None) -> Text:
    if planned is None:
        return _("⛔ {day}: {why}", day=day_name(day), why=closed or "")
    return _(
        "<b>{day}</b>: {count} ({hours})\n   {contents}",
        day=day_name(day),
        count=planned.total,
        hours=_span(planned, context.house.calendar.zone),
        contents=contents(planned),
    )


def _span(planned: Day, zone: ZoneInfo) -> str:
    """From when until when; a single minute is said once."""
    begins, ends = time_of_day(planned.begins, zone), time_of_day(planned.ends, zone)
    return begins if begins == ends else f"{begins}-{ends}"


def _held(told: Forecast) -> Text | None:
    found = held(told)
    return lines(_("✋ <b>Held back</b>"), *(_("• {line}", line=each) for each in found)) if found else None


def day_page(context: Context, day: date) -> Reply:
    """A day by its instants; what was moved to it from a closed day."""
    told, zone = foretold(context), context.house.calendar.zone
    planned = by_day(told, zone).get(day)
    if planned is None:
        return Reply(_("<b>{day}</b>\nNothing goes out on that day.", day=day_name(day)), rows=column(PLAN))
    said = [
        _(
            "{at} · {what}: {count}",
            at=time_of_day(one.at, zone),
            what=what(one.kind, one.wave, one.step),
            count=one.count,
        )
        for one in planned.messages
    ]
    seconds = round((planned.ends - planned.messages[-1].at).total_seconds())
    brought = [moved(one) for one in told.moved if one.at.astimezone(zone).date() == day]
    gone = _(
        "The last of them has gone out at {ends}, {seconds} seconds after its time.",
        ends=time_of_day(planned.ends, zone),
        seconds=seconds,
    )
    text = lines(
        _("<b>{day}</b>: {count} messages", day=day_name(day), count=planned.total),
        lines(*said),
        gone,
        lines(_("↪️ Moved from closed days:"), *brought) if brought else None,
        separator="\n\n",
    )
    return Reply(text, rows=column(Button(_("👤 Whose turn it is"), f"m:plannames:{day:%Y%m%d}"), PLAN))


def _instant(context: Context, one: Message) -> Text:
    at = time_of_day(one.at, context.house.calendar.zone)
    return _("{at} · {what}: {count}", at=at, what=what(one.kind, one.wave, one.step), count=one.count)


def names_page(context: Context, day: date) -> Reply:
    """Whose next step falls on a day, by name."""
    zone = context.house.calendar.zone
    begins = datetime.combine(day, time(), zone)
    found = names(context.session, begins, begins + timedelta(days=1), NAMED + 1)
    said = [
        _("{at} · month {wave} · {name}", at=time_of_day(due, zone), wave=wave, name=name)
        for due, wave, _step, name in found[:NAMED]
    ]
    more = _("… and more: only the first {count} are shown.", count=NAMED)
    text = lines(
        _("<b>{day}</b>: whose next question comes on that day", day=day_name(day)),
        lines(*said) if said else _("Nobody's next question comes on that day."),
        more if len(found) > NAMED else None,
        separator="\n\n",
    )
    return Reply(text, rows=column(PLAN), protected=True)
