"""Pictures of what was gathered: the words and values of each chart. Titles say what was found, or ask."""

from collections import Counter
from math import isinf

from locales.text import Percent, Text, _
from records.indicators import SILENT, Flow, Row
from records.labour import LabourStatus
from records.monitoring import BEFORE
from scheduler.pictures import values
from scheduler.pictures.values import Asked, Column, Passage, State
from scheduler.reports.frames import Voice, frame
from scheduler.reports.gathering import Gathered

STATES: dict[str, State] = {
    LabourStatus.WORKING: State.WORKING,
    LabourStatus.OJT: State.OJT,
    LabourStatus.UNEMPLOYED: State.UNEMPLOYED,
    LabourStatus.OUTSIDE: State.OUTSIDE,
    LabourStatus.UNDETERMINED: State.UNKNOWN,
    SILENT: State.UNKNOWN,
}
NAMES: dict[State, Text] = {
    State.WORKING: _("work or run a business"),
    State.OJT: _("on-the-job training (OJT)"),
    State.UNEMPLOYED: _("look for work"),
    State.OUTSIDE: _("school, household, something else"),
    State.UNKNOWN: _("not known"),
}


def response(voice: Voice, found: Gathered) -> values.Response:
    """How many of the graduates the question reached at each wave, how many answered, how many work."""
    asked = [row for row in found.waves if row.indicators.figure.reached]
    keys = (
        _("all graduates"),
        _("reached: the question arrived"),
        _("answered what they do"),
        _("work or run a business"),
    )
    first, second, third, fourth = (voice.say(key) for key in keys)
    return values.Response(
        frame=frame(voice, found, _response_title(asked), empty=_("Nobody has graduated yet.")),
        keys=(first, second, third, fourth),
        waves=tuple(_asked(voice, row) for row in found.waves) if found.figure.graduates else (),
    )


def _response_title(asked: list[Row]) -> Text:
    if not asked:
        return _("Do the graduates answer?")
    last = asked[-1].indicators
    return _(
        "{share} of the graduates answered in month {wave}", share=Percent(last.figure.response or 0), wave=last.wave
    )


def _asked(voice: Voice, row: Row) -> Asked:
    say, figure = voice.say, row.indicators.figure
    label = say(wave_name(row.indicators.wave))
    if not figure.reached:
        return Asked(label, say(_("not asked yet")), "", figure.graduates, 0, 0, 0, due=False)
    counts = _(
        "{graduates} graduates · {reached} reached · {answered} answered · {working} work",
        graduates=figure.graduates,
        reached=figure.reached,
        answered=figure.answered,
        working=figure.working,
    )
    told = say(_("{share} answered", share=Percent(figure.response or 0)))
    return Asked(label, told, say(counts), figure.graduates, figure.reached, figure.answered, figure.working)


def wave_name(wave: int) -> Text:
    return _("Before") if wave == BEFORE else _("Month {wave}", wave=wave)


def flow(voice: Voice, found: Gathered) -> values.Flow:
    """What the same people did from wave to wave."""
    guide = _(
        "Each column is all {count} graduates in one month. The ribbons show where they went from there; the "
        "numbers are people.",
        count=found.figure.graduates,
    )
    empty = _("There is a flow once two months have been asked.")
    return values.Flow(
        frame=frame(voice, found, _flow_title(found.change), guide if found.flows else None, empty),
        names=tuple((state, voice.say(name)) for state, name in NAMES.items()),
        columns=columns(voice, found),
        passages=tuple(_passages(one) for one in found.flows),
    )


def _flow_title(change: Flow | None) -> Text:
    began = 0 if change is None else sum(n for (before, after), n in change.moves.items() if _begins(before, after))
    if change is None or not began:
        return _("Who has begun to work?")
    if change.before == BEFORE:
        return _(
            "{count} people without work before the training had work in month {last}", count=began, last=change.after
        )
    return _(
        "{count} people without work in month {first} had work in month {last}",
        count=began,
        first=change.before,
        last=change.after,
    )


def _begins(before: str, after: str) -> bool:
    """Of those whose status is known at both waves."""
    return after == LabourStatus.WORKING and STATES[before] not in (State.WORKING, State.UNKNOWN)


def columns(voice: Voice, found: Gathered) -> tuple[Column, ...]:
    """A column for each wave that was asked, from the flows between them."""
    if not found.flows:
        return ()
    ends = [(one.before, 0, one) for one in found.flows] + [(found.flows[-1].after, 1, found.flows[-1])]
    return tuple(Column(voice.say(wave_name(wave)), _counts(one, side)) for wave, side, one in ends)


def _counts(one: Flow, side: int) -> tuple[tuple[State, int], ...]:
    counted = Counter[State]()
    for ends, count in one.moves.items():
        counted[STATES[ends[side]]] += count
    return tuple((state, counted[state]) for state in State if counted[state])


def _passages(one: Flow) -> tuple[Passage, ...]:
    counted = Counter[tuple[State, State]]()
    for (before, after), count in one.moves.items():
        counted[STATES[before], STATES[after]] += count
    return tuple((before, after, count) for (before, after), count in sorted(counted.items()))


def curve(voice: Voice, found: Gathered) -> values.Curve:
    """How many had their first job by which month."""
    lived, say = found.table.total.curve, voice.say
    known = [step for step in lived.steps if not isinf(step.until)]
    guide = _(
        "The line rises as graduates begin their first job after the training. Whoever has none yet still counts "
        "(Kaplan-Meier)."
    )
    note = _(
        "Known of {observed} people: {began} have begun. {before} who worked before the training already are not in "
        "the line.",
        observed=lived.observed,
        began=lived.began,
        before=lived.before,
    )
    return values.Curve(
        frame=frame(voice, found, _("How long until the first job?"), guide, _("Nobody has told yet when work began.")),
        steps=tuple((step.until, 1 - step.left) for step in known) if lived.observed else (),
        median=lived.median.until,
        median_told=say(median(found)),
        ticks=(0, *sorted({wave for wave in found.wanted.waves if BEFORE < wave <= found.wanted.wave})),
        axis=say(_("months after the training")),
        percent=say(_("{number}%", number="{number}")),
        note=say(note),
    )


def median(found: Gathered) -> Text:
    """By when half had a first job."""
    half = found.table.total.curve.median
    if half.until is None:
        return _("After {wave} months fewer than half have a job", wave=found.wanted.wave)
    if half.until == 0:
        return _("Half had a job when the training ended")
    return _("Half had a job by month {month}", month=round(half.until))
