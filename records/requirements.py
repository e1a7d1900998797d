"""Requirements of a class: rules as data, since they vary by funding source and by year; and what stands in the way.

One check serves everyone who asks: the quick check before registering, the answers of a registration, and whoever
looks at an application later. A fact that is not known is no obstacle.
"""

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta

from records.people import Education

# Whoever is younger needs a parent's consent (UU 27/2022, article 25), which is given at the counter.
LEGAL_AGE = 18
# Years without a course that nobody can have but she who never followed one.
NEVER_BEFORE = 100

# Which education is higher; what stands equal has the same rank.
RANK = {
    Education.NONE: 0,
    Education.SD: 1,
    Education.SMP: 2,
    Education.SMA: 3,
    Education.SMK: 3,
    Education.DIPLOMA: 4,
    Education.BACHELOR: 5,
    Education.MASTER: 6,
}
# Activities (people.activity) that count as working, and as studying.
WORKING = frozenset({"bekerja", "usaha"})
STUDYING = frozenset({"sekolah"})


@dataclass(frozen=True, slots=True)
class Requirements:
    """Ages are in completed years on the first day of the class. None: no bound.

    `course_free_years`: for how many years she must not have followed a course of the office; 0: earlier courses do
    not matter, NEVER_BEFORE: none at all.
    """

    residents_only: bool = True
    minimum_age: int = LEGAL_AGE
    maximum_age: int | None = None
    education_floor: Education | None = None
    education_ceiling: Education | None = None
    course_free_years: int = 0
    not_working: bool = False
    not_studying: bool = False

    def to_json(self) -> str:
        """What differs from the usual, so that a class without rules of its own says little."""
        usual = asdict(Requirements())
        own = {key: value for key, value in asdict(self).items() if value != usual[key]}
        return json.dumps(own, separators=(",", ":"), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Requirements":
        """A rule that is not written down has its usual value; one that this program does not know is passed over."""
        known = {field.name for field in fields(cls)}
        values: dict[str, Any] = {key: value for key, value in json.loads(text).items() if key in known}
        for key in ("education_floor", "education_ceiling"):
            if values.get(key) is not None:
                values[key] = Education(values[key])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of somebody who wants to join; None: not known (yet).

    `age` on the first day of the class; `last_course`: completed years since her last course of the office ended,
    where `had_course`.
    """

    resident: bool | None = None
    age: int | None = None
    education: Education | None = None
    had_course: bool | None = None
    last_course: int | None = None
    activity: str | None = None


class Hurdle(StrEnum):
    """The kinds of obstacles."""

    RESIDENCE = "residence"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    EDUCATION_BELOW = "education_below"
    EDUCATION_ABOVE = "education_above"
    EARLIER_COURSE = "earlier_course"
    RECENT_COURSE = "recent_course"
    WORKING = "working"
    STUDYING = "studying"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way: the rule's bound (years) or education, and what was given, where that is a number."""

    hurdle: Hurdle
    bound: int | None = None
    education: Education | None = None
    given: int | None = None


def check(rules: Requirements, candidate: Candidate) -> list[Obstacle]:
    """Everything that stands in the way; an empty list: nothing that is known does."""
    found = (
        obstacle_of_residence(rules, candidate.resident),
        obstacle_of_age(rules, candidate.age),
        obstacle_of_education(rules, candidate.education),
        obstacle_of_earlier(rules, candidate.had_course, candidate.last_course),
        obstacle_of_activity(rules, candidate.activity),
    )
    return [obstacle for obstacle in found if obstacle is not None]


def obstacle_of_residence(rules: Requirements, resident: bool | None) -> Obstacle | None:
    """By the KTP."""
    return Obstacle(Hurdle.RESIDENCE) if rules.residents_only and resident is False else None


def obstacle_of_age(rules: Requirements, age: int | None) -> Obstacle | None:
    """Whatever a class says, nobody under the age of the law registers without the counter."""
    least = max(rules.minimum_age, LEGAL_AGE)
    if age is None:
        return None
    if age < least:
        return Obstacle(Hurdle.TOO_YOUNG, bound=least, given=age)
    if rules.maximum_age is not None and age > rules.maximum_age:
        return Obstacle(Hurdle.TOO_OLD, bound=rules.maximum_age, given=age)
    return None


def obstacle_of_education(rules: Requirements, education: Education | None) -> Obstacle | None:
    """The highest finished education; SMA and SMK stand equal."""
    if education is None:
        return None
    floor, ceiling = rules.education_floor, rules.education_ceiling
    if floor is not None and RANK[education] < RANK[floor]:
        return Obstacle(Hurdle.EDUCATION_BELOW, education=floor)
    if ceiling is not None and RANK[education] > RANK[ceiling]:
        return Obstacle(Hurdle.EDUCATION_ABOVE, education=ceiling)
    return None


def obstacle_of_earlier(
    rules: Requirements, had_course: bool | None, last_course: int | None = None
) -> Obstacle | None:
    """`last_course` in completed years. A course of unknown date stands in the way only where none is allowed."""
    if not had_course or not rules.course_free_years:
        return None
    if rules.course_free_years >= NEVER_BEFORE:
        return Obstacle(Hurdle.EARLIER_COURSE)
    if last_course is not None and last_course < rules.course_free_years:
        return Obstacle(Hurdle.RECENT_COURSE, bound=rules.course_free_years, given=last_course)
    return None


def obstacle_of_activity(rules: Requirements, activity: str | None) -> Obstacle | None:
    """What she does at present (people.activity)."""
    if rules.not_working and activity in WORKING:
        return Obstacle(Hurdle.WORKING)
    if rules.not_studying and activity in STUDYING:
        return Obstacle(Hurdle.STUDYING)
    return None


def age_on(birth_date: date, day: date) -> int:
    """Completed years."""
    return relativedelta(day, birth_date).years
