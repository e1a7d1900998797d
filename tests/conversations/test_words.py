"""Words: every sentence of the code is in both catalogues, and each translation says what it must."""

import re
from collections import Counter

import pytest

from conversations.commands import COMMANDS
from locales.languages import (
    SPOKEN,
    placeholders,
)
from simulator.html import parse
from tests.conversations.source import sentences
from tests.conversations.speaker import (
    speech,
)


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
