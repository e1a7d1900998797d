"""Quotes: the one sentence that is told on, with everything that makes its percentage honest."""

from collections.abc import Callable
from datetime import date

from locales.text import Percent, Text, _, verbatim
from records.indicators import Figure

# What Telegram lets a button copy.
LONGEST = 256


def quote(say: Callable[[Text], str], figure: Figure, who: Text, wave: int, day: date) -> str:
    """The sentence as `say` words it, at most 256 characters: a long name is cut off, a number never."""

    def said(name: str) -> str:
        return say(sentence(figure, verbatim(name), wave, day))

    name = say(who)
    whole = said(name)
    if len(whole) <= LONGEST:
        return whole
    kept = max(0, len(name) - (len(whole) - LONGEST) - 1)
    return said(name[:kept].rstrip() + "…")


def sentence(figure: Figure, who: Text, wave: int, day: date) -> Text:
    """N, T, R, E, both bounds, the wave and the day; a percentage only where half answered."""
    lower, upper = figure.lower, figure.upper
    if lower is None or upper is None:
        return _("{who}: nobody has graduated yet ({day}).", who=who, day=day)
    numbers = _(
        "Of {n} graduates {t} were reached, {r} answered, {e} work",
        n=figure.graduates,
        t=figure.reached,
        r=figure.answered,
        e=figure.working,
    )
    if figure.withheld is not None or figure.share is None:
        return _(
            "{who}, month {wave} ({day}): too few answers for a percentage. {numbers}; of all, {low} to {high}.",
            who=who,
            wave=wave,
            day=day,
            numbers=numbers,
            low=Percent(lower),
            high=Percent(upper),
        )
    return _(
        "{who}, month {wave} ({day}): {share} of those who answered work. {numbers}; of all, {low} to {high}.",
        who=who,
        wave=wave,
        day=day,
        share=Percent(figure.share),
        numbers=numbers,
        low=Percent(lower),
        high=Percent(upper),
    )


def shortage(figure: Figure, silent: int) -> Text | None:
    """Why no percentage is told, and what would help; None where it is told. `silent` were asked and may be phoned."""
    if figure.withheld is None or figure.response is None:
        return None
    if not silent:
        return _(
            "Only {response} answered. There is nobody to phone now: the others were not asked in this month yet, or "
            "do not want to be asked.",
            response=Percent(figure.response),
        )
    return _(
        "Only {response} answered; {silent} people need to be phoned.",
        response=Percent(figure.response),
        silent=silent,
    )
