"""Days of the week, as they are typed and read."""

import re
from datetime import date

from conversations import readers
from conversations.script import Misread
from locales.text import Text, _

WEEKDAYS: tuple[Text, ...] = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)


def weekday(day_: date) -> Text:
    return WEEKDAYS[day_.weekday()]


_SHORT = {
    name: number
    for number, names in enumerate(
        ("sen mon", "sel tue", "rab wed", "kam thu", "jum fri", "sab sat", "min sun ahad ming"), 0
    )
    for name in names.split()
}


def weekdays(typed: str) -> str | Misread:
    """Days of the week, by name, with a dash for a range; kept as their numbers: 0-4 is Monday to Friday, 0,2,4 three
    days.
    """
    cleaned = readers.clean(typed).casefold().replace("–", "-").replace("s/d", "-").replace("sampai", "-")
    if re.fullmatch(r"[0-6](,[0-6])*", cleaned):
        return ",".join(sorted(set(cleaned.split(","))))
    found: set[int] = set()
    for part in re.split(r"[,;&]| dan | and ", cleaned):
        numbers = [_SHORT.get(name.strip()[:3]) for name in part.split("-")]
        if not 1 <= len(numbers) <= 2 or any(number is None for number in numbers):
            return Misread(_("Please name the days, for example: Monday-Friday, or Monday, Wednesday, Friday."))
        first, last = (number for number in (numbers[0], numbers[-1]) if number is not None)
        found |= set(range(first, last + 1)) if first <= last else set()
    return ",".join(map(str, sorted(found))) or Misread(
        _("Please name the days, for example: Monday-Friday, or Monday, Wednesday, Friday.")
    )
