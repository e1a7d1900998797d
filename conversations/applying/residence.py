"""Residence: kecamatan and kelurahan of the city, or a kabupaten or kota elsewhere; and the address."""

from dataclasses import dataclass

from conversations import readers
from conversations.applying import eligibility, places, town
from conversations.applying.applicant import Facts
from conversations.applying.guesses import guess, guessed
from conversations.applying.town import OUTSIDE, from_outside
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import Text, _, verbatim
from records import requirements


@dataclass(frozen=True, slots=True)
class Residence:
    """By codes of the city, or by the name of the kabupaten or kota elsewhere."""

    kecamatan: str | None
    kelurahan: str | None
    town: str | None


def residence(answers: Answers, facts: Facts) -> Residence:
    """What the answers say, once all of them are given."""
    if from_outside(answers, facts):
        return Residence(None, None, places.town_name(answers["town_meant"]))
    if _is_guessed(answers, facts):
        kecamatan, _dot, kelurahan = answers["place"].rpartition(".")
        return Residence(kecamatan, kelurahan, None)
    return Residence(answers["kecamatan"], answers["kelurahan"], None)


def _kecamatan(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    own = tuple(Choice(k.code, verbatim(k.name)) for k in facts.profile.kecamatan)
    return (*own, Choice(OUTSIDE, _("Outside {city}", city=facts.profile.city)))


def _check_kecamatan(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    obstacle = requirements.obstacle_of_residence(facts.requirements, value != OUTSIDE)
    return eligibility.refused(obstacle, facts.profile)


def _read_kecamatan(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    """Part of a kecamatan's name (utara), or a kelurahan straight away."""
    named = places.kecamatan_like(typed, facts.profile)
    return named or _read_kelurahan(typed, answers, facts)


def _read_kelurahan(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """A guess at the kelurahan typed, or a guess read again."""
    codes = guessed(typed)
    if codes and all(places.kelurahan_of(code, facts.profile) is not None for code in codes):
        return typed
    found = places.kelurahan_like(typed, facts.profile)
    if found:
        return guess(found)
    return Misread(
        _(
            "There is no such kelurahan in {city}. Please tap one of the buttons, or write it again.",
            city=facts.profile.city,
        )
    )


def _kelurahan(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    kecamatan = facts.profile.kecamatan_of(answers.get("kecamatan") or "")
    return () if kecamatan is None else tuple(Choice(k.code, verbatim(k.name)) for k in kecamatan.kelurahan)


def _shown_kecamatan(value: str, answers: Answers, facts: Facts) -> Text:
    """What was confirmed in the end; before that, what it may be."""
    confirmed = answers.get("place")
    if guessed(value):
        found = places.kelurahan_of(confirmed, facts.profile) if confirmed else None
        if found is None:
            return _codes_in_words(guessed(value), facts)
        return _("{kecamatan}, kelurahan {kelurahan}", kecamatan=found[0].name, kelurahan=found[1].name)
    code = confirmed.rpartition(".")[0] if confirmed else value
    return next((choice.label for choice in _kecamatan(answers, facts) if choice.value == code), verbatim(code))


def _shown_kelurahan(value: str, answers: Answers, facts: Facts) -> Text:
    confirmed = answers.get("place")
    if not guessed(value):
        return next((choice.label for choice in _kelurahan(answers, facts) if choice.value == value), verbatim(value))
    found = places.kelurahan_of(confirmed, facts.profile) if confirmed else None
    return _codes_in_words(guessed(value), facts) if found is None else verbatim(found[1].name)


def _codes_in_words(codes: tuple[str, ...], facts: Facts) -> Text:
    return verbatim(" / ".join(_called(code, facts) for code in codes))


def _called(code: str, facts: Facts) -> str:
    found = places.kelurahan_of(code, facts.profile)
    return code if found is None else f"{found[1].name} ({found[0].name})"


def in_the_city(answers: Answers, _facts: Facts) -> bool:
    """Most are, so that the number of steps counts the kelurahan from the start."""
    return answers.get("kecamatan") != OUTSIDE and not guessed(answers.get("kecamatan"))


def _is_guessed(answers: Answers, _facts: Facts) -> bool:
    return bool(guessed(answers.get("kecamatan")) or guessed(answers.get("kelurahan")))


def _place_question(answers: Answers, facts: Facts) -> Text:
    codes = _place_codes(answers)
    if len(codes) > 1:
        return _("Which <b>kelurahan</b> do you mean?")
    found = places.kelurahan_of(codes[0], facts.profile)
    if found is None:
        raise ValueError("a kelurahan that was read is read again")
    kecamatan, kelurahan = found
    if not kelurahan.formerly:
        return _("Do you mean <b>{name}</b>, {kecamatan}?", name=kelurahan.name, kecamatan=kecamatan.name)
    return _(
        "Do you mean <b>{name}</b>, {kecamatan}? (Joined in 2015: {formerly}.)",
        name=kelurahan.name,
        kecamatan=kecamatan.name,
        formerly=", ".join(kelurahan.formerly),
    )


def _place_codes(answers: Answers) -> tuple[str, ...]:
    return guessed(answers.get("kecamatan")) or guessed(answers.get("kelurahan"))


def _place_choices(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    codes = _place_codes(answers)
    again = "kecamatan" if guessed(answers.get("kecamatan")) else "kelurahan"
    no = Choice("no", _("No, choose again"), reopens=again)
    if len(codes) == 1:
        return (Choice(codes[0], _("Yes, {name}", name=_called(codes[0], facts)), Style.SUCCESS), no)
    return (*(Choice(code, verbatim(_called(code, facts))) for code in codes), no)


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="kecamatan",
        label=_("Kecamatan"),
        prompt=lambda _a, _f: _(
            "In which <b>kecamatan</b> do you live, by your KTP? "
            "You may also write your kelurahan; its old name is fine."
        ),
        choices=_kecamatan,
        reader=_read_kecamatan,
        check=_check_kecamatan,
        shown=_shown_kecamatan,
        help=_("The kecamatan on your KTP, also if you live somewhere else at present."),
    ),
    Ask(
        key="kelurahan",
        label=_("Kelurahan"),
        when=in_the_city,
        rests_on=("kecamatan",),  # the codes of kelurahan begin anew in every kecamatan
        prompt=lambda _a, _f: _("And in which <b>kelurahan</b>?"),
        choices=_kelurahan,
        reader=_read_kelurahan,
        shown=_shown_kelurahan,
        columns=2,
        help=_("Some kelurahan were joined in 2015: choose the present name, or write the old one."),
    ),
    Ask(
        key="place",
        when=_is_guessed,
        rests_on=("kecamatan", "kelurahan"),
        prompt=_place_question,
        choices=_place_choices,
    ),
    *town.ASKS,
    Ask(
        key="address",
        label=_("Address"),
        prompt=lambda _a, _f: _("What is your <b>address</b>, with RT/RW? For example: Jl. Melati 5 RT 02 RW 03"),
        reader=lambda typed, _a, _f: readers.address(typed),
    ),
)
