"""The words of the workbook."""

from conversations.vocabulary import SEX_LABEL
from locales.text import Text, _
from records.indicators import UNKNOWN, By
from scheduler.reports import codebook
from scheduler.reports.book import Words
from scheduler.reports.frames import Voice, at_wave, kecamatan, source
from scheduler.reports.gathering import Gathered

CUTS: dict[By, Text] = {
    By.PROGRAMME: _("Trade"),
    By.COHORT: _("Cohort"),
    By.YEAR: _("Year"),
    By.SEX: _("Sex"),
    By.KECAMATAN: _("Kecamatan"),
    By.WAVE: _("Wave"),
}
INDICATORS: tuple[Text, ...] = (
    _("Cut by"),
    _("Group"),
    _("Wave"),
    _("N graduates"),
    _("T reached"),
    _("R answered"),
    _("E working"),
    _("R/N (%)"),
    _("R/T (%)"),
    _("E/R (%)"),
    _("E/N (%), lower bound"),
    _("(E+N-R)/N (%), upper bound"),
    _("May be quoted"),
    _("Main activity is work"),
    _("Main activity is work (% of R)"),
    _("Worked before (of E)"),
    _("Known of before (of E)"),
    _("Weighted placement (%)"),
    _("Self-employed (% of R)"),
    _("Self-employed (% of E)"),
    _("Unemployment (%)"),
    _("Relevance (%)"),
    _("Wage at or above UMK (%)"),
    _("Retention (%)"),
    _("Competent (%)"),
    _("Half had a job by month"),
)
RECORDS: tuple[Text, ...] = (
    _("Person (pseudonym)"),
    _("Cohort"),
    _("Class"),
    _("Trade"),
    _("Sex"),
    _("Born"),
    _("Kecamatan"),
    _("Wave"),
    _("Recorded on"),
    _("Status"),
    _("Main activity"),
    _("Employment"),
    _("First job began"),
    _("Relevance"),
    _("UMK reached"),
    _("Sector"),
    _("Place of work"),
    _("Looks for work"),
    _("Satisfaction"),
    _("OJT paid"),
    _("Source"),
    _("Complete"),
    _("Latest"),
)


def words(voice: Voice, found: Gathered) -> Words:
    say, centre = voice.say, voice.centre
    sexes = {f"{By.SEX}:{code}": say(name) for code, name in SEX_LABEL.items()}
    codes_of_places = (*(one.code for one in centre.kecamatan), UNKNOWN)
    places = {f"{By.KECAMATAN}:{code}": say(kecamatan(code, centre)) for code in codes_of_places}
    indicators, records, codes = (say(name) for name in (_("Indicators"), _("Records"), _("Code book")))
    what, code, meaning = (say(name) for name in (_("What"), _("Code"), _("Meaning")))
    return Words(
        sheets=(indicators, records, codes),
        note=say(_("{group}. {source}", group=at_wave(found, centre), source=source(found, centre))),
        indicators=tuple(say(head) for head in INDICATORS),
        records=tuple(say(head) for head in RECORDS),
        codes=(what, code, meaning),
        cuts={by: say(name) for by, name in CUTS.items()},
        groups={**sexes, f"{By.SEX}:{UNKNOWN}": say(_("sex not known")), **places},
        total=say(_("All")),
        yes=say(_("yes")),
        no=say(_("no")),
        codebook=codebook.rows(say, centre),
    )
