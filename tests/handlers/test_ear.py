"""The ear: what Telegram tells of a message becomes an event, its formatting with it."""

from typing import Any

from telegram import Update

from conversations.event import Edited, Event, Said, Sent
from handlers import ear

SITI = {"id": 7, "is_bot": False, "first_name": "Siti"}
BOLD = [{"type": "bold", "offset": 0, "length": 4}]


def heard(kind: str = "message", **about: Any) -> Event:
    message = {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "from": SITI, **about}
    update = Update.de_json({"update_id": 9, kind: message}, None)
    incoming = ear.hear(update)
    assert incoming is not None
    return incoming.event


def test_plain_words_have_no_other_form() -> None:
    assert heard(text="5 < 6 *x*") == Said("5 < 6 *x*")
    assert heard(text="blk.id", entities=[{"type": "url", "offset": 0, "length": 6}]) == Said("blk.id")


def test_formatted_words_come_as_html_too() -> None:
    assert heard(text="Halo <b>", entities=BOLD) == Said("Halo <b>", "<b>Halo</b> &lt;b&gt;")


def test_an_edited_message_says_what_stands_there_now() -> None:
    assert heard("edited_message", text="Halo", entities=BOLD) == Edited(Said("Halo", "<b>Halo</b>"))
    assert heard("edited_message", location={"latitude": -6.8, "longitude": 109.6}) == Edited(None)


def test_a_file_brings_its_caption_and_a_location_its_point() -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 10, "height": 10}]
    sent = heard(photo=photo, caption="Halo & salam", caption_entities=BOLD)
    assert isinstance(sent, Sent)
    assert sent.file is not None
    assert sent.file.caption == "<b>Halo</b> &amp; salam"
    venue = {"location": {"latitude": -6.8, "longitude": 109.6}, "title": "UPTD BLK", "address": "Jl. Veteran"}
    sent = heard(venue=venue, location=venue["location"])
    assert isinstance(sent, Sent)
    assert sent.point is not None
    assert (sent.point.latitude, sent.point.name) == (-6.8, "UPTD BLK")
