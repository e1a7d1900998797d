"""Links of buttons: whatever is typed becomes an address that Telegram takes, or is refused with an example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.announcing.writing import links
from conversations.script import Misread
from simulator.links import check_link
from tests.conversations.speaker import refusal
from tests.examples import few


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://blk.pekalongankota.go.id/daftar?a=1&b=2", "https://blk.pekalongankota.go.id/daftar?a=1&b=2"),
        ("blk.pekalongankota.go.id", "https://blk.pekalongankota.go.id/"),
        ("HTTP://Blk.ID/Denah#x", "http://blk.id/Denah#x"),
        ("blk.id:8080/x", "https://blk.id:8080/x"),
        ("0812 3456 7890", "https://wa.me/6281234567890"),
        ("+62 812-3456-7890", "https://wa.me/6281234567890"),
        ("@blk_pekalongan", "https://t.me/blk_pekalongan"),
        ("tg://resolve?domain=blk_pekalongan", "tg://resolve?domain=blk_pekalongan"),
        ("https://münchen.de/ü", "https://xn--mnchen-3ya.de/ü"),
    ],
)
def test_an_address_is_taken_however_it_is_written(typed: str, url: str) -> None:
    assert links.url(typed) == url
    assert links.url(url) == url


@pytest.mark.parametrize(
    "typed",
    [
        *("", "blk", "http://localhost", "https://", "https://a b.id", "lihat blk.id", "https://bank.id@evil.id/"),
        *("https://a..id", "https://[::1", "0812", "http://x.id:99999999/", "tg://"),
    ],
)
def test_what_is_no_address_is_refused_with_an_example(typed: str) -> None:
    assert "Please write" in refusal(links.url(typed))


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "ftp://blk.id/x", "mailto:a@blk.id"])
def test_a_button_opens_pages_only(typed: str) -> None:
    assert "A button cannot open" in refusal(links.url(typed))


@given(st.one_of(st.text(max_size=40), st.from_regex(r"(https?://|tg:)?[a-z0-9.@:/?#%_\[\]-]{0,30}", fullmatch=True)))
@few(200)
def test_telegram_takes_what_we_take(typed: str) -> None:
    url = links.url(typed)
    if not isinstance(url, Misread):
        check_link(url)
        assert links.url(url) == url
