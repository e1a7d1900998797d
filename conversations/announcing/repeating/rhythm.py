"""The rhythm of an announcement that repeats, in words."""

from conversations.hours import dotted
from conversations.weekdays import WEEKDAYS
from locales.text import Text, _, lines
from records.series import Anchor, Plan, Rhythm, Series

ANCHORS: dict[Anchor, Text] = {
    Anchor.CLASS_START: _("the training of each class begins"),
    Anchor.CLASS_END: _("the training of each class ends"),
    Anchor.SESSION: _("each test or interview"),
    Anchor.EXAMINATION: _("the competency test of each class"),
    Anchor.REREGISTRATION: _("the re-registration of each class ends"),
}


def in_words(plan: Plan | Series) -> Text:
    """How often it goes out: “every Monday, Friday at 08.00 WIB, until 3 March 2027”."""
    until = None if plan.until is None else _("until {day}", day=plan.until)
    if plan.rhythm == Rhythm.WEEKLY.value:
        days = lines(*(WEEKDAYS[int(day)] for day in (plan.weekdays or "").split(",") if day), separator=", ")
        often = _("every {days} at {hour} WIB", days=days, hour=dotted(plan.hour))
        return lines(often, _about(plan), until, separator=", ")
    anchor = ANCHORS[Anchor(plan.anchor or "")]
    if plan.days_before == 0:
        return lines(_("on the day at {hour} WIB: {what}", hour=dotted(plan.hour), what=anchor), until, separator=", ")
    before = _("{days} days before at {hour} WIB: {what}", days=plan.days_before, hour=dotted(plan.hour), what=anchor)
    return lines(before, until, separator=", ")


def _about(plan: Plan | Series) -> Text | None:
    """Which day it speaks of, and whether there must be a lesson on it."""
    if plan.with_lessons:
        return _("for lessons on the next day") if plan.days_before else _("for lessons on that day")
    return _("about the next day") if plan.days_before else None
