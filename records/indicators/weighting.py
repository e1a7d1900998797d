"""Weighting: placement as it would be if every stratum had answered alike (post-stratification).

The sum over h of (N_h/N)(E_h/R_h), h = kejuruan x sex (Holt and Smith, "Post stratification", J. R. Stat. Soc. A 142,
1979; Kish, "Survey Sampling", 1965, on collapsing small strata). It mends what is due to who answers by trade and sex,
and nothing else.

A stratum with fewer than five answers is collapsed: first over sex within its kejuruan, then into one stratum of all
the small kejuruan of the group. If that one is small still, it joins the kejuruan with the fewest answers of those that
stand; if none stands, there is no weighted figure.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST = 5
Stratum = tuple[int, str | None]


@dataclass(frozen=True, slots=True)
class Counts:
    """N, R and E of a stratum."""

    graduates: int = 0
    answered: int = 0
    working: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.graduates + other.graduates, self.answered + other.answered, self.working + other.working)

    @property
    def is_small(self) -> bool:
        return self.answered < SMALLEST


@dataclass(frozen=True, slots=True)
class Weighted:
    """`share` of those who would work; `strata` it rests on after collapsing, of `told` before."""

    share: float | None
    strata: int = 0
    told: int = 0


def weighted(strata: Mapping[Stratum, Counts]) -> Weighted:
    """The weighted placement of a group, by programme and sex."""
    told = {stratum: counts for stratum, counts in strata.items() if counts.graduates}
    joined = collapsed(told)
    graduates = sum(counts.graduates for counts in joined)
    if not graduates:
        return Weighted(None, 0, len(told))
    share = sum(counts.graduates / graduates * counts.working / counts.answered for counts in joined)
    return Weighted(share, len(joined), len(told))


def collapsed(strata: Mapping[Stratum, Counts]) -> list[Counts]:
    """The strata that the figure rests on, each with five answers or more; none where nothing stands."""
    standing, small = [], Counts()
    for programme in _by_programme(strata):
        if not any(counts.is_small for counts in programme):
            standing.append(programme)
        elif not (whole := _whole(programme)).is_small:
            standing.append([whole])
        else:
            small += whole
    if not small.graduates:
        return [counts for programme in standing for counts in programme]
    if not small.is_small:
        return [*(counts for programme in standing for counts in programme), small]
    return _with_leftovers(standing, small)


def _with_leftovers(standing: list[list[Counts]], small: Counts) -> list[Counts]:
    """What is small even together joins the kejuruan with the fewest answers, as a whole."""
    if not standing:
        return []
    host = min(standing, key=lambda programme: (_whole(programme).answered, _whole(programme).graduates))
    rest = [counts for programme in standing if programme is not host for counts in programme]
    return [*rest, _whole(host) + small]


def _by_programme(strata: Mapping[Stratum, Counts]) -> list[list[Counts]]:
    found: dict[int, list[Counts]] = {}
    for (programme, _sex), counts in sorted(strata.items(), key=lambda one: (one[0][0], one[0][1] or "")):
        found.setdefault(programme, []).append(counts)
    return list(found.values())


def _whole(programme: list[Counts]) -> Counts:
    return sum(programme, Counts())
