"""Frames: what stands around every picture and on every report: whose figure it is, and its source."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.vocabulary import SEX
from locales.text import Text, _, lines, verbatim
from records.indicators import UNKNOWN, Cut
from records.indicators.figure import Figure
from records.people import Sex
from records.profile import Profile
from scheduler.pictures.values import Frame
from scheduler.reports.gathering import Gathered


@dataclass(frozen=True, slots=True)
class Voice:
    """Says a text in one language, as plain words, for one centre."""

    say: Callable[[Text], str]
    centre: Profile


def label(found: Gathered, centre: Profile) -> Text:
    """Whose figure it is: “Angkatan II 2019, Menjahit, perempuan”."""
    cut = found.wanted.cut
    if cut == Cut():
        return _("All graduates")
    parts = (
        None if found.cohort is None else verbatim(found.cohort),
        None if cut.year is None else _("cohorts of {year}", year=str(cut.year)),
        None if found.programme is None else verbatim(found.programme),
        None if cut.sex is None else _sex(cut.sex),
        None if cut.kecamatan is None else kecamatan(cut.kecamatan, centre),
    )
    return lines(*parts, separator=", ")


def _sex(code: str) -> Text:
    return SEX[Sex(code)] if code in set(Sex) else _("sex not known")


def kecamatan(code: str, centre: Profile) -> Text:
    """A kecamatan of the city by its code, or that somebody lives elsewhere."""
    found = centre.kecamatan_of(code)
    if code == UNKNOWN or found is None:
        return _("outside the city")
    return _("kecamatan {name}", name=found.name)


def at_wave(found: Gathered, centre: Profile) -> Text:
    return _("{group}, month {wave} after the training", group=label(found, centre), wave=found.wanted.wave)


def numbers(figure: Figure) -> Text:
    """N, T, R and E, each with its letter."""
    return _(
        "{graduates} graduates (N), {reached} reached (T), {answered} answered (R), {working} work (E).",
        graduates=figure.graduates,
        reached=figure.reached,
        answered=figure.answered,
        working=figure.working,
    )


def source(found: Gathered, centre: Profile) -> Text:
    return _(
        "{numbers} Month {wave}, as of {when}. {centre}.",
        numbers=numbers(found.figure),
        wave=found.wanted.wave,
        when=found.wanted.day,
        centre=centre.name,
    )


def frame(voice: Voice, found: Gathered, title: Text, guide: Text | None = None, empty: Text | None = None) -> Frame:
    """A title of its own; the rest is the same around every picture."""
    say = voice.say
    return Frame(
        title=say(title),
        subtitle=say(label(found, voice.centre)),
        source=say(source(found, voice.centre)),
        guide="" if guide is None else say(guide),
        empty="" if empty is None else say(empty),
    )
