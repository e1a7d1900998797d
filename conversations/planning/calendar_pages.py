"""The pages of the sending calendar: the next weeks, what staff changed, and one change with its effect."""

from collections.abc import Iterator
from datetime import date, timedelta

from conversations import dates, weekdays
from conversations.buttons import ALUMNI_DESK
from conversations.context import Context
from conversations.planning.calendar_words import reason_text, spans, title, why
from conversations.planning.effect import effect
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.rescheduling import preview
from locales.text import Text, _, lines
from records import calendar_changes, staff
from records.almanac import changed
from records.calendar import Calendar, Hours
from records.calendar_changes import CalendarChange, ChangeKind

WEEKS, LAST_WEEK = 5, 100
LISTED = 20
CALENDAR = Button(_("⬅️ The calendar"), "m:calendar")


def calendar_page(context: Context, week: int = 0) -> Reply:
    """Five weeks, from so many weeks ahead on: their hours, and every day that is not as usual."""
    calendar = context.house.calendar
    first = context.today + timedelta(weeks=week)
    days = [first + timedelta(days=ahead) for ahead in range(7 * WEEKS)]
    special = list(_special(calendar, days))
    text = lines(
        _("<b>🗓 Sending calendar</b>\n{days}", days=dates.days(days[0], days[-1])),
        _hours(calendar, first),
        lines(*special) if special else _("Every day is as usual."),
        separator="\n\n",
    )
    count = len(calendar_changes.listed(context.session))
    change = Button(_("✏️ Change the calendar"), "m:calnew", style=Style.PRIMARY)
    changes = Button(_("📝 Changes: {count}", count=count), "m:calchanges")
    return Reply(text, rows=(_turning(week), *column(change, changes, ALUMNI_DESK)))


def _turning(week: int) -> tuple[Button, ...]:
    before = Button(_("◀️ Earlier"), f"m:calendar:{max(0, week - WEEKS)}")
    after = Button(_("Later ▶️"), f"m:calendar:{week + WEEKS}")
    return (*((before,) if week > 0 else ()), *((after,) if week + WEEKS <= LAST_WEEK else ()))


def _hours(calendar: Calendar, day: date) -> Text:
    times = calendar.times(day)
    return _(
        "🕗 {usual}; on Fridays without {friday}\n🌙 In Ramadan: {ramadan}\n⚡ What cannot wait: {notices}",
        usual=_said(times.hours),
        friday=_said((times.friday_pause,)),
        ramadan=_said(times.ramadan_hours),
        notices=_said((times.notices,)),
    )


def _said(hours: tuple[Hours, ...]) -> Text:
    return spans(",".join(f"{span.begin:%H:%M}-{span.end:%H:%M}" for span in hours))


def _special(calendar: Calendar, days: list[date]) -> Iterator[Text]:
    """The days that are not as usual; those that follow each other for the same reason in one line."""
    said = [(day, _what(calendar, day)) for day in days]
    at = 0
    while at < len(said):
        end = at
        while end + 1 < len(said) and said[end + 1][1] == said[at][1]:
            end += 1
        first, what = said[at]
        if what is not None:
            yield _line(first, said[end][0], what)
        at = end + 1


def _line(first: date, last: date, what: Text) -> Text:
    if first == last:
        return _("{weekday}, {day}: {what}", weekday=weekdays.weekday(first), day=first, what=what)
    return _("{days}: {what}", days=dates.days(first, last), what=what)


def _what(calendar: Calendar, day: date) -> Text | None:
    """What is special about a day; None of a usual one."""
    closed, decision = calendar.why_closed(day), calendar.decided.get(day)
    if closed is not None:
        return _("⛔ {why}", why=why(closed))
    if decision is not None:
        return _("🔓 open: {why}", why=reason_text(decision.reason))
    if calendar.is_ramadan(day):
        return _("🌙 Ramadan, {hours}", hours=_said(calendar.times(day).ramadan_hours))
    if any(first == day for first, _times in calendar.later):
        return _("🕗 new hours: {hours}", hours=_said(calendar.times(day).hours))
    return None


def changes_page(context: Context) -> Reply:
    """What staff changed and propose, the latest first."""
    found = calendar_changes.listed(context.session)
    buttons = [Button(_label(one), f"m:calchange:{one.id}") for one in found[:LISTED]]
    text = (
        _("<b>Changes of the calendar</b>\nThe later decision wins over one before. Tap one to see it or take it back.")
        if found
        else _("The calendar is as the centre's profile and the national holidays say: nobody has changed it.")
    )
    return Reply(text, rows=column(*buttons, CALENDAR))


def _label(change: CalendarChange) -> Text:
    return title(change) if change.stands else _("❔ not decided: {title}", title=title(change))


def change_page(context: Context, change: CalendarChange) -> Reply:
    """One change, with what it would do, or what taking it back would."""
    officer = staff.by_id(context.session, change.staff_id)
    about = _(
        "<b>{title}</b>\n{reason}\n{name}, {when}",
        title=title(change),
        reason=reason_text(change.reason),
        name=officer.name,
        when=change.at,
    )
    if change.withdrawn_at is not None:
        return Reply(lines(about, _("↩️ Taken back on {when}.", when=change.withdrawn_at)), rows=column(CALENDAR))
    if change.kind != ChangeKind.HOURS and change.last < context.today:
        return Reply(lines(about, _("It is over.")), rows=column(CALENDAR))
    said = effect(*preview(context, _otherwise(context, change)))
    head = _("<b>If it holds:</b>") if change.is_proposed else _("<b>If it is taken back:</b>")
    return Reply(lines(about, lines(head, said), separator="\n\n"), rows=_decisions(change))


def _otherwise(context: Context, change: CalendarChange) -> Calendar:
    """The calendar with a proposal, or without what holds."""
    others = [one for one in calendar_changes.standing(context.session) if one.id != change.id]
    return changed(context.house.almanac.profile, [*others, change] if change.is_proposed else others)


def _decisions(change: CalendarChange) -> Rows:
    if not change.is_proposed:
        return column(Button(_("↩️ Take it back"), f"m:caldrop:{change.id}", style=Style.DANGER), CALENDAR)
    return column(
        Button(_("✅ It holds from now on"), f"m:calapply:{change.id}", style=Style.SUCCESS),
        Button(_("🗑 Drop it"), f"m:caldrop:{change.id}"),
        CALENDAR,
    )
