"""What the bot can do, and what people then see."""

import json
from typing import Any

import pytest

from tests.simulator.stage import BUDI, PICTURE, SITI, Stage


async def shown(stage: Stage, person: int = SITI) -> dict[str, Any]:
    found: dict[str, Any] = (await stage.chat(person))["messages"][-1]
    return found


async def test_formatting_is_kept_as_entities_and_shown_as_safe_html(stage: Stage) -> None:
    text = "<b>Halo &lt;Siti&gt;</b>, baca <a href='https://x.id/?a=1&amp;b=2'>ini</a>\n/menu"
    sent = (await stage.call("sendMessage", chat_id=SITI, text=text, parse_mode="HTML")).result
    assert sent["text"] == "Halo <Siti>, baca ini\n/menu"
    assert sent["entities"] == [
        {"type": "bold", "offset": 0, "length": 11},
        {"type": "text_link", "offset": 18, "length": 3, "url": "https://x.id/?a=1&b=2"},
        {"type": "bot_command", "offset": 22, "length": 5},
    ]
    assert (await shown(stage))["html"] == (
        '<b>Halo &lt;Siti&gt;</b>, baca <a href="https://x.id/?a=1&amp;b=2" target="_blank" '
        'rel="noopener noreferrer">ini</a><br><a class="command" href="#" data-command="/menu">/menu</a>'
    )


async def test_a_scripted_text_is_only_text(stage: Stage) -> None:
    await stage.act(SITI, "say", text="<script>alert(1)</script>")
    assert (await shown(stage))["html"] == "&lt;script&gt;alert(1)&lt;/script&gt;"


async def test_an_edit_is_shown_in_place_and_marked(stage: Stage) -> None:
    sent = (await stage.call("sendMessage", chat_id=SITI, text="0 %")).result
    edited = (await stage.call("editMessageText", chat_id=SITI, message_id=sent["message_id"], text="50 %")).result
    assert (edited["text"], "edit_date" in edited) == ("50 %", True)
    assert [(m["text"], m["edited"]) for m in (await stage.chat(SITI))["messages"]] == [("50 %", True)]


async def test_buttons_can_be_taken_away_alone(stage: Stage) -> None:
    keys = {"inline_keyboard": [[{"text": "A", "callback_data": "a", "style": "primary"}]]}
    await stage.call("sendMessage", chat_id=SITI, text="Pilih", reply_markup=keys)
    assert (await shown(stage))["inline_keyboard"] == [[{"text": "A", "callback_data": "a", "style": "primary"}]]
    assert (await stage.call("editMessageReplyMarkup", chat_id=SITI, message_id=1)).status == 200
    assert (await shown(stage))["inline_keyboard"] is None


async def test_a_reply_keyboard_stays_until_it_is_removed_or_used_once(stage: Stage) -> None:
    keys = {"keyboard": [[{"text": "Kirim nomor", "request_contact": True}, "Batal"]], "one_time_keyboard": True}
    await stage.call("sendMessage", chat_id=SITI, text="Nomor?", reply_markup=keys)
    keyboard = (await stage.chat(SITI))["reply_keyboard"]
    assert keyboard["rows"] == [[{"text": "Kirim nomor", "request_contact": True}, {"text": "Batal"}]]
    assert (await stage.act(SITI, "contact", own=True))["reply_keyboard"] is None
    await stage.call("sendMessage", chat_id=SITI, text="Menu", reply_markup={"keyboard": [["Menu"]]})
    assert (await stage.act(SITI, "say", text="Menu"))["reply_keyboard"] is not None
    await stage.call("sendMessage", chat_id=SITI, text="Selesai", reply_markup={"remove_keyboard": True})
    assert (await stage.chat(SITI))["reply_keyboard"] is None


async def test_a_deleted_message_is_marked_and_out_of_reach(stage: Stage) -> None:
    for text in ("satu", "dua", "tiga"):
        await stage.call("sendMessage", chat_id=SITI, text=text)
    assert (await stage.call("deleteMessage", chat_id=SITI, message_id=1)).result is True
    assert (await stage.call("deleteMessages", chat_id=SITI, message_ids=[2, 99])).result is True
    assert [m["deleted"] for m in (await stage.chat(SITI))["messages"]] == [True, True, False]
    assert (await stage.call("editMessageText", chat_id=SITI, message_id=1, text="x")).status == 400


