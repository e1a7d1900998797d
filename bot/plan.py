"""`canting plan`: who gets what and when, as a plain table of 80 columns. It only reads, also while the bot runs."""

from datetime import datetime, time, timedelta
from textwrap import wrap

from bot.app import check_schema
from bot.key import vault_of
from bot.settings import Settings
from conversations.planning.forecast_words import (
    closed_days,
    contents,
    day_name,
    held,
    moved,
    rules_of,
    time_of_day,
)
from locales.languages import DEFAULT, Languages
from locales.text import Text, _
from records import profile
from records.almanac import Almanac
from records.calendar import Calendar
from records.clock import Clock
from records.database import open_database
from records.forecast import Day, Forecast, by_day, forecast, names
from records.session import Session

WIDTH = 80
NAMED = 10_000
COLUMNS = "{day:<27} {count:>6}  {hours:<11}  "


async def plan(settings: Settings, clock: Clock, days: int, with_names: bool) -> str:
    """The plan from now on; with names only where that was asked for."""
    vault = vault_of(settings)
    check_schema(settings.url)
    centre = profile.load(settings.profile)
    almanac = Almanac(centre.calendar.calendar(settings.zone))
    languages = Languages.load(settings.zone)
    database = open_database(settings.url, vault, clock)

    def written(session: Session) -> str:
        almanac.read(session)
        told = forecast(session, rules_of(centre, almanac.calendar), clock.now(), days)
        table = _Table(languages, almanac.calendar, told, days)
        named = table.names(session) if with_names else []
        return "\n".join([table.head(), *table.days(), *table.moved(), *table.held(), *named])

    try:
        return await database.read(written)
    finally:
        await database.close()


class _Table:
    """The lines of one forecast."""

    def __init__(self, languages: Languages, calendar: Calendar, told: Forecast, days: int) -> None:
        self._languages, self._calendar, self._told, self._days = languages, calendar, told, days

    def _said(self, text: Text) -> str:
        return self._languages.plain(text, DEFAULT)

    def head(self) -> str:
        said = _("Plan of {days} days, if nobody answers: {count} messages", days=self._days, count=self._told.total)
        heads = COLUMNS.format(day=self._said(_("Day")), count=self._said(_("Count")), hours=self._said(_("Hours")))
        return f"{self._said(said)}\n\n{heads}{self._said(_('What'))}\n{'-' * WIDTH}"

    def days(self) -> list[str]:
        first = self._told.begins.astimezone(self._calendar.zone).date()
        planned, closed = by_day(self._told, self._calendar.zone), dict(closed_days(self._calendar, first, self._days))
        lines = list[str]()
        for day in (first + timedelta(days=ahead) for ahead in range(self._days)):
            if day in planned:
                lines += self._row(planned[day])
            elif day in closed:
                lines.append(f"{self._said(day_name(day)):<27} {'-':>6}  {self._said(closed[day])}"[:WIDTH])
        return lines or [self._said(_("Nothing goes out in these days."))]

    def _row(self, day: Day) -> list[str]:
        zone = self._calendar.zone
        hours = f"{time_of_day(day.begins, zone)}-{time_of_day(day.ends, zone)}"
        begins = COLUMNS.format(day=self._said(day_name(day.day)), count=day.total, hours=hours)
        first, *rest = wrap(self._said(contents(day)), WIDTH - len(begins))
        return [begins + first, *(" " * len(begins) + each for each in rest)]

    def moved(self) -> list[str]:
        found = [f"  {self._said(moved(one))}" for one in self._told.moved]
        return ["", self._said(_("Moved from closed days")), *found] if found else []

    def held(self) -> list[str]:
        found = [f"  {self._said(each)}" for each in held(self._told)]
        return ["", self._said(_("Held back")), *found] if found else []

    def names(self, session: Session) -> list[str]:
        """Whose next step falls in these days."""
        zone = self._calendar.zone
        begins = datetime.combine(self._told.begins.astimezone(zone).date(), time(), zone)
        found = names(session, begins, self._told.ends, NAMED)
        lines = [f"  {due.astimezone(zone):%d-%m-%Y %H.%M}  {wave:>3}  {name}" for due, wave, _step, name in found]
        return ["", self._said(_("Whose turn it is (day, time, month, name)")), *lines]
