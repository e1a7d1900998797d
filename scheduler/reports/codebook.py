"""The code book: what every code in the workbook means, how every indicator is computed, and what is withheld."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from conversations.following import vocabulary
from conversations.vocabulary import SEX_LABEL
from locales.text import Text, _, verbatim
from records.indicators import SMALL_CELL
from records.labour import LabourStatus
from records.monitoring import Source
from records.profile import Profile

Code = TypeVar("Code", bound=str)
STATUS: dict[LabourStatus, Text] = {
    LabourStatus.WORKING: _("works: at least one hour in the last seven days, or has a job and is away from it"),
    LabourStatus.OJT: _("on-the-job training: a status of its own, never counted as working"),
    LabourStatus.UNEMPLOYED: _("without work: looks for it, prepares a business, waits to begin, or sees no chance"),
    LabourStatus.OUTSIDE: _("outside the labour force: school, household, something else"),
    LabourStatus.UNDETERMINED: _("broke off before saying whether she works all the same"),
}
SOURCE: dict[Source, Text] = {
    Source.SELF: _("she said so herself, in Telegram or on the web page"),
    Source.STAFF_CALL: _("an officer took it down on the phone"),
    Source.EMPLOYER: _("an employer said so"),
}
EMPLOYMENT: dict[str, Text] = {
    "1": _("on her own account"),
    "2": _("on her own account with casual or unpaid help"),
    "3": _("employer with permanent staff"),
    "4": _("employee"),
    "5": _("casual worker on a farm"),
    "6": _("casual worker elsewhere"),
    "7": _("family worker, unpaid"),
}


@dataclass(frozen=True, slots=True)
class Formula:
    """An indicator: what it is called, how it is computed, and where that comes from."""

    name: Text
    formula: str
    source: Text


FORMULAS: tuple[Formula, ...] = (
    Formula(_("Gross response"), "R / N", _("share of all graduates who answered")),
    Formula(_("Net response"), "R / T", _("share of those reached who answered")),
    Formula(_("Placement"), "E / R", _("BPS, Sakernas: at least one hour in seven days")),
    Formula(_("Lower bound"), "E / N", _("nobody who is silent works (Manski 1990)")),
    Formula(_("Upper bound"), "(E + N - R) / N", _("everybody who is silent works (Manski 1990)")),
    Formula(_("Main activity is work"), "Q1 = 1-3, / R", _("question 1 alone")),
    Formula(
        _("Weighted placement"),
        "Σ (Nₕ/N)(Eₕ/Rₕ)",
        _("h is trade by sex; strata with fewer than five answers are joined (Holt and Smith 1979)"),
    ),
    Formula(_("Self-employed"), "BPS 1-3, / R, / E", _("BPS status of employment")),
    Formula(_("Unemployment"), "U / (E + U)", _("BPS, TPT")),
    Formula(_("Time to the first job"), "Kaplan-Meier", _("on months told as ranges (Turnbull 1976)")),
    Formula(_("Relevance"), "Q4 ≥ 3, / E", _("of the working who answered question 4")),
    Formula(_("Wage at or above UMK"), "Q5 ≥ UMK", _("of employees (BPS 4) who answered question 5")),
    Formula(_("Retention"), "E₆ ∩ E₁₂ / E₆", _("working in months 6 and 12, both answered")),
    Formula(_("Competent"), "K / (K + BK)", _("of those who sat the competency test")),
)


def rows(say: Callable[[Text], str], centre: Profile) -> tuple[tuple[str, str, str], ...]:
    """(what, code, meaning), in one language."""
    found = (*_letters(), *_codes(centre), *_formulas(), *_rules())
    return tuple((say(what), code, say(meaning)) for what, code, meaning in found)


def _letters() -> Iterator[tuple[Text, str, Text]]:
    what = _("Letters")
    yield what, "N", _("graduates, less those who have died")
    yield what, "T", _("those whom the question reached")
    yield what, "R", _("those who answered what their main activity is")
    yield what, "E", _("those of them who work")
    yield what, "U", _("those of them without work")


def _codes(centre: Profile) -> Iterator[tuple[Text, str, Text]]:
    wave = _("Wave")
    yield wave, "0", _("before the training")
    yield wave, "1, 3, 6, 12", _("months after the training ended")
    yield from _of(_("Status"), STATUS)
    yield from _of(_("Main activity"), vocabulary.ACTIVITY)
    yield from _of(_("Employment"), EMPLOYMENT)
    yield from _of(_("First job began"), vocabulary.SINCE)
    yield from _of(_("Relevance"), vocabulary.RELEVANCE)
    yield from _of(_("Sector"), vocabulary.SECTOR)
    yield from _of(_("Place of work"), vocabulary.work_places(centre.followup.places))
    yield from _of(_("Looks for work"), vocabulary.SEEKING)
    yield from _of(_("Source"), SOURCE)
    yield from _of(_("Sex"), SEX_LABEL)
    yield from ((_("Kecamatan"), one.code, verbatim(one.name)) for one in centre.kecamatan)


def _of(what: Text, meanings: Mapping[Code, Text]) -> Iterator[tuple[Text, str, Text]]:
    yield from ((what, str(code), meaning) for code, meaning in meanings.items())


def _formulas() -> Iterator[tuple[Text, str, Text]]:
    for one in FORMULAS:
        yield one.name, one.formula, one.source


def _rules() -> Iterator[tuple[Text, str, Text]]:
    what = _("Rules")
    yield what, "50%", _("below half of the graduates answering no percentage is told, only the bounds")
    yield what, f"< {SMALL_CELL}", _("cells this small are withheld in whatever is public")
    yield what, "0-1", _("of several answers in a wave the one marked as the latest counts; corrections are added")
    yield what, "person-…", _("a pseudonym: the same person in every line, and nobody can tell who")
    yield what, "!", _("this file is not for the public: several columns together may point to somebody")
