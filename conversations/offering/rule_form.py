"""The rule form: the requirements of a class as staff change them, each rule with its name and its values in words."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from conversations.applying.eligibility import SHORT
from conversations.context import Context
from locales.text import Text, _, verbatim
from records.people import Education
from records.requirements import LEGAL_AGE, NEVER_BEFORE, RANK, Requirements

NONE = "-"
YES, NO = "y", "n"
OLDEST = 99
# One of those that stand equal is enough to choose from.
LEVELS = tuple(level for level in Education if level is not Education.SMK)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name on the page, its value in words, which values may be chosen, and the rules with one of them.

    `values` are the data of buttons; a value that is not among them is forged.
    """

    name: Text
    shown: Callable[[Requirements, Context], Text]
    values: Callable[[Requirements], tuple[str, ...]]
    said: Callable[[str, Context], Text]
    changed: Callable[[Requirements, str], Requirements]
    columns: int = 1


def _yes_no(_rules: Requirements) -> tuple[str, ...]:
    return (YES, NO)


def _years(value: str, _context: Context) -> Text:
    return _("no bound") if value == NONE else _("{years} years", years=int(value))


def _minimum_ages(current: Requirements) -> tuple[str, ...]:
    return _ages(current.minimum_age, LEGAL_AGE, current.maximum_age or OLDEST)


def _maximum_ages(current: Requirements) -> tuple[str, ...]:
    return (NONE, *_ages(current.maximum_age or 45, current.minimum_age, OLDEST))


def _ages(around: int, least: int, most: int) -> tuple[str, ...]:
    """In steps of five, and finer around the present one."""
    ages = {LEGAL_AGE, *range(20, 66, 5), around - 1, around, around + 1}
    return tuple(str(age) for age in sorted(ages) if least <= age <= most)


def _floors(current: Requirements) -> tuple[str, ...]:
    top = OLDEST if current.education_ceiling is None else RANK[current.education_ceiling]
    return (NONE, *(level.value for level in LEVELS if 0 < RANK[level] <= top))


def _ceilings(current: Requirements) -> tuple[str, ...]:
    bottom = 0 if current.education_floor is None else RANK[current.education_floor]
    return (NONE, *(level.value for level in LEVELS if bottom <= RANK[level] < RANK[Education.MASTER]))


def _level(value: str, _context: Context) -> Text:
    return _("no bound") if value == NONE else SHORT[Education(value)]


def _level_of(level: Education | None, context: Context) -> Text:
    return _level(NONE if level is None else level.value, context)


def _education(value: str) -> Education | None:
    return None if value == NONE else Education(value)


def _earlier(value: str, _context: Context) -> Text:
    years = int(value)
    if not years:
        return _("does not matter")
    return _("never before") if years >= NEVER_BEFORE else _("not in the last {years} years", years=years)


RULES: dict[str, Rule] = {
    "home": Rule(
        _("🏠 KTP"),
        shown=lambda r, c: _home(YES if r.residents_only else NO, c),
        values=_yes_no,
        said=lambda value, c: _home(value, c),
        changed=lambda r, value: replace(r, residents_only=value == YES),
    ),
    "least": Rule(
        _("🎂 Minimum age"),
        shown=lambda r, c: _years(str(max(r.minimum_age, LEGAL_AGE)), c),
        values=_minimum_ages,
        said=_years,
        changed=lambda r, value: replace(r, minimum_age=int(value)),
        columns=3,
    ),
    "most": Rule(
        _("🎂 Maximum age"),
        shown=lambda r, c: _years(NONE if r.maximum_age is None else str(r.maximum_age), c),
        values=_maximum_ages,
        said=_years,
        changed=lambda r, value: replace(r, maximum_age=None if value == NONE else int(value)),
        columns=3,
    ),
    "floor": Rule(
        _("🎓 Minimum education"),
        shown=lambda r, c: _level_of(r.education_floor, c),
        values=_floors,
        said=_level,
        changed=lambda r, value: replace(r, education_floor=_education(value)),
        columns=2,
    ),
    "ceiling": Rule(
        _("🎓 Highest education"),
        shown=lambda r, c: _level_of(r.education_ceiling, c),
        values=_ceilings,
        said=_level,
        changed=lambda r, value: replace(r, education_ceiling=_education(value)),
        columns=2,
    ),
    "earlier": Rule(
        _("📚 Earlier course here"),
        shown=lambda r, c: _earlier(str(r.course_free_years), c),
        values=lambda _r: tuple(str(years) for years in (0, 1, 2, 3, 5, NEVER_BEFORE)),
        said=_earlier,
        changed=lambda r, value: replace(r, course_free_years=int(value)),
    ),
    "working": Rule(
        _("💼 Working people"),
        shown=lambda r, c: _welcome(YES if r.not_working else NO, c),
        values=_yes_no,
        said=lambda value, c: _welcome(value, c),
        changed=lambda r, value: replace(r, not_working=value == YES),
    ),
    "studying": Rule(
        _("🏫 Pupils and students"),
        shown=lambda r, c: _welcome(YES if r.not_studying else NO, c),
        values=_yes_no,
        said=lambda value, c: _welcome(value, c),
        changed=lambda r, value: replace(r, not_studying=value == YES),
    ),
}


def _home(value: str, context: Context) -> Text:
    return verbatim(context.house.profile.city) if value == YES else _("from anywhere")


def _welcome(value: str, _context: Context) -> Text:
    return _("may not join") if value == YES else _("may join")
