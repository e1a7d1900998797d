"""Background: education and when it was finished, what she does at present, and earlier courses here."""

from conversations import eligibility, readers, vocabulary
from conversations.applicant import Facts
from conversations.identity import born
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import _, verbatim
from records import requirements
from records.people import Education

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
    """When the earlier course was is not asked: where only late ones stand in the way, an officer looks it up."""
    return eligibility.refused(requirements.obstacle_of_earlier(facts.requirements, value == "yes"), facts.profile)


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
)
