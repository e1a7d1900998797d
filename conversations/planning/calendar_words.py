"""The words of the sending calendar: its hours, why a day is closed, and what a change of it says."""

from collections.abc import Iterable

from conversations import dates, hours
from locales.text import Lines, Text, _, verbatim
from records.calendar import Cause, Closed
from records.calendar_changes import CalendarChange, ChangeKind, Part

REASONS: dict[ChangeKind, dict[str, Text]] = {
    ChangeKind.CLOSED: {
        "flood": _("Tidal flood (rob)"),
        "syawalan": _("Syawalan"),
        "event": _("An event of the city or the centre"),
    },
    ChangeKind.OPEN: {"works": _("The centre works on that day")},
    ChangeKind.RAMADAN: {"decided": _("As the government decided (sidang isbat)")},
    ChangeKind.EID: {
        "decided": _("As the government decided (sidang isbat)"),
        "decree": _("As the joint decree (SKB) says"),
    },
    ChangeKind.HOURS: {"head": _("Decided by the head of the centre")},
}
PARTS: dict[Part, Text] = {
    Part.USUAL: _("Usual hours"),
    Part.FRIDAY: _("Pause on Fridays"),
    Part.RAMADAN: _("Hours in Ramadan"),
    Part.NOTICES: _("Hours of urgent notices"),
}
_BY_CODE = {code: words for reasons in REASONS.values() for code, words in reasons.items()}


def reason_text(kept: str) -> Text:
    """A reason of the list, or the officer's own words."""
    return _BY_CODE.get(kept) or verbatim(kept)


def why(closed: Closed) -> Text:
    """Why nothing is sent on a day."""
    match closed.cause:
        case Cause.OWN:
            return reason_text(closed.words) if closed.words else _("closed by the centre")
        case Cause.HOLIDAY:
            return verbatim(closed.words)
        case Cause.EID:
            return _("around Idul Fitri")


def spans(kept: str) -> Text:
    """Hours as a change keeps them: 08.00-11.30 and 13.00-17.15."""
    said = tuple(verbatim(hours.dotted(span)) for span in kept.split(","))
    return Text("{lines}", {"lines": Lines(said, ", ")})


def title(change: CalendarChange) -> Text:
    """What a change says, in one line."""
    days = dates.days(change.first, change.last)
    match ChangeKind(change.kind):
        case ChangeKind.CLOSED:
            return _("⛔ Closed: {days}", days=days)
        case ChangeKind.OPEN:
            return _("🔓 Open all the same: {days}", days=days)
        case ChangeKind.RAMADAN:
            return _("🌙 Ramadan: {days}", days=days)
        case ChangeKind.EID:
            return _("🕌 Idul Fitri: {days}", days=days)
        case ChangeKind.HOURS:
            part = PARTS[Part(change.part or Part.USUAL)]
            return _("🕗 {part} from {day} on: {hours}", part=part, day=change.first, hours=spans(change.hours or ""))


def listed(items: Iterable[Text], separator: str = ", ") -> Text:
    """Several texts in one line."""
    return Text("{lines}", {"lines": Lines(tuple(items), separator)})
