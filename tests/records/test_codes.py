"""Codes of classes: however somebody types what stands on a poster, it is found, and nothing else is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records import codes
from records.classes import TrainingClass
from records.codes import payload, short_code
from records.database import Database
from records.vault import Vault
from tests.records.town import Town

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


@pytest.mark.parametrize(
    ("code", "class_id", "short"),
    [
        ("2026-4-menjahit", 57, "MNJ57"),
        ("las-3g", 8, "LSG8"),
        ("k1", 9, "K9"),
        ("aiueo", 3, "AIU3"),
        ("2026-1", 12, "K12"),
    ],
)
def test_a_short_code_can_be_read_aloud(code: str, class_id: int, short: str) -> None:
    assert short_code(code, class_id) == short


@given(st.text(max_size=24), st.integers(1, 10**12 - 1))
def test_whatever_a_class_is_called_its_link_is_one_that_telegram_takes(code: str, class_id: int) -> None:
    assert re.fullmatch(r"[A-Z]{1,3}\d+", short_code(code, class_id))
    assert PAYLOAD.fullmatch(payload(code, class_id))


def _named(session: Session, vault: Vault, *names: str) -> list[int]:
    town, made = Town(session, vault), []
    for name in names:
        a_class: TrainingClass = town.a_class()
        a_class.code = name
        made.append(a_class.id)
    session.flush()
    return made


def surely(session: Session, typed: str) -> int | None:
    """As in the midst of a talk."""
    return codes.class_of(session, typed, surely=True)


async def test_a_code_is_found_however_it_is_typed(database: Database, vault: Vault) -> None:
    sewing, welding = await database.write(_named, vault, "2026-4-menjahit", "LAS_3G")
    short = short_code("2026-4-menjahit", sewing)
    for typed in (short, short.lower(), f"{short[:3]} {short[3:]}", f"{short[:3]}-{short[3:]}", f"k_{short}"):
        assert await database.read(codes.class_of, typed) == sewing, typed
        assert await database.read(surely, typed) == sewing, typed
    for typed in ("2026-4-menjahit", "2026 4 MENJAHIT", "k_2026-4-Menjahit", " 20264menjahit "):
        assert await database.read(codes.class_of, typed) == sewing, typed
    assert await database.read(codes.class_of, "las 3g") == welding


async def test_nothing_else_is_a_code(database: Database, vault: Vault) -> None:
    sewing, *_others = await database.write(_named, vault, "2026-4-menjahit", "LAS_3G")
    nothing = (
        "",
        "k_",
        "%",
        "_",
        "MNJ",
        f"MNK{sewing}",
        "MNJ99999999999",
        "menjahit",
        "x" * 4000,
        f"MNJ{sewing}x",
        "RT02",
    )
    for typed in nothing:
        assert await database.read(codes.class_of, typed) is None, typed


async def test_what_may_be_an_answer_is_none_in_the_midst_of_a_talk(database: Database, vault: Vault) -> None:
    (sewing,) = await database.write(_named, vault, "Menjahit")

    assert await database.read(surely, "Menjahit") is None, "she may be saying what she would like to learn"
    assert await database.read(surely, "k_menjahit") == sewing
