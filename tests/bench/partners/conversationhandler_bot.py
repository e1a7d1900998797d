"""Measuring partner: the form as a ConversationHandler of python-telegram-bot, its state in a PicklePersistence.

Run as `python conversationhandler_bot.py API_URL DIRECTORY` in the partners' own environment.
"""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from form import FORM, open_register, register
from sqlalchemy import Engine
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

Context = ContextTypes.DEFAULT_TYPE
Callback = Callable[[Update, Context], Awaitable[int]]


async def put_question(update: Update, position: int) -> int:
    """Send the question as a new message; its position is the conversation's next state."""
    question = FORM[position]
    rows = [[InlineKeyboardButton(choice, callback_data=choice)] for choice in question.choices]
    keyboard = InlineKeyboardMarkup(rows) if rows else None
    await update.effective_chat.send_message(question.prompt(position), reply_markup=keyboard)
    return position


async def begin(update: Update, context: Context) -> int:
    context.user_data.clear()
    return await put_question(update, 0)


def receiver(position: int, engine: Engine) -> Callback:
    """The callback that takes the answer to the question at `position` and goes on."""

    async def receive(update: Update, context: Context) -> int:
        if query := update.callback_query:
            await query.answer()
            answer = query.data
        else:
            answer = update.message.text
        context.user_data[FORM[position].key] = answer
        if position + 1 < len(FORM):
            return await put_question(update, position + 1)
        await update.effective_chat.send_message(register(engine, dict(context.user_data)))
        return ConversationHandler.END

    return receive


def conversation(engine: Engine) -> ConversationHandler:
    states = {}
    for position, question in enumerate(FORM):
        receive = receiver(position, engine)
        typed = MessageHandler(filters.TEXT & ~filters.COMMAND, receive)
        states[position] = [CallbackQueryHandler(receive) if question.choices else typed]
    return ConversationHandler(
        entry_points=[CommandHandler("start", begin)],
        states=states,
        fallbacks=[],
        allow_reentry=True,
        name="form",
        persistent=True,
    )


def main(api_url: str, directory: Path) -> None:
    application = (
        Application.builder()
        .token("1:TEST")
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .persistence(PicklePersistence(directory / "conversations.pickle"))
        .build()
    )
    application.add_handler(conversation(open_register(str(directory / "register.db"))))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
