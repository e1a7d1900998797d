"""The words of the forecast: what goes out on a day, why somebody gets nothing, what closed days moved."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.context import Context, House
from conversations.planning.calendar_words import listed, why
from conversations.rescheduling import keeps
from conversations.weekdays import weekday
from locales.text import Text, _
from records.calendar import Calendar
from records.forecast import Day, Forecast, Moved, forecast
from records.forecast_walk import Held, Kind, Rules
from records.profile import Profile
from records.session import Session

DAYS = 30
KINDS: dict[Kind, Text] = {
    Kind.REMINDER: _("reminders"),
    Kind.PROMISED: _("reminders that were asked for"),
    Kind.FOLLOWUP: _("questions behind another form"),
    Kind.NOTICE: _("notices"),
    Kind.ANNOUNCEMENT: _("announcements"),
    Kind.RECALL: _("announcements taken back"),
    Kind.CORRECTION: _("corrections of announcements"),
    Kind.ANSWER: _("answers"),
    Kind.QUESTION: _("questions to officers"),
}
HELD: dict[Held, Text] = {
    Held.NO_CHAT: _("without Telegram (phone list)"),
    Held.BLOCKED: _("blocked the bot (phone list)"),
    Held.STOPPED: _("said “do not ask again”"),
    Held.DECEASED: _("deceased"),
    Held.MISDIRECTED: _("“not me”"),
    Held.COVERED: _("asked about another training already"),
    Held.PASSED: _("too late for their wave"),
    Held.TALK: _("later, behind another form"),
}


def rules_of(profile: Profile, calendar: Calendar) -> Rules:
    """By which it is foretold."""
    return Rules(calendar, profile.followup.open_for, keeps)


def foretold(context: Context, days: int = DAYS) -> Forecast:
    """From this moment on."""
    return foretold_in(context.session, context.house, context.now, days)


def foretold_in(session: Session, house: House, now: datetime, days: int = DAYS) -> Forecast:
    """The same, outside of a conversation."""
    return forecast(session, rules_of(house.profile, house.calendar), now, days)


def contents(day: Day) -> Text:
    """How many of what: month 1: 20, month 3: 4, reminders: 7."""
    waves, others = Counter[int](), Counter[Kind]()
    for message in day.messages:
        if message.kind is Kind.ASKING and message.wave is not None:
            waves[message.wave] += message.count
        else:
            others[message.kind] += message.count
    asked = [_("month {wave}: {count}", wave=wave, count=count) for wave, count in sorted(waves.items())]
    rest = [_("{what}: {count}", what=KINDS[kind], count=others[kind]) for kind in KINDS if others[kind]]
    return listed((*asked, *rest))


def what(kind: Kind, wave: int | None, step: int) -> Text:
    """One line of a day: the first question of a wave, which reminder, or something else."""
    if kind is Kind.ASKING and wave is not None:
        return _("month {wave}, first question", wave=wave)
    if kind is Kind.REMINDER and wave is not None:
        return _("month {wave}, reminder {step}", wave=wave, step=step)
    return KINDS[kind]


def time_of_day(moment: datetime, zone: ZoneInfo) -> str:
    """A time of day: 09.00."""
    return f"{moment.astimezone(zone):%H.%M}"


def day_name(day: date) -> Text:
    return _("{weekday}, {day}", weekday=weekday(day), day=day)


def closed_days(calendar: Calendar, first: date, days: int) -> Iterator[tuple[date, Text]]:
    """The closed days among so many, each with its reason."""
    for day in (first + timedelta(days=ahead) for ahead in range(days)):
        closed = calendar.why_closed(day)
        if closed is not None:
            yield day, why(closed)


def held(told: Forecast) -> list[Text]:
    """How many get nothing, by the reason."""
    return [_("{why}: {count}", why=HELD[reason], count=told.held[reason]) for reason in HELD if told.held.get(reason)]


def moved(one: Moved) -> Text:
    return _("{count} from {day} → {at}", count=one.count, day=one.day, at=one.at)
