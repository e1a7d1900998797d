"""Why a class is cancelled, as its people read it: a reason of the list, or the officer's own words."""

from locales.text import Text, _, verbatim

REASONS: dict[str, Text] = {
    "few": _("too few people applied for it"),
    "instructor": _("the instructor cannot come"),
    "place": _("the workshop or its machines are not ready"),
    "flood": _("the place is flooded (rob)"),
    "budget": _("its budget is not available"),
}


def reason_text(kept: str) -> Text:
    return REASONS.get(kept) or verbatim(kept)
