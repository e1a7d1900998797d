"""Links to WhatsApp: what is written arrives as it was written, and nothing that is no number becomes a link."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from conversations.whatsapp import chat_link


@given(st.text(min_size=1))
def test_the_words_arrive_as_they_were_written(words: str) -> None:
    try:
        words.encode()
    except UnicodeEncodeError:
        return
    link = chat_link("+6281234567890", words)
    assert link is not None
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "wa.me", "/6281234567890")
    assert parse_qs(parts.query, keep_blank_values=True, separator="&") == {"text": [words]}


def test_without_words_the_chat_is_opened_alone() -> None:
    assert chat_link("+6281234567890") == "https://wa.me/6281234567890"


def test_what_is_no_number_is_no_link() -> None:
    assert [chat_link(typed) for typed in ("", "0812 3456 7890", "+62 1", "nanti", "+62<b>81234567890")] == [None] * 5
