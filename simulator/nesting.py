"""Which entities may lie in which: Telegram's rules, applied to what a text was given.

Code holds nothing and lies in nothing but a quote; of links, mentions and the like that overlap the first stays;
quotes do not nest; bold and its kin may overlap anything, and are cut where code is.
"""

from collections.abc import Iterable

from simulator.entity import Entity

# Of two entities over the same stretch, the one named first is the outer one.
OUTER_FIRST = (
    *("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention", "url", "email", "mention"),
    *("hashtag", "bot_command", "bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"),
)
CODE = frozenset({"pre", "code"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
CUTTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"})

_RANK = {kind: rank for rank, kind in enumerate(OUTER_FIRST)}


def ordered(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities as Telegram keeps them: outer before inner, without those that may not be where they are."""
    by_place = sorted(entities, key=_place)
    if len(by_place) < 2:
        return tuple(by_place)
    quotes = _disjoint(entity for entity in by_place if entity.kind in QUOTES)
    whole = _disjoint(entity for entity in by_place if entity.kind not in QUOTES and entity.kind not in CUTTABLE)
    codes = [entity for entity in whole if entity.kind in CODE]
    cut = [piece for entity in _new(by_place) for piece in _without(entity, codes)]
    return tuple(sorted((*quotes, *whole, *cut), key=_place))


def _place(entity: Entity) -> tuple[int, int, int, bool]:
    return entity.offset, -entity.length, _RANK.get(entity.kind, 0), not entity.value


def _disjoint(entities: Iterable[Entity]) -> list[Entity]:
    """The first of those that overlap."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or kept[-1].end <= entity.offset:
            kept.append(entity)
    return kept


def _new(entities: Iterable[Entity]) -> Iterable[Entity]:
    """Those that may be cut, without those inside one of their own kind, which say nothing new."""
    reach: dict[str, int] = {}
    for entity in entities:
        if entity.kind in CUTTABLE and entity.end > reach.get(entity.kind, 0):
            reach[entity.kind] = entity.end
            yield entity


def _without(entity: Entity, codes: list[Entity]) -> Iterable[Entity]:
    """What is left of an entity where code is cut out of it."""
    start = entity.offset
    for code in codes:
        if code.end <= start or code.offset >= entity.end:
            continue
        if code.offset > start:
            yield Entity(entity.kind, start, code.offset - start, entity.value)
        start = max(start, code.end)
    if start < entity.end:
        yield Entity(entity.kind, start, entity.end - start, entity.value)
