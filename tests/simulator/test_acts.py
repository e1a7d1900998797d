"""What people do, and what the bot hears of it."""

from typing import Any

from simulator.files import MAX_DOWNLOAD
from simulator.images import sample
from tests.simulator.stage import BLOCKER, GONE, PICTURE, SITI, STRANGER, Stage

KEYS = {"inline_keyboard": [[{"text": "Ya", "callback_data": "ya"}, {"text": "Situs", "url": "https://x.id"}]]}


async def newest(stage: Stage, kind: str = "message") -> dict[str, Any]:
    found: dict[str, Any] = (await stage.updates())[-1][kind]
    return found


async def test_a_tap_brings_the_data_and_the_message_and_its_answer_a_toast(stage: Stage) -> None:
    sent = (await stage.call("sendMessage", chat_id=SITI, text="Jadi?", reply_markup=KEYS)).result
    await stage.act(SITI, "tap", message_id=sent["message_id"], row=0, col=0)
    query = await newest(stage, "callback_query")
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("ya", "Jadi?", SITI)
    answer = {"callback_query_id": query["id"], "text": "Tersimpan", "show_alert": True}
    assert (await stage.call("answerCallbackQuery", **answer)).result is True
    toast = (await stage.chat(SITI))["toast"]
    assert (toast["text"], toast["alert"]) == ("Tersimpan", True)
    assert (await stage.call("answerCallbackQuery", **answer)).status == 400


async def test_a_tap_is_too_old_to_be_answered_after_150_seconds(stage: Stage) -> None:
    sent = (await stage.call("sendMessage", chat_id=SITI, text="Jadi?", reply_markup=KEYS)).result
    queries = []
    for _ in range(2):
        await stage.act(SITI, "tap", message_id=sent["message_id"], row=0, col=0)
        queries.append((await newest(stage, "callback_query"))["id"])
    stage.clock.forward(148)
    assert (await stage.call("answerCallbackQuery", callback_query_id=queries[1])).result is True
    stage.clock.forward(2)
    assert (await stage.call("answerCallbackQuery", callback_query_id=queries[0])).refusal == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )


async def test_the_data_of_a_tap_may_be_forged_but_the_place_of_a_button_not(stage: Stage) -> None:
    sent = (await stage.call("sendMessage", chat_id=SITI, text="Jadi?", reply_markup=KEYS)).result
    await stage.act(SITI, "tap", message_id=sent["message_id"], data="talk:nik:9999")
    assert (await newest(stage, "callback_query"))["data"] == "talk:nik:9999"
    tap = f"/sim/people/{SITI}/tap"
    assert (await stage.page("POST", tap, {"message_id": 1, "row": 0, "col": 1}))[0] == 409
    assert (await stage.page("POST", tap, {"message_id": 1, "row": 7, "col": 0}))[0] == 404
    assert (await stage.page("POST", tap, {"message_id": 77, "data": "x"}))[0] == 404


async def test_ones_own_contact_has_ones_user_id_and_anothers_does_not(stage: Stage) -> None:
    await stage.act(SITI, "contact", own=True)
    mine = (await newest(stage))["contact"]
    assert mine == {"phone_number": "6281200000001", "first_name": "Siti", "user_id": SITI}
    await stage.act(SITI, "contact", phone_number="628777", first_name="Kakak")
    assert (await newest(stage))["contact"] == {"phone_number": "628777", "first_name": "Kakak"}


