"""Scores in words: the people of a class who are to be scored, and what a list of scores would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.script import Matter, Misread
from conversations.sessions.serials import resolve, serial
from locales.text import Text, _, lines, verbatim
from records import classes, rolls, scores
from records.permissions import Permission
from records.scores import HUNDREDTH, LEAST, MOST
from records.scoring import Change

SHOWN = 25


@dataclass(frozen=True, slots=True)
class Facts:
    """A class; by number who is to be scored: (application, name); by code what is scored; the scores there are."""

    class_id: int
    programme: str
    people: Mapping[str, tuple[int, str]]
    components: Mapping[str, str]
    known: Mapping[int, Mapping[str, Decimal]]
    staff_id: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.SESSIONS)
    if officer is None or matter.about is None:
        return INVISIBLE
    return facts_of(context, matter.about, officer.id) or INVISIBLE


def facts_of(context: Context, class_id: int, staff_id: int) -> Facts | None:
    brief = classes.brief(context.session, class_id)
    if brief is None:
        return None
    return Facts(
        class_id=class_id,
        programme=brief.programme,
        people={each.number: (each.application_id, each.name) for each in rolls.scorable(context.session, class_id)},
        components={each.code: each.name for each in context.house.profile.sessions.components},
        known=scores.of_class(context.session, class_id),
        staff_id=staff_id,
    )


def score(typed: str) -> str | Misread:
    """A score like 78,5; kept with a point and without needless zeros."""
    cleaned = typed.strip().replace(" ", "").replace(",", ".")
    whole, _point, places = cleaned.partition(".")
    fits = whole.isascii() and whole.isdigit() and len(whole) <= 3 and (not places or places.isascii())
    if not fits or (places and not places.isdigit()) or cleaned.endswith(".") or len(places) > 2:
        return Misread(_("Please write a score from 0 to 100, for example 78,5."))
    value = Decimal(cleaned).quantize(HUNDREDTH)
    if not LEAST <= value <= MOST:
        return Misread(_("Please write a score from 0 to 100, for example 78,5."))
    return f"{value.normalize():f}"


def shown(value: Decimal) -> str:
    """As it is written here: 78,5."""
    return f"{value.normalize():f}".replace(".", ",")


def somebody(typed: str, facts: Facts) -> str | Text:
    """The number that was meant, or what is wrong with what was typed."""
    found = resolve(typed, facts.people)
    if found.only is not None:
        return found.only
    if not found.numbers:
        return _("{typed}: nobody of this class who is scheduled for a test", typed=typed[:20])
    return _(
        "{typed}: could be {numbers}, write more digits",
        typed=typed[:20],
        numbers=", ".join(serial(number) for number in found.numbers[:5]),
    )


def preview(facts: Facts, made: Sequence[Change], given: int) -> Text:
    """How many are new, which change and how, and how many stand as they are."""
    numbers = {application: number for number, (application, _name) in facts.people.items()}
    new = [change for change in made if change.old is None]
    changed = [change for change in made if change.old is not None]
    head = _(
        "<b>Scores, {programme}</b>\nNew: {new}\nChanged: {changed}\nAs before: {same}",
        programme=facts.programme,
        new=len(new),
        changed=len(changed),
        same=given - len(made),
    )
    listed = [_line(facts, numbers, change) for change in (*changed, *new)[:SHOWN]]
    more = _("… and {count} more", count=len(made) - SHOWN) if len(made) > SHOWN else None
    return lines(head, lines(*listed, more), separator="\n\n") if listed else head


def _line(facts: Facts, numbers: Mapping[int, str], change: Change) -> Text:
    number = numbers.get(change.application_id, "?")
    name = facts.people[number][1] if number in facts.people else ""
    old = "" if change.old is None else f"{shown(change.old)} → "
    component = facts.components.get(change.component, change.component)
    return verbatim(f"{serial(number)} {name[:40]}, {component}: {old}{shown(change.new)}")
