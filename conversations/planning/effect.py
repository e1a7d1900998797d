"""The effect of a change of the calendar, in words: which days change, what moves when, and what comes too late."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from conversations import dates
from conversations.planning.calendar_words import listed
from locales.text import Text, _, lines, verbatim
from records.deliveries import DeliveryKind
from records.rescheduling import Change, Move

# So many of the first and of the last moves are told one by one.
TOLD = 3
PERIODS_TOLD = 6


def effect(change: Change, moves: Sequence[Move]) -> Text:
    """What an officer reads before she confirms."""
    return lines(_days(change), _counts(moves), _moves(change, moves), _late(change, moves), separator="\n\n")


def _days(change: Change) -> Text:
    """The days that close, that open, and those with other hours."""
    closing, opening, other = list[date](), list[date](), list[date]()
    for day in change.days():
        was, will = change.old.is_closed(day), change.new.is_closed(day)
        (other if was == will else closing if will else opening).append(day)
    if not (closing or opening or other):
        return _("No day from today on changes.")
    return lines(
        _("⛔ Closed from now on: {days}", days=_periods(closing)) if closing else None,
        _("🔓 Open from now on: {days}", days=_periods(opening)) if opening else None,
        _("🕗 Other hours: {days}", days=_periods(other)) if other else None,
    )


def _periods(days: Sequence[date]) -> Text:
    """Days that follow each other in one."""
    found = [dates.days(first, last) for first, last in periods(days)]
    more = (verbatim("…"),) if len(found) > PERIODS_TOLD else ()
    return listed((*found[:PERIODS_TOLD], *more))


def periods(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """The first and the last of each run of days."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = last = day
        elif day - last == timedelta(days=1):
            last = day
        else:
            yield first, last
            first = last = day
    if first is not None and last is not None:
        yield first, last


def _counts(moves: Sequence[Move]) -> Text:
    followups = sum(move.count for move in moves if move.kind is DeliveryKind.FOLLOWUP)
    others = sum(move.count for move in moves) - followups
    if not moves:
        return _("No message moves.")
    return lines(
        _("Follow-ups that move: {count}", count=followups) if followups else None,
        _("Other messages that wait and move: {count}", count=others) if others else None,
    )


def _moves(change: Change, moves: Sequence[Move]) -> Text | None:
    """From each day to an instant; of many the first and the last."""
    if not moves:
        return None
    counted = Counter[tuple[date, datetime]]()
    for move in moves:
        counted[move.due.astimezone(change.new.zone).date(), move.after] += move.count
    told = [
        _("• {day} → {after}: {count}", day=day, after=after, count=count)
        for (day, after), count in sorted(counted.items())
    ]
    if len(told) > 2 * TOLD + 1:
        told = [*told[:TOLD], verbatim("…"), *told[-TOLD:]]
    return lines(*told)


def _late(change: Change, moves: Sequence[Move]) -> Text | None:
    late = sum(move.count for move in moves if move.late)
    if not moves:
        return None
    if not late:
        return _("✅ None of them is sent later than {days} days after its day.", days=change.window.days)
    return _(
        "⚠️ {count} would be sent more than {days} days after their day, when the question means little.",
        count=late,
        days=change.window.days,
    )
