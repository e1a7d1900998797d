"""An audience as a value: everybody who is in one of its groups, less those who are in one that is left out.

Whoever is in a group has all of its traits, and of each trait one of the values named: those of Angkatan III who live
in Pekalongan Utara. A person in two groups is in the audience once.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Trait(StrEnum):
    """What tells people apart. Its values are ids or codes, as text.

    COHORT, CLASS, PROGRAMME, YEAR and STATUS speak of one and the same training or application of a person. WISH names
    the programme somebody waits for, CONSENT the purpose she agreed to, ALUMNI how she stands by her latest answer,
    REPLY what she answered to an announcement (`<campaign>.<choice>`, `<campaign>.-` for nothing yet), SITTING in which
    session of a test or interview she holds a seat.
    """

    COHORT = "cohort"
    CLASS = "class"
    PROGRAMME = "programme"
    YEAR = "year"
    STATUS = "status"
    KECAMATAN = "kecamatan"
    ALUMNI = "alumni"
    WISH = "wish"
    CONSENT = "consent"
    REPLY = "reply"
    SITTING = "sitting"


@dataclass(frozen=True, slots=True)
class Group:
    """Values by trait. Without any trait it names nobody, rather than everybody."""

    traits: Mapping[Trait, frozenset[str]]

    def of(self, trait: Trait) -> frozenset[str]:
        return self.traits.get(trait, frozenset())

    def toggled(self, trait: Trait, value: str) -> "Group":
        """The same with a value of a trait more, or less where it was there."""
        values = self.of(trait) ^ {value}
        others = {key: kept for key, kept in self.traits.items() if key is not trait}
        return Group(others | ({trait: values} if values else {}))

    @property
    def is_empty(self) -> bool:
        return not self.traits


@dataclass(frozen=True, slots=True)
class Audience:
    """`without` are groups that are left out, `without_people` ids of single people."""

    groups: tuple[Group, ...] = ()
    without: tuple[Group, ...] = ()
    without_people: frozenset[int] = frozenset()

    @classmethod
    def of(cls, trait: Trait, *values: object) -> "Audience":
        """Everybody with one of these values of a trait."""
        return cls((Group({trait: frozenset(str(value) for value in values)}),))

    def leaving_out(self, *person_ids: int) -> "Audience":
        return replace(self, without_people=self.without_people | frozenset(person_ids))

    def side(self, without: bool) -> tuple[Group, ...]:
        """The groups that are in it, or those that are left out."""
        return self.without if without else self.groups

    def placing(self, at: int, group: Group, *, without: bool = False) -> "Audience":
        """With this group at a place, one behind the last being new. One that is emptied keeps its place, so that the
        others keep theirs while somebody has them on her screen; not at the end.
        """
        groups = [*self.side(without)]
        groups[at : at + 1] = [group]
        while groups and groups[-1].is_empty:
            groups.pop()
        return replace(self, without=tuple(groups)) if without else replace(self, groups=tuple(groups))

    def tidied(self) -> "Audience":
        """Without empty places."""
        groups, without = ([one for one in side if not one.is_empty] for side in (self.groups, self.without))
        return replace(self, groups=tuple(groups), without=tuple(without))

    def joined(self, other: "Audience") -> "Audience":
        """Everybody of both, and what either leaves out is left out of all of them."""
        one, other = self.tidied(), other.tidied()
        groups = one.groups + tuple(group for group in other.groups if group not in one.groups)
        without = one.without + tuple(group for group in other.without if group not in one.without)
        return Audience(groups, without, one.without_people | other.without_people)

    def to_json(self) -> str:
        """The same audience gives the same text."""
        kept = {
            "groups": [_plain(group) for group in self.groups],
            "without": [_plain(group) for group in self.without],
            "people": sorted(self.without_people),
        }
        return json.dumps({key: value for key, value in kept.items() if value}, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Audience":
        kept = json.loads(text)
        return cls(
            tuple(_group(each) for each in kept.get("groups", ())),
            tuple(_group(each) for each in kept.get("without", ())),
            frozenset(kept.get("people", ())),
        )


def _plain(group: Group) -> dict[str, list[str]]:
    return {trait.value: sorted(group.of(trait)) for trait in Trait if group.of(trait)}


def _group(kept: Mapping[str, Any]) -> Group:
    return Group({Trait(trait): frozenset(values) for trait, values in kept.items()})
