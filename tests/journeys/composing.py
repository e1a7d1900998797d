"""Composing: an officer's draft, the yes, and what arrived of it."""

from typing import Any

from records.demonstration import Group
from tests.journeys.announcing import writes
from tests.journeys.office import bu_ratna
from tests.person import Phone
from tests.stage import Stage


def newest(phone: Phone) -> dict[str, Any]:
    return phone.bot_messages()[-1]


def formatted(message: dict[str, Any]) -> list[tuple[str, str]]:
    """What of a message is in which style."""
    units = message["text"].encode("utf-16-le")
    return [
        (entity["type"], units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le"))
        for entity in message["entities"]
    ]


def links(message: dict[str, Any]) -> dict[str, str]:
    rows = message["inline_keyboard"] or []
    return {button["text"]: button["url"] for row in rows for button in row if button.get("url")}


async def sends(stage: Stage, officer: Phone) -> list[Phone]:
    """The yes; the phones of those who got it, picked up."""
    await officer.taps("Kirim ke 11 orang")
    await stage.a_moment_passes()
    phones = stage.of(Group.PARTICIPANT)
    for phone in phones:
        await phone.looks()
    return phones


async def drafts(stage: Stage, words: str = "Besok libur.") -> Phone:
    ratna = bu_ratna(stage)
    await writes(ratna, words)
    return ratna
