"""Lengths: whatever a talk shows is markup and lengths that Telegram takes, even with the longest values."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

import pytest

from bot import introduction
from conversations import phrases
from conversations.announcing import message
from conversations.announcing.writing import lengths
from conversations.applying import document_words, registration
from conversations.engine import Engine
from conversations.event import (
    Commanded,
    Medium,
    Sent,
)
from conversations.examples import (
    STARTS_ON,
    Example,
)
from conversations.reply import Reply
from conversations.routes import reached
from conversations.scripts import SCRIPTS
from locales.languages import (
    SPOKEN,
)
from locales.text import Text
from records.applications import Filed
from records.campaigns import Campaign
from records.documents import DocumentKind
from simulator.html import parse
from tests.conversations.applicants import FOR_ALL
from tests.conversations.long_values import COHORT, LONG, PROGRAMME
from tests.conversations.speaker import (
    PROFILE,
    speech,
)

MESSAGE, CAPTION, TOAST = 4096, 1024, 200


def replies(name: str, example: Example) -> Iterator[Reply]:
    """Whatever a script shows on its ways: every page, with help, after a photo, and on the way out."""
    for facts in example.facts:
        engine: Engine[Any] = Engine(SCRIPTS[name], facts, lambda text: text.msgid)
        for talk in reached(SCRIPTS[name], facts, example):
            for step in (
                engine.begin(talk),
                engine.advance(talk, Commanded("help")),
                engine.advance(talk, Sent(Medium.STICKER)),
                engine.advance(talk, Commanded("back")),
                engine.advance(talk, Commanded("cancel")),
            ):
                if step.reply is not None:
                    yield step.reply


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("name", SCRIPTS)
def test_every_page_is_markup_and_lengths_that_telegram_takes_even_with_the_longest_values(
    name: str, language: str
) -> None:
    _catalogue, languages = speech(language)
    pages = 0
    for reply in replies(name, LONG[name]):
        assert reply.text is not None
        assert len(parse(languages.html(reply.text, language)).text) <= MESSAGE
        for button in (button for row in reply.rows for button in row):
            assert languages.plain(button.label, language).strip()
        pages += 1
    assert pages >= 4 * len(SCRIPTS[name].asks)


@pytest.mark.parametrize("language", SPOKEN)
def test_the_last_word_of_a_registration_fits_below_its_picture(language: str) -> None:
    _catalogue, languages = speech(language)
    facts = replace(FOR_ALL, programme=PROGRAMME, cohort=COHORT)
    wanted = document_words.next_step(tuple(DocumentKind), STARTS_ON)
    reply = registration._filed(facts, Filed(1, "B-2026-III-DBHCHT-0007", new=True), "Raden Ayu " * 6, wanted)
    assert reply.picture is not None
    assert reply.text is not None
    assert len(parse(languages.html(reply.text, language)).text) <= CAPTION


@pytest.mark.parametrize("language", SPOKEN)
def test_the_longest_announcement_fits_into_a_message(language: str) -> None:
    _catalogue, languages = speech(language)
    longest = escape("<&" * (lengths.TEXT // 2))
    campaign = Campaign(words=longest, formatted=True)
    assert len(parse(languages.html(message.head(message.shown(campaign)), language)).text) <= MESSAGE


@pytest.mark.parametrize("language", SPOKEN)
def test_a_toast_fits_over_the_screen(language: str) -> None:
    assert len(speech(language)[1].plain(phrases.STALE, language)) <= TOAST


@pytest.mark.parametrize("language", SPOKEN)
def test_the_introduction_fits_where_telegram_shows_it(language: str) -> None:
    _catalogue, languages = speech(language)
    for _name, words in (*introduction.COMMANDS, *introduction.STAFF_COMMANDS):
        assert 1 <= len(languages.plain(words, language)) <= 256
    for text, most in ((introduction.DESCRIPTION, 512), (introduction.SHORT, 120)):
        assert len(languages.plain(Text(text.msgid, {"centre": PROFILE.name}), language)) <= most
