"""National holidays: Indonesia's public and government ones, from the package `holidays`, and the first days of Eid."""

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib.util import find_spec
from types import ModuleType

EID = "Hari Raya Idul Fitri"


@lru_cache(maxsize=64)
def named(year: int) -> Mapping[date, str]:
    """The holidays of a year by day, in Indonesian; what the package only estimates says so ("perkiraan")."""
    found = _indonesia(year, "public", "government")
    return {day: name for day, name in sorted(found.items()) if day.year == year}


@lru_cache(maxsize=64)
def eid_days(year: int) -> frozenset[date]:
    """The holidays of Idulfitri itself in a year: its first and second day, without the shared leave around them."""
    return frozenset(day for day, name in _indonesia(year, "public").items() if day.year == year and EID in name)


@lru_cache(maxsize=64)
def eids(year: int) -> frozenset[date]:
    """The first day of each Idulfitri in a year (a Gregorian year can hold two)."""
    days = eid_days(year)
    return frozenset(day for day in days if day - timedelta(days=1) not in days)


def _indonesia(year: int, *categories: str) -> dict[date, str]:
    """The holidays of a year by day. The package loads every country with the first one, 300 modules and 8 MB; the
    folder alone instead of their list lets it load this one (docs/decisions/0011-lean-imports.md).
    """
    spec = find_spec("holidays")
    folder = ModuleType("holidays.countries")
    folder.__path__ = [] if spec is None else [f"{place}/countries" for place in spec.submodule_search_locations or ()]
    sys.modules.setdefault(folder.__name__, folder)
    import holidays

    return dict(holidays.country_holidays("ID", years=year, categories=categories, language="id").items())
