"""Wordings of reasons that are chosen from a list. A reason is kept as its code, or as somebody's own words."""

from collections.abc import Mapping

from conversations.script import Choice
from locales.text import Text, _, verbatim

MEETING: dict[str, Text] = {
    "rob": _("tidal flood (rob)"),
    "trainer": _("the trainer cannot come"),
    "power": _("the power is cut"),
    "event": _("the place is needed for an event"),
}
ABSENCE: dict[str, Text] = {
    "ill": _("ill"),
    "family": _("a family matter"),
    "flood": _("flood or tidal flood (rob)"),
}
LEAVING: dict[str, Text] = {
    "work": _("has found work"),
    "health": _("health"),
    "household": _("family or household"),
    "distance": _("distance or transport"),
    "unsuitable": _("the training does not suit"),
}
DISMISSING: dict[str, Text] = {
    "absence": _("absent too often without leave"),
    "rules": _("did not keep the rules of the centre"),
    "untrue": _("the data given were not true"),
}
VERDICT: dict[str, Text] = {
    "attendance": _("too few days attended"),
    "units": _("not every unit of the training was finished"),
    "test": _("the final test was not passed"),
}

NO_LEAVE: dict[str, Text] = {
    "attendance": _("too many days are missed already"),
    "practice": _("that day has a test or practice that cannot be made up"),
}


def choices(words: Mapping[str, Text]) -> tuple[Choice, ...]:
    return tuple(Choice(code, label) for code, label in words.items())


def meeting_reason(kept: str) -> Text:
    return MEETING.get(kept) or verbatim(kept)


def absence_reason(kept: str) -> Text:
    return ABSENCE.get(kept) or verbatim(kept)


def leaving_reason(kept: str) -> Text:
    return LEAVING.get(kept) or DISMISSING.get(kept) or verbatim(kept)


def leave_word(kept: str) -> Text:
    return NO_LEAVE.get(kept) or verbatim(kept)


def verdict_reason(kept: str) -> Text:
    return VERDICT.get(kept) or verbatim(kept)
