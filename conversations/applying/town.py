"""The kabupaten or kota of whoever lives outside the city."""

from conversations.applying import places
from conversations.applying.applicant import Facts
from conversations.applying.guesses import guess, guessed
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import Text, _, verbatim

OUTSIDE = "outside"


def from_outside(answers: Answers, _facts: Facts) -> bool:
    return answers.get("kecamatan") == OUTSIDE


def _read_town(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """A guess at the kabupaten or kota typed, or a guess read again."""
    codes = guessed(typed)
    if codes and all(places.town_name(code) is not None for code in codes):
        return typed
    found = places.towns_like(typed)
    if found == (_own_town(facts),):
        return Misread(_("{city} is here: go “⬅️ Back” and choose your kecamatan.", city=facts.profile.city))
    if found:
        return guess(found)
    return Misread(_("There is no such kabupaten or kota. Write it as on your KTP, for example Kabupaten Batang."))


def _own_town(facts: Facts) -> str:
    return f"{facts.profile.nik_prefix[:2]}.{facts.profile.nik_prefix[2:]}"


def _town_question(answers: Answers, _facts: Facts) -> Text:
    codes = guessed(answers.get("town"))
    if len(codes) > 1:
        return _("Which one is it?")
    return _("Do you mean <b>{name}</b>?", name=places.town_name(codes[0]) or codes[0])


def _town_choices(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    codes = guessed(answers.get("town"))
    no = Choice("no", _("No, choose again"), reopens="town")
    if len(codes) == 1:
        return (Choice(codes[0], _("Yes, {name}", name=_town(codes[0])), Style.SUCCESS), no)
    # Whoever finds her own city among them after all goes back to its kecamatan.
    own = _own_town(facts)
    return (
        *(Choice(code, verbatim(_town(code)), reopens="kecamatan" if code == own else None) for code in codes),
        no,
    )


def _shown_town(value: str, answers: Answers, _facts: Facts) -> Text:
    confirmed = answers.get("town_meant")
    return verbatim(_town(confirmed) if confirmed else " / ".join(_town(code) for code in guessed(value)))


def _town(code: str) -> str:
    return places.town_name(code) or code


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="town",
        label=_("Kabupaten or kota"),
        when=from_outside,
        prompt=lambda _a, _f: _("Of which <b>kabupaten or kota</b> is your KTP?"),
        reader=_read_town,
        shown=_shown_town,
    ),
    Ask(
        key="town_meant",
        when=from_outside,
        rests_on=("town",),
        prompt=_town_question,
        choices=_town_choices,
    ),
)
