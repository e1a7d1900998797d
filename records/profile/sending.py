"""Sending: the hours and days on which messages that start with us may go out."""

from datetime import date, time
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator

from records.calendar import Calendar, Hours, Period
from records.profile.part import Part

Span = tuple[time, time]
Days = tuple[date, date]


class CalendarRules(Part):
    hours: tuple[Span, ...] = Field(min_length=1)
    friday_pause: Span
    ramadan_hours: tuple[Span, ...] = Field(min_length=1)
    notices: Span = (time(8), time(20))
    ramadan: tuple[Days, ...] = ()
    closed: tuple[date, ...] = ()
    national_holidays: bool = True
    eid_days_before: int = Field(3, ge=0)
    eid_days_after: int = Field(8, ge=0)

    @field_validator("hours", "ramadan_hours")
    @classmethod
    def in_order(cls, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        flat = [moment for span in spans for moment in span]
        if flat != sorted(set(flat)):
            raise ValueError("hours must follow each other without overlapping")
        return spans

    @field_validator("friday_pause")
    @classmethod
    def begins_before_it_ends(cls, pause: Span) -> Span:
        if pause[0] >= pause[1]:
            raise ValueError("a pause must begin before it ends")
        return pause

    @field_validator("ramadan")
    @classmethod
    def first_day_first(cls, periods: tuple[Days, ...]) -> tuple[Days, ...]:
        if any(first > last for first, last in periods):
            raise ValueError("a period must begin before it ends")
        return periods

    def calendar(self, zone: ZoneInfo) -> Calendar:
        return Calendar(
            zone=zone,
            hours=tuple(Hours(*span) for span in self.hours),
            friday_pause=Hours(*self.friday_pause),
            notices=Hours(*self.notices),
            ramadan_hours=tuple(Hours(*span) for span in self.ramadan_hours),
            ramadan=tuple(Period(*days) for days in self.ramadan),
            closed=self.closed,
            national_holidays=self.national_holidays,
            eid_days_before=self.eid_days_before,
            eid_days_after=self.eid_days_after,
        )
