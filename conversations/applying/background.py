"""Background: education and when it was finished, what she does at present, and earlier courses here."""

from conversations import readers, vocabulary
from conversations.applying import eligibility
from conversations.applying.applicant import Facts
from conversations.applying.identity import born
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import _, verbatim
from records import requirements
from records.people import Education
from records.requirements import NEVER_BEFORE

# At what age people usually finish a school; a button a year from there on.
USUAL_AGE: dict[Education, int] = {
    Education.SD: 12,
    Education.SMP: 15,
    Education.SMA: 18,
    Education.SMK: 18,
    Education.DIPLOMA: 21,
    Education.BACHELOR: 22,
    Education.MASTER: 24,
}
YEARS_OFFERED = 6
YOUNGEST = 6


def _check_education(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    obstacle = requirements.obstacle_of_education(facts.requirements, Education(value))
    return eligibility.refused(obstacle, facts.profile)


def _check_activity(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    return eligibility.refused(requirements.obstacle_of_activity(facts.requirements, value), facts.profile)


def _check_attended(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    return eligibility.refused(requirements.obstacle_of_earlier(facts.requirements, value == "yes"), facts.profile)


def _when_matters(answers: Answers, facts: Facts) -> bool:
    """Only where a late course stands in the way, and none does not."""
    return answers.get("attended") == "yes" and 0 < facts.requirements.course_free_years < NEVER_BEFORE


def _attended_years(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    this = facts.today.year
    return tuple(Choice(str(year), verbatim(str(year))) for year in range(this, this - YEARS_OFFERED, -1))


def _check_attended_year(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    """Of a course only the year is asked: in favour of the applicant it counts from its beginning."""
    passed = facts.starts_on.year - int(value)
    return eligibility.refused(requirements.obstacle_of_earlier(facts.requirements, True, passed), facts.profile)


def _attended_year(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    year = readers.year(typed, earliest=born(answers, facts).year + YOUNGEST, latest=facts.today.year)
    if isinstance(year, Misread):
        return year
    return _check_attended_year(year, answers, facts) or year


def _finished_school(answers: Answers, _facts: Facts) -> bool:
    return answers.get("education") != Education.NONE.value


def _years(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    """The year in which most of her age finish that school and those after it, as far as they have come."""
    usual = born(answers, facts).year + USUAL_AGE[Education(answers["education"])]
    latest = facts.today.year
    first = max(min(usual, latest - YEARS_OFFERED + 1), born(answers, facts).year + YOUNGEST)
    return tuple(
        Choice(str(year), verbatim(str(year))) for year in range(first, min(first + YEARS_OFFERED, latest + 1))
    )


def _year(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    return readers.year(typed, earliest=born(answers, facts).year + YOUNGEST, latest=facts.today.year)


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="education",
        label=_("Education"),
        prompt=lambda _a, _f: _("What is your highest <b>finished education</b>?"),
        choices=lambda _a, _f: tuple(Choice(e.value, vocabulary.EDUCATION[e]) for e in Education),
        check=_check_education,
    ),
    Ask(
        key="year",
        label=_("Year finished"),
        when=_finished_school,
        rests_on=("education",),
        prompt=lambda _a, _f: _("In which <b>year</b> did you finish it? Tap it, or write another year."),
        choices=_years,
        reader=_year,
        columns=3,
        help=_("The year on your school certificate (ijazah or SKL)."),
    ),
    Ask(
        key="activity",
        label=_("Present activity"),
        prompt=lambda _a, _f: _("What do you <b>do at present</b>?"),
        choices=lambda _a, _f: tuple(Choice(code, words) for code, words in vocabulary.PRESENT_ACTIVITY.items()),
        check=_check_activity,
    ),
    Ask(
        key="attended",
        label=_("Earlier course here"),
        prompt=lambda _a, _f: _("Have you followed a <b>training of Dinperinaker</b> before?"),
        choices=lambda _a, _f: (Choice("no", _("Not yet")), Choice("yes", _("Yes, before"))),
        check=_check_attended,
        columns=2,
        help=_("A course of this centre or of the labour office. Other courses and school do not count."),
    ),
    Ask(
        key="attended_year",
        label=_("Year of that course"),
        when=_when_matters,
        rests_on=("attended",),
        prompt=lambda _a, _f: _("In which <b>year</b> was your last course there? Tap it, or write another year."),
        choices=_attended_years,
        reader=_attended_year,
        check=_check_attended_year,
        columns=3,
    ),
)
