"""Words: every sentence is in both catalogues, and whatever a talk shows is markup and lengths that Telegram takes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot import introduction
from conversations import phrases
from conversations.announcing import message
from conversations.announcing.answering import poll
from conversations.announcing.audience import audience_name, audience_search
from conversations.announcing.repeating import repeat
from conversations.announcing.writing import lengths
from conversations.applying import document_words, documents, registration
from conversations.asking import answer, question, saved_reply
from conversations.calling import another_number
from conversations.checking import objection, upholding, verdict
from conversations.commands import COMMANDS
from conversations.engine import Engine
from conversations.event import (
    Commanded,
    Medium,
    Sent,
)
from conversations.examples import (
    PROMISED,
    STARTS_ON,
    Example,
)
from conversations.following.examples import EMPLOYED, SIXTH, on_the_phone
from conversations.helping import closing as help_closing
from conversations.pages import SPOKEN_CONTROLS
from conversations.people import search
from conversations.reply import Reply
from conversations.routes import reached
from conversations.script import Ask, Choice
from conversations.scripts import SCRIPTS
from conversations.selecting import adjustment, publication, reregistration, weighting
from conversations.selecting.sums import Sums
from conversations.training.examples import examples as of_training
from conversations.walk import walk
from locales.languages import (
    SPOKEN,
    Catalogue,
    Languages,
    placeholders,
    read_catalogue,
)
from locales.text import Text, verbatim
from records.applications import Filed
from records.campaigns import Campaign
from records.documents import DocumentKind
from simulator.html import parse
from tests.conversations.applicants import FOR_ALL
from tests.conversations.long_announcing import LONG_ANNOUNCING
from tests.conversations.long_giving import LONG_GIVING
from tests.conversations.long_offering import LONG_OFFERING
from tests.conversations.long_sessions import LONG as SESSIONS
from tests.conversations.source import sentences
from tests.conversations.speaker import (
    EXAMPLES,
    PROFILE,
)

MESSAGE, CAPTION, TOAST, LABEL = 4096, 1024, 200, 100
# The longest names that the records take, and what somebody long-winded types.
PROGRAMME = "Operator Pengolahan Hasil Pertanian & Perikanan serta Pemasarannya secara Daring"[:80]
COHORT = "Angkatan III <Dana Bagi Hasil Cukai Hasil Tembakau> Kota Pekalongan Tahun 2026 ."[:80]
LONG_QUESTION = answer.Facts(1, "tanya " * 250, "Raden Ayu " * 18, (answer.Saved("§1", "judul " * 6, "jawab " * 250),))
LONG_FOLLOWUP = replace(SIXTH, name="Raden Ayu " * 6, programme=PROGRAMME, last={**EMPLOYED, "employer": "PT & " * 12})
LONG_TRAININGS = of_training("Raden Ayu " * 6, PROGRAMME, "alasan & " * 33)
ALL_DOCUMENTS = documents.Facts(
    1, "B-2026-III-0007", "Raden Ayu " * 6, tuple(DocumentKind), {}, PROFILE.documents, STARTS_ON, "Jl. " * 50
)
LONG: dict[str, Example] = {
    **SESSIONS,
    **LONG_GIVING,
    "registration": Example(
        (replace(FOR_ALL, programme=PROGRAMME, cohort=COHORT),),
        dict(EXAMPLES["registration"].words)
        | {
            "name": ("Raden Ayu " * 6,),
            "town": ("Kabupaten Penukal Abab Lematang Ilir", "Pekalongan"),
            "address": ("Jl. Melati " * 18,),
        },
    ),
    "counter": Example(
        (replace(FOR_ALL, programme=PROGRAMME, cohort=COHORT),),
        dict(EXAMPLES["registration"].words)
        | {
            "name": ("Raden Ayu " * 6,),
            "town": ("Kabupaten Penukal Abab Lematang Ilir", "Pekalongan"),
            "address": ("Jl. Melati " * 18,),
        },
    ),
    "documents": Example((ALL_DOCUMENTS,)),
    **{name: EXAMPLES[name] for name in ("earlier_file", "followup_months", "last_day", "minimum_wage")},
    "help_done": Example(
        (help_closing.Facts(1, 1, "Raden Ayu " * 6, verbatim("NIB, P-IRT & halal")),), {"done": ("bantuan & " * 29,)}
    ),
    "followup": Example((LONG_FOLLOWUP,), {"employer": ("usaha " * 10,)}),
    "followup_call": Example((on_the_phone(LONG_FOLLOWUP),), {"employer": ("usaha " * 10,)}),
    "work_correction": Example((LONG_FOLLOWUP,), {"employer": ("usaha " * 10,), "reason": ("alasan & " * 33,)}),
    "work_update": Example((LONG_FOLLOWUP,), {"employer": ("usaha " * 10,)}),
    **dict.fromkeys(
        ("call_number", "phone"),
        Example((another_number.Facts(1, "Raden Ayu " * 6, None),), {"phone": ("+62 812 3456 7890",)}),
    ),
    "question": Example((question.Facts(PROFILE.questions.common, PROMISED),), {"words": ("tanya " * 250,)}),
    "answer": Example((LONG_QUESTION,), {"words": ("jawab " * 250,)}),
    "search": Example((search.Facts(),), {"words": ("Raden Ayu " * 8,)}),
    "saved_reply": Example((saved_reply.Facts("jawab " * 250, 29),), {"title": ("judul " * 6,)}),
    "relink": EXAMPLES["relink"],
    "change": EXAMPLES["change"],
    "completion": Example(
        (
            replace(
                EXAMPLES["completion"].facts[1],
                name="Raden Ayu " * 6,
                told={"accommodation": "dekat & depan " * 21, "contact": "Raden Ayu " * 6, "email": "a" * 254},
                consented=False,
            ),
        ),
        EXAMPLES["completion"].words,
    ),
    "weighting": Example(
        (
            weighting.Facts(
                1, 1, PROGRAMME, (("tertulis", "Tes & tulis " * 3), ("wawancara", "Wawancara " * 3)), Text("x " * 200)
            ),
        ),
        {"weights": ("60 40",), "passing": ("66,5",)},
    ),
    "adjustment": Example(
        (adjustment.Facts(1, "Raden Ayu " * 6, "B-2026-III-0007", False, True, {"B-2026-III-0008": 2}),),
        {"partner": ("0008",), "reason": ("alasan & " * 33,)},
    ),
    "publication": Example(
        (publication.Facts(1, 1, COHORT, Sums(160, 800, 99, 999), True, (), "2026-10-06", "2026-10-29"),),
        {"decree": ("SK & " * 16,), "deadline": ("15-10-2026",), "sure": ("terbitkan",)},
    ),
    "reregistration": Example(
        (reregistration.Facts("Raden Ayu " * 6, PROGRAMME, Text("2 & " * 40), 1, 1, False),),
        {"contact": ("Raden Ayu " * 6,), "contact_phone": ("0812 3456 7890",)},
    ),
    **LONG_OFFERING,
    "correction": Example((verdict.Facts(1, "B-2026-III-0007"),), {"reason": ("alasan & " * 33,)}),
    "objection": Example((objection.Facts(1, 1, "B-2026-III-0007", 72),), {"words": ("keliru & " * 160,)}),
    "upholding": Example((upholding.Facts(1, "B-2026-III-0007"),), {"words": ("alasan & " * 160,)}),
    "refusal": Example((verdict.Facts(1, "B-2026-III-0007"),), {"reason": ("alasan & " * 33,)}),
    "audience_person": Example((audience_search.Facts(True),), {"words": ("Raden Ayu " * 8,)}),
    **dict.fromkeys(
        ("audience_save", "audience_rename"),
        Example(
            (audience_name.Facts(verbatim("kelompok & " * 190), "&" * 40, frozenset()),), {"name": ("nama & " * 5,)}
        ),
    ),
    "announcement_poll": Example(
        (poll.Facts(1, ("&" * 40,) * 6),), {"options": ("\n".join(f"{n}{'&' * 39}" for n in range(6)),)}
    ),
    "announcement_repeat": Example(
        (repeat.Facts(1, date(2026, 9, 30), ("08:00-11:30", "13:00-17:15")),),
        {"days": ("Senin-Minggu",), "before": ("30",), "hour": ("08.00",), "until": ("2026-12-01",)},
    ),
    **LONG_ANNOUNCING,
    **{
        f"announcement_{part}": EXAMPLES[f"announcement_{part}"] for part in ("time", "urgent", "refusal", "correction")
    },
    **{name: Example(*plain) for name, plain in LONG_TRAININGS.items()},
    "calendar_change": EXAMPLES["calendar_change"],
    "minimum_wage": EXAMPLES["minimum_wage"],
}


@cache
def speech(language: str) -> tuple[Catalogue, Languages]:
    found = read_catalogue(language)
    return found, Languages({language: found}, ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize("language", SPOKEN)
def test_every_sentence_of_the_code_is_in_the_catalogue_and_no_other(language: str) -> None:
    catalogue, _languages = speech(language)
    said = set(sentences())
    assert said - catalogue.sentences.keys() == set(), "run 'make words' and translate"
    assert catalogue.sentences.keys() - said == set(), "no longer said"


@pytest.mark.parametrize("language", SPOKEN)
def test_a_translation_has_the_same_tags_and_the_same_values(language: str) -> None:
    for msgid, words in speech(language)[0].sentences.items():
        assert Counter(re.findall(r"</?\w+>", words)) == Counter(re.findall(r"</?\w+>", msgid)), msgid
        assert placeholders(words) == placeholders(msgid), msgid
        assert words.count("\n\n") == msgid.count("\n\n"), msgid
        parse(words.format_map(dict.fromkeys(placeholders(msgid), "5")))


@pytest.mark.parametrize("language", SPOKEN)
def test_a_command_that_a_sentence_names_exists(language: str) -> None:
    named = {
        command
        for words in speech(language)[0].sentences.values()
        for command in re.findall(r"(?<![\w/<])/([a-z]+)\b", words)
    }
    assert named >= {"menu", "status", "tanya"}
    assert named <= COMMANDS.keys()


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
def test_the_buttons_of_an_ask_say_different_things_and_none_what_a_control_says(language: str) -> None:
    """Whoever types a button's words must mean one button."""
    _catalogue, languages = speech(language)

    def said(text: Text) -> str:
        return languages.plain(text, language).casefold()

    controls = {said(label) for labels in SPOKEN_CONTROLS.values() for label in labels}
    for name, offered in _offered():
        labels = [said(choice.label) for choice in offered]
        assert len(labels) == len(set(labels)), (name, labels)
        assert not controls & set(labels), (name, labels)


@cache
def _offered() -> list[tuple[str, tuple[Choice, ...]]]:
    """The choices of every ask of every script, in all the ways that they are met."""
    found: list[tuple[str, tuple[Choice, ...]]] = []
    for name, example in EXAMPLES.items():
        for facts in example.facts:
            for talk in reached(SCRIPTS[name], facts, example):
                position = walk(SCRIPTS[name], talk, facts)
                ask: Ask[Any] | None = None if position.open is None else position.open.ask
                if ask is not None and ask.choices is not None:
                    found.append((name, ask.choices(position.answers, facts)))
    return found


@pytest.mark.parametrize("language", SPOKEN)
def test_a_choice_is_short_enough_to_be_read_on_a_button(language: str) -> None:
    _catalogue, languages = speech(language)
    for _name, offered in _offered():
        for choice in offered:
            assert len(languages.plain(choice.label, language)) <= LABEL


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
