"""The truth: every indicator, counted from what the cast has said, as the cast's own ledger has it.

Written from the definitions of the field alone; nothing of ours is imported.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.monitored.cast import WAVES
from tests.monitored.member import Member
from tests.monitored.voice import FAMILY, NO, OJT, OWN, PAY, RELEVANCE, SEEKS, SINCE, STILL, YES

Told = dict[str, str]
# What is asked anew though nothing has changed.
ANEW = ("still", "income", "satisfied", "needs")
NOT_NOW = "Tidak, saat ini tidak"
SMALL = 5
MONTHS = {"during": (0.0, 0.0), "0-1": (0.0, 1.0), "2-3": (1.0, 3.0), "4-6": (3.0, 6.0), "7-12": (6.0, 12.0)}
SPELLED = {label: code for code, label in SINCE.items()}


def told_at(member: Member, wave: int) -> Told | None:
    """What is known of her at a wave: what she said then, and what “still” carried over; None where Q1 is open."""
    said = member.told.get(wave)
    if said is None:
        return None
    if said.get("still") == STILL:
        before = next((told for w in reversed(WAVES) if w < wave and (told := told_at(member, w))), {})
        said = {**{key: value for key, value in before.items() if key not in ANEW}, **said}
    return said if "main" in said else None


def status(told: Told) -> str:
    if told["main"] in (PAY, OWN, FAMILY) or YES in (told.get("hour"), told.get("resting")):
        return "working"
    if told["main"] == OJT:
        return "ojt"
    if told.get("resting") != NO:
        return "undetermined"
    looks = told["main"] == SEEKS if "seeking" not in told else told["seeking"] != NOT_NOW
    return "unemployed" if looks else "outside"


def employment(told: Told) -> int | None:
    """BPS 1 to 7."""
    kind = told["main"] if told["main"] in (PAY, OWN, FAMILY) else told.get("kind")
    if kind == FAMILY:
        return 7
    if kind == PAY and "permanent" in told:
        return 4 if told["permanent"] == "Ya, tetap" else 6
    if kind == OWN and "workers" in told:
        return {NO: 1, "Ya, tak tetap/tak dibayar": 2}.get(told["workers"], 3)
    return None


@dataclass(frozen=True, slots=True)
class Truth:
    """The members of a cut at a wave; the dead are in no number."""

    members: tuple[Member, ...]
    wave: int

    @classmethod
    def of(cls, members: Iterable[Member], wave: int) -> "Truth":
        return cls(tuple(member for member in members if "dies" not in member.did), wave)

    @property
    def answers(self) -> list[tuple[Member, Told]]:
        return [(member, told) for member in self.members if (told := told_at(member, self.wave)) is not None]

    def count(self, holds: Callable[[Told], bool]) -> int:
        return sum(holds(told) for _member, told in self.answers)

    @property
    def numbers(self) -> dict[str, int]:
        """By the names that the program uses."""
        works = [(member, told) for member, told in self.answers if status(told) == "working"]
        paid = [told for _member, told in works if employment(told) == 4 and self._income(told) is not None]
        fits = [told for _member, told in works if "relevance" in told]
        both = self._both()
        return {
            "graduates": len(self.members),
            "reached": sum(self._reached(member) for member in self.members),
            "answered": len(self.answers),
            "working": len(works),
            "undetermined": self.count(lambda told: status(told) == "undetermined"),
            "ojt": self.count(lambda told: status(told) == "ojt"),
            "unemployed": self.count(lambda told: status(told) == "unemployed"),
            "outside": self.count(lambda told: status(told) == "outside"),
            "main_activity_work": self.count(lambda told: told["main"] in (PAY, OWN, FAMILY)),
            "before_known": sum(member.alumna.worked_before is not None for member, _told in works),
            "worked_before": sum(bool(member.alumna.worked_before) for member, _told in works),
            "self_employed": sum(employment(told) in (1, 2, 3) for _member, told in works),
            "relevance_told": len(fits),
            "relevant": sum(RELEVANCE.index(told["relevance"]) >= 2 for told in fits),
            "wage_told": len(paid),
            "wage_reached": sum((self._income(told) or 0) >= 3 for told in paid),
            "retention_asked": len(both),
            "retained": sum(both),
            "examined": 0,
            "competent": 0,
        }

    def _reached(self, member: Member) -> bool:
        return any(heard.wave == self.wave for heard in member.heard)

    def _income(self, told: Told) -> int | None:
        """The band, 1 to 4: the first names what it is less than, the last what it is or more."""
        said = told.get("income")
        if said is None or said == "Tidak menjawab":
            return None
        return 1 if said.startswith("Kurang") else 4 if "atau lebih" in said else _band_by_first_number(said)

    def _both(self) -> list[bool]:
        """Of those who worked at month 6 and answered at 12: whether they worked then too."""
        sixth = [told_at(member, 6) for member in self.members]
        twelfth = [told_at(member, 12) for member in self.members]
        return [
            status(later) == "working"
            for told, later in zip(sixth, twelfth, strict=True)
            if told is not None and later is not None and status(told) == "working"
        ]

    @property
    def weighted(self) -> float | None:
        """The sum over kejuruan and sex of (N_h/N)(E_h/R_h), small strata joined."""
        strata: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for member in self.members:
            told = told_at(member, self.wave)
            counts = strata[member.alumna.trade, member.alumna.sex]
            counts[0] += 1
            counts[1] += told is not None
            counts[2] += told is not None and status(told) == "working"
        trades: dict[str, list[list[int]]] = defaultdict(list)
        for (trade, _sex), counts in strata.items():
            trades[trade].append(counts)
        kept: list[list[list[int]]] = []
        small = [0, 0, 0]
        for parts in trades.values():
            whole = [sum(column) for column in zip(*parts, strict=True)]
            if all(part[1] >= SMALL for part in parts):
                kept.append(parts)
            elif whole[1] >= SMALL:
                kept.append([whole])
            else:
                small = [one + other for one, other in zip(small, whole, strict=True)]
        return _mean(kept, small)

    def spans(self) -> tuple[list[tuple[float, float]], int]:
        """Between which months the first job began, of those of whom anything is known; how many worked before."""
        found, before = [], 0
        for member in self.members:
            span = self._span(member)
            if span == "before":
                before += 1
            elif isinstance(span, tuple):
                found.append(span)
        return found, before

    def _span(self, member: Member) -> tuple[float, float] | str | None:
        told = {wave: told_at(member, wave) for wave in WAVES if wave <= self.wave}
        for said in told.values():
            if said is not None and "since" in said and status(said) == "working":
                code = SPELLED[said["since"]]
                return "before" if code == "before" else MONTHS[code]
        without = 0.0
        for wave, said in told.items():
            if said is not None and status(said) == "working":
                return (without, float(wave))
            if said is not None and status(said) in ("ojt", "unemployed", "outside"):
                without = float(wave)
        return (without, math.inf) if without else None


def _mean(kept: list[list[list[int]]], small: list[int]) -> float | None:
    if small[0] and small[1] < SMALL:
        if not kept:
            return None
        wholes = [[sum(column) for column in zip(*parts, strict=True)] for parts in kept]
        host = min(range(len(kept)), key=lambda n: (wholes[n][1], wholes[n][0]))
        kept[host] = [[one + other for one, other in zip(wholes[host], small, strict=True)]]
    elif small[0]:
        kept.append([small])
    parts = [part for trade in kept for part in trade]
    everybody = sum(part[0] for part in parts)
    return sum(part[0] / everybody * part[2] / part[1] for part in parts) if everybody else None


def _band_by_first_number(said: str) -> int:
    """Of the two bands in the middle, the one that begins at the minimum wage begins with the larger amount."""
    amount = int("".join(letter for letter in said.split(" ")[0] if letter.isdigit()))
    return 2 if amount < 2_000_000 else 3
