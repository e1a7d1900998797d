"""A drawn town for audiences: plain values, few of everything, so that they meet; and audiences that name them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hypothesis import strategies as st

from records.audiences import Audience, Group, Trait

TRAINED = ("peserta", "lulus_pelatihan", "lulus_pelatihan", "tidak_lulus_pelatihan", "mengundurkan_diri")
APPLIED = ("terkirim", "cadangan", "peserta", "mengundurkan_diri")
STANDINGS = ("working", "unemployed", "ojt")
WAVES = (0, 1, 3)
PURPOSES = ("vacancies", "showcase")
PLACES = ("33.75.01", "33.75.02", None)
# The first two speak for people, mostly for several.
CHATS = (11, 12, 13, 14, 15)
PEOPLE = 8
# What an audience may ask for; by place what has ids.
ASKED = {
    Trait.COHORT: ("0", "1"),
    Trait.CLASS: ("0", "1", "2", "3"),
    Trait.PROGRAMME: ("0", "1"),
    Trait.YEAR: ("2025", "2026"),
    Trait.STATUS: tuple(sorted({*TRAINED, *APPLIED})),
    Trait.KECAMATAN: ("33.75.01", "33.75.02", "x"),
    Trait.ALUMNI: (*STANDINGS, "never"),
    Trait.WISH: ("0", "1"),
    Trait.CONSENT: PURPOSES,
    Trait.REPLY: ("0.yes", "0.no", "0.-"),
    Trait.SITTING: ("0", "1"),
}
PAIRS = tuple((trait, value) for trait, values in ASKED.items() for value in values)
OF_CLASSES = (Trait.COHORT, Trait.CLASS, Trait.PROGRAMME, Trait.YEAR)


class For(StrEnum):
    """For whom a chat asked: nobody by name, one of those it speaks for, or somebody it does not speak for."""

    NOBODY = "nobody"
    FIRST = "first"
    LAST = "last"
    STRANGER = "stranger"


@dataclass(frozen=True)
class Townswoman:
    """`trained` by class; `told` by the place of the training and the wave: how she stood, if anything is known, and
    whether it counts; `applied` by cohort: the programme of her first choice and the status; `seats` by cohort: which
    session, and whether she still holds the seat.
    """

    place: str | None
    chat: int | None
    died: bool
    trained: dict[int, str]
    told: dict[tuple[int, int], tuple[str | None, bool]]
    applied: dict[int, tuple[int, str]]
    seats: dict[int, tuple[int, bool]]
    agreed: dict[str, bool]


@dataclass(frozen=True)
class Drawn:
    """`wished` by chat and programme, `alerted` by chat: for whom, and whether it holds. `told` by the place of a
    person, or by a chat: how an earlier announcement to her ended, and what she answered.
    """

    people: list[Townswoman]
    wished: dict[tuple[int, int], tuple[For, bool]]
    alerted: dict[int, tuple[For, bool]]
    told: dict[int, tuple[str, str | None]]


def towns() -> st.SearchStrategy[Drawn]:
    """Never an empty one: left alone, those that are drawn first are so plain that nearly anything is right of them.
    What the plainest have, the first of each choice, is what can go wrong.
    """
    chats, either = st.sampled_from(CHATS), st.integers(0, 1)
    asked = st.tuples(st.sampled_from((For.FIRST, *For)), _mostly())
    ended = st.tuples(st.sampled_from(("sent", "sent", "unknown", "failed")), st.sampled_from(("yes", "no", None)))
    return st.builds(
        Drawn,
        people=st.lists(_townswomen(), min_size=PEOPLE, max_size=PEOPLE),
        wished=st.dictionaries(st.tuples(chats, either), asked, min_size=6),
        alerted=st.dictionaries(chats, asked, min_size=2),
        told=st.dictionaries(st.integers(0, PEOPLE - 1) | chats, ended, min_size=6),
    )


def _townswomen() -> st.SearchStrategy[Townswoman]:
    either = st.integers(0, 1)
    told = st.tuples(st.sampled_from((*STANDINGS, None)), _mostly())
    return st.builds(
        Townswoman,
        place=st.sampled_from(PLACES),
        chat=st.sampled_from((*CHATS[:2], *CHATS[:2], None)),
        died=st.sampled_from((False, False, False, True)),
        trained=st.dictionaries(st.integers(0, 3), st.sampled_from(TRAINED), min_size=1, max_size=2),
        told=st.fixed_dictionaries({(place, wave): told for place in (0, 1) for wave in WAVES}),
        applied=st.dictionaries(either, st.tuples(either, st.sampled_from(APPLIED))),
        seats=st.dictionaries(either, st.tuples(either, _mostly())),
        agreed=st.dictionaries(st.sampled_from(PURPOSES), _mostly()),
    )


def _mostly() -> st.SearchStrategy[bool]:
    return st.sampled_from((False, True, True))


def audiences() -> st.SearchStrategy[Audience]:
    """Single people are left out by their places; some groups are places that were emptied."""
    groups = st.lists(_mixed() | _tied() | st.just(Group({})), max_size=3).map(tuple)
    without = st.lists(_mixed(), max_size=1).map(tuple)
    return st.builds(Audience, groups, without, st.frozensets(st.integers(0, PEOPLE - 1), max_size=1))


def _mixed() -> st.SearchStrategy[Group]:
    """Some traits come alone; where several come, fewer people have them all."""
    return st.lists(st.sampled_from(PAIRS), min_size=1, max_size=3).map(_group)


def _tied() -> st.SearchStrategy[Group]:
    """Two things that must hold of the same training or application."""
    of_class = st.sampled_from([pair for pair in PAIRS if pair[0] in OF_CLASSES])
    return st.tuples(of_class, st.sampled_from([pair for pair in PAIRS if pair[0] is Trait.STATUS])).map(_group)


def _group(pairs: Iterable[tuple[Trait, str]]) -> Group:
    pairs = list(pairs)
    return Group({trait: frozenset(value for of, value in pairs if of is trait) for trait, _value in pairs})


def plainest() -> list[Audience]:
    """Each value there is alone, and all of its kind but those who have it: nothing else hides what is wrong of it."""
    alone = [(trait, _group([(trait, value)])) for trait, value in PAIRS]
    all_of = {trait: _group((trait, value) for value in values) for trait, values in ASKED.items()}
    but = [Audience((all_of[Trait.KECAMATAN], all_of[trait]), (group,)) for trait, group in alone]
    return [Audience((group,)) for _trait, group in alone] + but
