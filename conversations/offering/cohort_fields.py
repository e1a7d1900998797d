"""The fields of a cohort: its name, its registration, its training."""

from conversations import dates, readers
from conversations.offering.field import Desk, Field, Known
from conversations.script import Choice, Misread
from locales.text import Text, _, verbatim


def _name(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = readers.words(typed, limit=80, least=3)
    if isinstance(found, Misread) or found == known("name") or found.lower() not in desk.taken:
        return found
    return Misread(_("There is a cohort of that name already. Please choose another name."))


def _year(typed: str, _known: Known, _desk: Desk) -> str | Misread:
    found = readers.count(typed, 2000, 2099)
    return (
        Misread(_("Please write the year in four digits, for example 2026.")) if isinstance(found, Misread) else found
    )


def _opens(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = dates.moment(typed, desk.today, dates.DAY_BEGINS)
    closes = known("closes")
    if not isinstance(found, Misread) and closes is not None and found >= closes:
        return Misread(_("Registration must open before it closes. Change the closing first, if both move."))
    return found


def _closes(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = dates.moment(typed, desk.today, dates.DAY_ENDS)
    opens = known("opens")
    if not isinstance(found, Misread) and opens is not None and found <= opens:
        return Misread(_("Registration must close after it opens. Please look at the date again."))
    if not isinstance(found, Misread) and not _is_before(found, known("starts")):
        return Misread(
            _("Registration must close before the training begins. Change the first day first, if both move.")
        )
    return found


def _is_before(closes: str, starts: str | None) -> bool:
    """Whoever registers is checked and tested before the training: never the same day. Both as they are kept."""
    return starts is None or dates.of(closes[:10]) < dates.of(starts)


def _starts(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = dates.day(typed, desk.today)
    ends = known("ends")
    if not isinstance(found, Misread) and ends is not None and found > ends:
        return Misread(_("The training must begin before it ends. Change the last day first, if both move."))
    closes = known("closes")
    if not isinstance(found, Misread) and closes is not None and not _is_before(closes, found):
        return Misread(
            _("The training must begin after registration has closed. Change the closing first, if both move.")
        )
    return found


def _ends(typed: str, known: Known, desk: Desk) -> str | Misread:
    found = dates.day(typed, desk.today)
    starts = known("starts")
    if not isinstance(found, Misread) and starts is not None and found < starts:
        return Misread(_("The training must end after it begins. Please look at the date again."))
    return found


def _moment(value: str, desk: Desk) -> Text:
    return _("{moment}", moment=desk.instant(value))


NAME = Field(
    key="name",
    label=_("Name"),
    prompt=_("What is the cohort called? For example: Angkatan IV 2026"),
    read=_name,
    keep=lambda value, _d: {"name": value},
)
YEAR = Field(
    key="year",
    label=_("Year"),
    prompt=_("Of which year is it? Registration numbers begin with the year."),
    read=_year,
    choices=lambda _k, desk: tuple(
        Choice(str(year), verbatim(str(year))) for year in (desk.today.year, desk.today.year + 1)
    ),
    keep=lambda value, _d: {"year": int(value)},
)
OPENS = Field(
    key="opens",
    label=_("Registration opens"),
    prompt=_(
        "When does registration <b>open</b>? For example: 3 November 2026 pukul 08.00 "
        "(without a time: as the day begins)"
    ),
    read=_opens,
    shown=_moment,
    keep=lambda value, desk: {"opens_at": desk.instant(value)},
)
CLOSES = Field(
    key="closes",
    label=_("Registration closes"),
    prompt=_(
        "When does registration <b>close</b>? For example: 14 November 2026 pukul 16.00 "
        "(without a time: as the day ends)"
    ),
    read=_closes,
    shown=_moment,
    keep=lambda value, desk: {"closes_at": desk.instant(value)},
)
STARTS = Field(
    key="starts",
    label=_("Training begins"),
    prompt=_("On which day does the <b>training begin</b>? For example: 1 Desember 2026"),
    read=_starts,
    shown=lambda value, _d: dates.shown_day(value),
    keep=lambda value, _d: {"starts_on": dates.of(value)},
)
ENDS = Field(
    key="ends",
    label=_("Training ends"),
    prompt=_("On which day does the <b>training end</b>, at the latest? For example: 15 Januari 2027"),
    read=_ends,
    shown=lambda value, _d: dates.shown_day(value),
    keep=lambda value, _d: {"ends_on": dates.of(value)},
)
FIELDS = (NAME, YEAR, OPENS, CLOSES, STARTS, ENDS)
# A copy asks for the new days only; how long the training takes is known.
COPY_FIELDS = (NAME, OPENS, CLOSES, STARTS)
