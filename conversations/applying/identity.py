"""Identity: name and NIK, and the date of birth and sex that a NIK holds; asked only where they differ."""

from datetime import date

from conversations import dates, readers, vocabulary
from conversations.applying import eligibility
from conversations.applying.applicant import Facts
from conversations.applying.nik import Nik, parse
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import Text, _
from records import requirements
from records.people import Sex


def _nik_reader(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    return readers.nik(typed, facts.today)


def _from_nik(answers: Answers, facts: Facts) -> Nik:
    nik = parse(answers["nik"], facts.today)
    if nik is None:
        raise ValueError("a NIK that was read is read again")
    return nik


def _birth_question(answers: Answers, facts: Facts) -> Text:
    nik = _from_nik(answers, facts)
    return _(
        "Your NIK says that you were born on <b>{day}</b>, <b>{sex}</b>. Is that right?",
        day=nik.birth_date,
        sex=vocabulary.SEX[nik.sex],
    )


def _yes_no(_answers: Answers, _facts: Facts) -> tuple[Choice, ...]:
    return (
        Choice("yes", _("Yes, that is right"), Style.SUCCESS),
        Choice("no", _("No")),
        Choice("nik", _("I mistyped my NIK"), reopens="nik"),
    )


def _wrong_age(born: date, facts: Facts) -> Misread | None:
    """The age on the first day of the class against its bounds."""
    obstacle = requirements.obstacle_of_age(facts.requirements, requirements.age_on(born, facts.starts_on))
    return eligibility.refused(obstacle, facts.profile)


def _check_birth(value: str, answers: Answers, facts: Facts) -> Misread | None:
    return _wrong_age(_from_nik(answers, facts).birth_date, facts) if value == "yes" else None


def _birth_reader(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    value = readers.birth_date(typed, facts.today)
    if isinstance(value, Misread):
        return value
    return _wrong_age(date.fromisoformat(value), facts) or value


def _said_no(answers: Answers, _facts: Facts) -> bool:
    return answers.get("birth") == "no"


def born(answers: Answers, facts: Facts) -> date:
    return (
        date.fromisoformat(answers["birth_date"]) if _said_no(answers, facts) else _from_nik(answers, facts).birth_date
    )


def sex(answers: Answers, facts: Facts) -> Sex:
    return Sex(answers["sex"]) if _said_no(answers, facts) else _from_nik(answers, facts).sex


def _differs(answers: Answers, facts: Facts) -> bool:
    """The date or sex given is not the one in the NIK."""
    if not _said_no(answers, facts) or "birth_date" not in answers or "sex" not in answers:
        return False
    nik = _from_nik(answers, facts)
    return (nik.birth_date, nik.sex) != (born(answers, facts), sex(answers, facts))


def _difference(answers: Answers, facts: Facts) -> Text:
    nik = _from_nik(answers, facts)
    return _(
        "Your NIK says {nik_day}, {nik_sex}; you wrote {day}, {sex}. What shall we do?",
        nik_day=nik.birth_date,
        nik_sex=vocabulary.SEX[nik.sex],
        day=born(answers, facts),
        sex=vocabulary.SEX[sex(answers, facts)],
    )


def _difference_choices(_answers: Answers, _facts: Facts) -> tuple[Choice, ...]:
    return (
        Choice("nik", _("Correct the NIK"), reopens="nik"),
        Choice("date", _("Correct the date of birth"), reopens="birth_date"),
        Choice("sex", _("Correct woman/man"), reopens="sex"),
        Choice("ktp", _("Both stand so on my KTP")),
    )


def _shown_birth(value: str, answers: Answers, facts: Facts) -> Text:
    agrees = value == "yes" or ("sex" in answers and not _differs(answers, facts))
    if not agrees:
        return _("different from the NIK")
    nik = _from_nik(answers, facts)
    return _("{day}, {sex}", day=nik.birth_date, sex=vocabulary.SEX[nik.sex])


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="name",
        label=_("Name"),
        prompt=lambda _a, _f: _("What is your <b>full name</b>, as on your KTP?"),
        reader=lambda typed, _a, _f: readers.name(typed),
        help=_("Write it exactly as on your KTP, titles left out."),
    ),
    Ask(
        key="nik",
        label=_("NIK"),
        prompt=lambda _a, _f: _("What is your <b>NIK</b>? It is the number of 16 digits at the top of your KTP."),
        reader=_nik_reader,
        sensitive=True,
        help=_("Your NIK is stored encrypted and shown to the officers who check applications only."),
    ),
    Ask(
        key="birth",
        label=_("Born"),
        rests_on=("nik",),
        prompt=_birth_question,
        choices=_yes_no,
        check=_check_birth,
        shown=_shown_birth,
        help=_("The date of birth and the sex are part of the NIK. If they are not yours, say no."),
    ),
    Ask(
        key="birth_date",
        label=_("Date of birth"),
        when=_said_no,
        prompt=lambda _a, _f: _("What is your <b>date of birth</b>? For example: 17-8-1999"),
        reader=_birth_reader,
        shown=lambda value, _a, _f: dates.shown_day(value),
    ),
    Ask(
        key="sex",
        label=_("Woman/man"),
        when=_said_no,
        prompt=lambda _a, _f: _("Are you a woman or a man, as on your KTP?"),
        choices=lambda _a, _f: tuple(Choice(sex.value, vocabulary.SEX_LABEL[sex]) for sex in Sex),
        columns=2,
    ),
    Ask(
        key="difference",
        when=_differs,
        rests_on=("nik", "birth_date", "sex"),
        prompt=_difference,
        choices=_difference_choices,
    ),
)
