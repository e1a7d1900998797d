"""What the simulator answers can be read by python-telegram-bot, which knows Telegram's types."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, BotCommand, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.simulator.stage import BLOCKER, PICTURE, SITI, Stage

KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Ya", callback_data="ya")],
        [
            InlineKeyboardButton("Salin", copy_text=CopyTextButton("A-12")),
            InlineKeyboardButton("Peta", url="https://x.id/"),
        ],
    ]
)


@pytest.fixture
async def bot(strict: Stage) -> AsyncIterator[Bot]:
    async with Bot("1:TEST", base_url=f"{strict.base}/bot", base_file_url=f"{strict.base}/file/bot") as found:
        yield found


async def test_messages_and_updates_come_back_as_they_were_sent(strict: Stage, bot: Bot) -> None:
    sent = await bot.send_message(SITI, "<b>Halo</b>", parse_mode="HTML", reply_markup=KEYS)
    assert (sent.text_html, sent.reply_markup) == ("<b>Halo</b>", KEYS)
    for act, body in (("say", {"text": "/start"}), ("contact", {"own": True}), ("photo", {"sample": "ktp"}),
                      ("sticker", {}), ("voice", {}), ("location", {}), ("edit", {"message_id": 2, "text": "Halo"}),
                      ("tap", {"message_id": 1, "row": 0, "col": 0}), ("block", {})):  # fmt: skip
        await strict.act(SITI, act, **body)
    updates = await bot.get_updates(allowed_updates=["message", "callback_query", "edited_message", "my_chat_member"])
    assert len(updates) == 9
    assert updates[1].message is not None
    assert updates[1].message.contact is not None
    assert updates[1].message.contact.user_id == SITI
    assert updates[-1].my_chat_member is not None


async def test_files_go_there_and_come_back(strict: Stage, bot: Bot) -> None:
    sent = await bot.send_photo(SITI, PICTURE, caption="Denah")
    file = await sent.photo[-1].get_file()
    assert await file.download_as_bytearray() == PICTURE
    album = await bot.send_media_group(SITI, [InputMediaPhoto(PICTURE), InputMediaPhoto(sent.photo[-1].file_id)])
    assert len(album) == 2
    edited = await bot.edit_message_media(InputMediaPhoto(PICTURE, caption="Baru"), SITI, sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.caption == "Baru"


async def test_profiles_and_chats_can_be_read(strict: Stage, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("mulai", "Mulai")], language_code="id")
    assert [command.command for command in await bot.get_my_commands(language_code="id")] == ["mulai"]
    assert (await bot.get_chat(SITI)).first_name == "Siti"
    assert (await bot.get_webhook_info()).pending_update_count == 0
    assert await bot.send_venue(SITI, -6.9, 109.7, "BLK", "Jl. A")
    assert await bot.set_chat_menu_button(SITI)


async def test_refusals_become_the_librarys_errors(strict: Stage, bot: Bot) -> None:
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(BLOCKER, "Halo")
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(SITI, " ")
    for _ in range(3):
        await bot.send_message(SITI, "Halo")
    with pytest.raises(RetryAfter):
        await bot.send_message(SITI, "Halo")
