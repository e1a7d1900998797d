"""Residence: kecamatan and kelurahan of the city, or a town elsewhere; and the address."""

from conversations import eligibility, readers
from conversations.applicant import Facts
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import _, verbatim
from records import requirements

OUTSIDE = "outside"


def _kecamatan(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    own = tuple(Choice(k.code, verbatim(k.name)) for k in facts.profile.kecamatan)
    return (*own, Choice(OUTSIDE, _("Outside {city}", city=facts.profile.city)))


def _check_kecamatan(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    obstacle = requirements.obstacle_of_residence(facts.requirements, value != OUTSIDE)
    return eligibility.refused(obstacle, facts.profile)


def _kelurahan(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    kecamatan = facts.profile.kecamatan_of(answers.get("kecamatan") or "")
    return () if kecamatan is None else tuple(Choice(k.code, verbatim(k.name)) for k in kecamatan.kelurahan)


def from_the_city(answers: Answers, _facts: Facts) -> bool:
    """Most are, so that the number of steps counts the kelurahan from the start."""
    return answers.get("kecamatan") != OUTSIDE


def _from_outside(answers: Answers, _facts: Facts) -> bool:
    return answers.get("kecamatan") == OUTSIDE


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="kecamatan",
        label=_("Kecamatan"),
        prompt=lambda _a, _f: _("In which <b>kecamatan</b> do you live, by your KTP?"),
        choices=_kecamatan,
        check=_check_kecamatan,
        help=_("The kecamatan on your KTP, also if you live somewhere else at present."),
    ),
    Ask(
        key="kelurahan",
        label=_("Kelurahan"),
        when=from_the_city,
        rests_on=("kecamatan",),  # the codes of kelurahan begin anew in every kecamatan
        prompt=lambda _a, _f: _("And in which <b>kelurahan</b>?"),
        choices=_kelurahan,
        columns=2,
        help=_("Some kelurahan were joined in 2015: choose the present name."),
    ),
    Ask(
        key="town",
        label=_("Kabupaten or kota"),
        when=_from_outside,
        prompt=lambda _a, _f: _("Of which <b>kabupaten or kota</b> is your KTP?"),
        reader=lambda typed, _a, _f: readers.words(typed, limit=80, least=3),
    ),
    Ask(
        key="address",
        label=_("Address"),
        prompt=lambda _a, _f: _("What is your <b>address</b>, with RT/RW? For example: Jl. Melati 5 RT 02 RW 03"),
        reader=lambda typed, _a, _f: readers.address(typed),
    ),
)