async def test_files_people_send_can_be_fetched_by_the_bot(stage: Stage) -> None:
    await stage.act(SITI, "photo", sample="ktp")
    sizes = (await newest(stage))["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(90, 56), (320, 200), (960, 600)]
    for size in sizes:
        path = (await stage.call("getFile", file_id=size["file_id"])).result["file_path"]
        async with stage.http.get(f"{stage.base}/file/bot1:TEST/{path}") as answer:
            assert await answer.read() == sample("ktp")
    found = await stage.upload_act(SITI, "document", "ijazah saya.pdf", b"%PDF-1.7", "ini")
    message = await newest(stage)
    assert (message["document"]["file_name"], message["caption"]) == ("ijazah saya.pdf", "ini")
    file = found["messages"][-1]["file"]
    async with stage.http.get(f"{stage.base}/sim/files/{file['id']}") as answer:
        assert await answer.read() == b"%PDF-1.7"
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''ijazah%20saya.pdf"


async def test_pictures_sent_together_are_messages_of_one_album(stage: Stage) -> None:
    await stage.act(SITI, "album", samples=["ktp", "ijazah"], caption="berkas saya")
    updates = await stage.updates()
    one, other = [update["message"] for update in updates[-2:]]
    assert one["media_group_id"] == other["media_group_id"]
    assert one["message_id"] + 1 == other["message_id"]
    assert (one["caption"], other.get("caption")) == ("berkas saya", None)
    assert one["photo"][-1]["file_id"] != other["photo"][-1]["file_id"]


async def test_a_file_over_twenty_megabytes_can_be_sent_and_not_be_fetched(stage: Stage) -> None:
    await stage.upload_act(SITI, "document", "besar.pdf", bytes(MAX_DOWNLOAD + 1), "")
    file_id = (await newest(stage))["document"]["file_id"]
    answer = await stage.call("getFile", file_id=file_id)
    assert answer.refusal == (400, "Bad Request: file is too big")


async def test_a_bot_takes_a_persons_message_back_for_two_days(stage: Stage) -> None:
    await stage.act(SITI, "photo", sample="ktp")
    first = (await newest(stage))["message_id"]
    await stage.call("deleteMessage", chat_id=SITI, message_id=first)
    chat = await stage.act(SITI, "photo", sample="ktp")
    assert [m["deleted"] for m in chat["messages"] if m["id"] == first] == [True]
    second = (await newest(stage))["message_id"]
    stage.clock.forward(48 * 3600 + 1)
    answer = await stage.call("deleteMessage", chat_id=SITI, message_id=second)
    assert answer.refusal == (400, "Bad Request: message can't be deleted for everyone")


async def test_other_things_people_send_are_told_as_telegram_does(stage: Stage) -> None:
    await stage.act(SITI, "sticker")
    assert (await newest(stage))["sticker"]["emoji"] == "👍"
    await stage.act(SITI, "voice", seconds=4)
    assert (await newest(stage))["voice"]["duration"] == 4
    await stage.act(SITI, "location", latitude=-6.9, longitude=109.7)
    assert (await newest(stage))["location"] == {"latitude": -6.9, "longitude": 109.7}


async def test_people_can_edit_what_they_wrote(stage: Stage) -> None:
    await stage.act(SITI, "say", text="3375")
    chat = await stage.act(SITI, "edit", message_id=1, text="3374")
    edited = await newest(stage, "edited_message")
    assert (edited["text"], "edit_date" in edited, chat["messages"][-1]["edited"]) == ("3374", True, True)


async def test_what_is_longer_than_a_message_goes_out_as_several(stage: Stage) -> None:
    await stage.act(SITI, "say", text="x" * 5000)
    assert [len(update["message"]["text"]) for update in await stage.updates()] == [4096, 904]


async def test_who_blocks_the_bot_is_told_of_cannot_be_reached_and_cannot_write(stage: Stage) -> None:
    await stage.act(SITI, "block")
    member = await newest(stage, "my_chat_member")
    assert (member["old_chat_member"]["status"], member["new_chat_member"]["status"]) == ("member", "kicked")
    assert (await stage.call("sendMessage", chat_id=SITI, text="Halo")).status == 403
    assert (await stage.page("POST", f"/sim/people/{SITI}/say", {"text": "Halo"}))[0] == 409
    await stage.act(SITI, "start")
    found = (await stage.updates())[-2:]
    assert found[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert found[1]["message"]["text"] == "/start"
    assert (await stage.call("sendMessage", chat_id=SITI, text="Halo")).status == 200


async def test_unblocking_alone_tells_the_bot_too(stage: Stage) -> None:
    await stage.act(BLOCKER, "unblock")
    assert (await newest(stage, "my_chat_member"))["new_chat_member"]["status"] == "member"


async def test_a_stranger_is_reached_only_after_having_written(stage: Stage) -> None:
    assert (await stage.call("sendMessage", chat_id=STRANGER, text="Halo")).status == 403
    await stage.act(STRANGER, "start")
    assert (await stage.call("sendMessage", chat_id=STRANGER, text="Halo")).status == 200


async def test_a_deleted_account_is_silent(stage: Stage) -> None:
    assert (await stage.page("POST", f"/sim/people/{GONE}/say", {"text": "Halo"}))[0] == 409
    await stage.act(SITI, "deactivate")
    assert (await stage.call("sendMessage", chat_id=SITI, text="Halo")).refusal == (
        403,
        "Forbidden: user is deactivated",
    )
    assert await stage.updates() == []


async def test_a_picture_that_is_none_cannot_be_sent_as_a_photo(stage: Stage) -> None:
    assert (await stage.upload_act(SITI, "photo", "a.png", b"text")) == {"error": "this file is not a picture"}
    assert "messages" in await stage.upload_act(SITI, "photo", "a.png", PICTURE)


async def test_words_written_with_formatting_carry_it(stage: Stage) -> None:
    await stage.act(SITI, "say", html="<b>Halo</b> <i>&lt;b&gt;</i>")
    heard = await newest(stage)
    assert heard["text"] == "Halo <b>"
    assert [(each["type"], each["offset"], each["length"]) for each in heard["entities"]] == [
        ("bold", 0, 4),
        ("italic", 5, 3),
    ]
    assert (await stage.page("POST", f"/sim/people/{SITI}/say", {"html": "<b>Halo"}))[0] == 400


async def test_a_file_that_somebody_sent_is_sent_on_by_its_id_as_what_it_is(stage: Stage) -> None:
    await stage.act(SITI, "photo", sample="ktp")
    sizes = (await newest(stage))["photo"]
    for size in sizes:
        sent = await stage.call(
            "sendPhoto", chat_id=SITI, photo=size["file_id"], caption="<b>Peta</b>", parse_mode="HTML"
        )
        assert sent.result["photo"][-1]["file_id"] == sizes[-1]["file_id"]
    refused = (await stage.call("sendDocument", chat_id=SITI, document=sizes[-1]["file_id"])).refusal
    assert refused == (400, "Bad Request: can't use file of type Photo as Document")
    unknown = (await stage.call("sendPhoto", chat_id=SITI, photo="AgACAgUAunknown")).refusal
    assert unknown == (400, "Bad Request: wrong file identifier/HTTP URL specified")