async def test_a_photo_can_be_sent_again_by_its_id_and_in_place_of_another(stage: Stage) -> None:
    sent = (await stage.upload("sendPhoto", {"photo": ("a.png", PICTURE)}, chat_id=str(SITI), caption="Peta")).result
    file_id = sent["photo"][-1]["file_id"]
    again = (await stage.call("sendPhoto", chat_id=BUDI, photo=file_id)).result
    assert again["photo"][-1]["file_id"] == file_id
    media = {"type": "photo", "media": file_id, "caption": "<i>Denah</i>", "parse_mode": "HTML"}
    edited = (await stage.call("editMessageMedia", chat_id=SITI, message_id=1, media=media)).result
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("Denah", "italic")
    caption = await stage.call("editMessageCaption", chat_id=SITI, message_id=1, caption="Lantai 2")
    assert caption.result["caption"] == "Lantai 2"


async def test_an_album_is_several_messages_with_one_album_id(stage: Stage) -> None:
    files = {"satu": ("1.png", PICTURE), "dua": ("2.png", PICTURE)}
    media = json.dumps([{"type": "photo", "media": f"attach://{name}"} for name in files])
    sent = (await stage.upload("sendMediaGroup", files, chat_id=str(SITI), media=media)).result
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message["kind"] for message in (await stage.chat(SITI))["messages"]] == ["photo", "photo"]


async def test_a_document_keeps_its_name_and_kind(stage: Stage) -> None:
    sent = await stage.upload("sendDocument", {"document": ("laporan.csv", b"a,b")}, chat_id=str(SITI))
    assert sent.result["document"]["file_name"] == "laporan.csv"
    assert (await shown(stage))["file"]["size"] == 3


async def test_messages_are_copied_without_saying_where_from(stage: Stage) -> None:
    await stage.call("sendMessage", chat_id=SITI, text="<b>Kabar</b>", parse_mode="HTML")
    await stage.act(SITI, "photo", sample="ktp", caption="KTP saya")
    copied = await stage.call("copyMessage", chat_id=BUDI, from_chat_id=SITI, message_id=1)
    assert copied.result == {"message_id": 1}
    both = await stage.call("copyMessages", chat_id=BUDI, from_chat_id=SITI, message_ids=[1, 2], remove_caption=True)
    assert both.result == [{"message_id": 2}, {"message_id": 3}]
    messages = (await stage.chat(BUDI))["messages"]
    assert [(m["text"], m["kind"], m["from"]) for m in messages] == [
        ("Kabar", "text", "bot"),
        ("Kabar", "text", "bot"),
        ("", "photo", "bot"),
    ]


async def test_a_place_is_shown(stage: Stage) -> None:
    sent = await stage.call("sendVenue", chat_id=SITI, latitude=-6.9, longitude=109.7, title="BLK", address="Jl. A")
    assert sent.result["location"] == sent.result["venue"]["location"] == {"latitude": -6.9, "longitude": 109.7}
    assert (await shown(stage))["venue"]["title"] == "BLK"


async def test_the_bot_is_seen_typing_for_five_seconds_or_until_it_writes(stage: Stage) -> None:
    await stage.call("sendChatAction", chat_id=SITI, action="typing")
    assert (await stage.chat(SITI))["typing"] is True
    stage.clock.forward(5)
    assert (await stage.chat(SITI))["typing"] is False
    await stage.call("sendChatAction", chat_id=SITI, action="upload_document")
    await stage.call("sendMessage", chat_id=SITI, text="Ini")
    assert (await stage.chat(SITI))["typing"] is False


async def test_a_pinned_message_is_known_to_the_chat(stage: Stage) -> None:
    await stage.call("sendMessage", chat_id=SITI, text="Jadwal")
    assert (await stage.call("pinChatMessage", chat_id=SITI, message_id=1)).result is True
    chat = (await stage.call("getChat", chat_id=SITI)).result
    assert (chat["first_name"], chat["pinned_message"]["text"]) == ("Siti", "Jadwal")


@pytest.mark.parametrize(("given", "kept"), [("  Halo \n", "Halo"), ("a\x07b", "a b"), ("a\tb", "a\tb")])
async def test_a_text_is_cleaned_as_telegram_cleans_it(stage: Stage, given: str, kept: str) -> None:
    assert (await stage.call("sendMessage", chat_id=SITI, text=given)).result["text"] == kept


async def test_entities_move_with_a_trimmed_text(stage: Stage) -> None:
    sent = await stage.call("sendMessage", chat_id=SITI, text="  <b>Halo </b> ", parse_mode="HTML")
    assert sent.result["entities"] == [{"type": "bold", "offset": 0, "length": 4}]


async def test_a_reply_to_a_missing_message_is_sent_if_the_bot_does_not_insist(stage: Stage) -> None:
    lenient = {"message_id": 99, "allow_sending_without_reply": True}
    assert (await stage.call("sendMessage", chat_id=SITI, text="Halo", reply_parameters=lenient)).status == 200
