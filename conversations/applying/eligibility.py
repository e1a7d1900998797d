"""Eligibility in words: why a class is not for somebody, kindly and with the next step; and its rules as a list."""

from collections.abc import Callable

from conversations import vocabulary
from conversations.script import Misread
from locales.text import Text, _, lines
from records.people import Education
from records.profile import Profile
from records.requirements import LEGAL_AGE, NEVER_BEFORE, Hurdle, Obstacle, Requirements


def refused(obstacle: Obstacle | None, profile: Profile) -> Misread | None:
    """For a script: the answer that cannot be taken, with why; None where nothing stands in the way."""
    return None if obstacle is None else Misread(sentence(obstacle, profile))


def sentence(obstacle: Obstacle, profile: Profile) -> Text:
    """Why, and what she can do instead."""
    return _SENTENCES[obstacle.hurdle](obstacle, profile)


def _residence(_obstacle: Obstacle, profile: Profile) -> Text:
    return _(
        "This class is paid by the city and therefore only for people with a KTP of {city}. "
        "If yours is from elsewhere, see in /menu whether a class of the national budget (APBN) is open.",
        city=profile.city,
    )


def _too_young(obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class is for people of {least} and over; you will be {age} when it begins. "
        "Please come to the counter: we gladly look with you for what is possible now.",
        least=obstacle.bound or LEGAL_AGE,
        age=obstacle.given or 0,
    )


def _too_old(obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class is for people up to {most}; you will be {age} when it begins. "
        "Please look at other classes in /menu, or ask an officer with /tanya.",
        most=obstacle.bound or 0,
        age=obstacle.given or 0,
    )


def _education_below(obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class asks for at least: {education}. "
        "Please look at other classes in /menu; an officer gladly advises you: /tanya.",
        education=_education(obstacle.education),
    )


def _education_above(obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class is meant for people whose education is at most: {education}. "
        "Please look at other classes in /menu, or ask an officer with /tanya.",
        education=_education(obstacle.education),
    )


def _earlier(_obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class is for people who have not followed a course here before, so that everyone gets a turn. "
        "Please look at other classes in /menu, or ask an officer with /tanya."
    )


def _recent(obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class is for people whose last course here was at least {years} years ago. "
        "Please look at other classes in /menu, or ask an officer with /tanya.",
        years=obstacle.bound or 0,
    )


def _working(_obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class is for people who have no work at present. "
        "Please look at other classes in /menu, or ask an officer with /tanya."
    )


def _studying(_obstacle: Obstacle, _profile: Profile) -> Text:
    return _(
        "This class is for people who are not in school or college at present. "
        "Please look at other classes in /menu, or ask an officer with /tanya."
    )


_SENTENCES: dict[Hurdle, Callable[[Obstacle, Profile], Text]] = {
    Hurdle.RESIDENCE: _residence,
    Hurdle.TOO_YOUNG: _too_young,
    Hurdle.TOO_OLD: _too_old,
    Hurdle.EDUCATION_BELOW: _education_below,
    Hurdle.EDUCATION_ABOVE: _education_above,
    Hurdle.EARLIER_COURSE: _earlier,
    Hurdle.RECENT_COURSE: _recent,
    Hurdle.WORKING: _working,
    Hurdle.STUDYING: _studying,
}


def why(obstacle: Obstacle, profile: Profile) -> Text:
    """In half a sentence, for a list of classes that do not fit."""
    bound = obstacle.bound or 0
    match obstacle.hurdle:
        case Hurdle.RESIDENCE:
            return _("only for people with a KTP of {city}", city=profile.city)
        case Hurdle.TOO_YOUNG:
            return _("from {age} years on", age=bound)
        case Hurdle.TOO_OLD:
            return _("up to {age} years only", age=bound)
        case Hurdle.EDUCATION_BELOW:
            return _("asks for at least {education}", education=SHORT[obstacle.education or Education.NONE])
        case Hurdle.EDUCATION_ABOVE:
            return _("for people with at most {education}", education=SHORT[obstacle.education or Education.NONE])
        case Hurdle.EARLIER_COURSE:
            return _("only for people who have not followed a course here before")
        case Hurdle.RECENT_COURSE:
            return _("not within {years} years after another course here", years=bound)
        case Hurdle.WORKING:
            return _("only for people without work at present")
        case Hurdle.STUDYING:
            return _("not for people in school or college")


def _education(education: Education | None) -> Text:
    return vocabulary.EDUCATION[education or Education.NONE]


def listed(rules: Requirements, profile: Profile) -> Text:
    """The rules as a card, a poster and staff read them, a line each."""
    return lines(*(_("• {rule}", rule=rule) for rule in in_words(rules, profile)))


def in_words(rules: Requirements, profile: Profile) -> list[Text]:
    """A short phrase for each rule that this class has."""
    where = _("KTP of {city}", city=profile.city) if rules.residents_only else _("open to people from anywhere")
    found = [where, age_in_words(rules), education_in_words(rules), earlier_in_words(rules)]
    if rules.not_working:
        found.append(_("without work at present"))
    if rules.not_studying:
        found.append(_("not in school or college at present"))
    return [rule for rule in found if rule is not None]


def age_in_words(rules: Requirements) -> Text:
    least = max(rules.minimum_age, LEGAL_AGE)
    if rules.maximum_age is None:
        return _("{least} years and over", least=least)
    return _("{least} to {most} years", least=least, most=rules.maximum_age)


def education_in_words(rules: Requirements) -> Text | None:
    floor, ceiling = rules.education_floor, rules.education_ceiling
    if floor is not None and ceiling is not None:
        return _("education from {floor} to {ceiling}", floor=SHORT[floor], ceiling=SHORT[ceiling])
    if floor is not None:
        return _("education at least {floor}", floor=SHORT[floor])
    return None if ceiling is None else _("education at most {ceiling}", ceiling=SHORT[ceiling])


def earlier_in_words(rules: Requirements) -> Text | None:
    if not rules.course_free_years:
        return None
    if rules.course_free_years >= NEVER_BEFORE:
        return _("has not followed a course here before")
    return _("no course here in the last {years} years", years=rules.course_free_years)


# As short as a button or a line of a poster wants it.
SHORT: dict[Education, Text] = {
    Education.NONE: _("without primary school"),
    Education.SD: _("SD"),
    Education.SMP: _("SMP"),
    Education.SMA: _("SMA/SMK"),
    Education.SMK: _("SMA/SMK"),
    Education.DIPLOMA: _("D1-D3"),
    Education.BACHELOR: _("D4/S1"),
    Education.MASTER: _("S2"),
}
