"""The message of an announcement: what one recipient gets, made from what was read before."""

from datetime import date

from conversations.announcing import message
from conversations.announcing.groups import group_membership
from conversations.notice import Skip
from conversations.reply import Reply
from records.campaigns import Campaign
from records.field_values import FieldValues
from tests.conversations.speaker import html

SITI = FieldValues("Siti <b>", "mbak", "Las & Bubut", "B4-0007")
EXTRAS = (
    '{"place":{"latitude":-6.8886,"longitude":109.6753,"title":"Aula","address":"Jl. Melati"},'
    '"links":[{"label":"Formulir","url":"https://blk.id/"}],"file":{"kind":"photo","file_id":"AgAC"},"poll":["x"]}'
)


def campaign(words: str, **about: object) -> Campaign:
    return Campaign(id=5, words=words, formatted=True, audience="{}", **about)


def got(of: Campaign, person: FieldValues | None) -> Reply | Skip:
    issue = message.issue_of(of)
    assert issue is not None
    return message.reply_for(issue, person, 7)


def said(of: Campaign, person: FieldValues | None) -> str:
    reply = got(of, person)
    assert isinstance(reply, Reply)
    assert reply.text is not None
    return html(reply.text).split("\n\n", 1)[1]


def test_every_field_is_filled_with_what_the_recipient_has() -> None:
    written = campaign("<b>{nama}</b>: {kelas}, {nomor}, {tanggal} &#123;x&#125;", date_meant=date(2026, 11, 3))
    assert said(written, SITI) == (
        "<b>Mbak Siti &lt;b&gt;</b>: Las &amp; Bubut, B4-0007, 3 November 2026 &#123;x&#125;"
    )


def test_who_lacks_a_value_gets_nothing_and_staff_read_which() -> None:
    assert got(campaign("{nomor}"), FieldValues("Ani", class_name="Las")) == Skip("no {nomor}")
    assert got(campaign("{tanggal}"), SITI) == Skip("no {tanggal}")


def test_whoever_has_no_record_is_addressed_all_the_same() -> None:
    assert said(campaign("Halo {nama}"), None) == "Halo Bapak/Ibu"


def test_what_goes_with_it_stands_below_and_in_a_group_the_links_alone() -> None:
    reply = got(campaign("Halo", extras=EXTRAS), SITI)
    assert isinstance(reply, Reply)
    assert reply.attachment is not None
    assert reply.attachment.file_id == "AgAC"
    assert [button.data or button.url for row in reply.rows for button in row] == ["m:annplace:5.7", "https://blk.id/"]
    shared = group_membership.for_everybody(reply)
    assert isinstance(shared, Reply)
    assert [(button.data, button.url) for row in shared.rows for button in row] == [
        (None, "https://maps.google.com/?q=-6.888600,109.675300"),
        (None, "https://blk.id/"),
    ]
