"""Measuring partner: the form in aiogram 3 with its default storage, memory, so that nothing outlives the process.

Run as `python aiogram_bot.py API_URL DIRECTORY` in the partners' own environment.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from form import FORM, open_register, register
from sqlalchemy import Engine

STATES = tuple(State(f"question{position}", group_name="Form") for position in range(len(FORM)))
Receive = Callable[[Message, str, FSMContext], Awaitable[None]]


async def put_question(message: Message, position: int, state: FSMContext) -> None:
    """Send the question as a new message and wait for its answer."""
    question = FORM[position]
    rows = [[InlineKeyboardButton(text=choice, callback_data=choice)] for choice in question.choices]
    await state.set_state(STATES[position])
    keyboard = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    await message.bot.send_message(message.chat.id, question.prompt(position), reply_markup=keyboard)


async def begin(message: Message, state: FSMContext) -> None:
    await state.clear()
    await put_question(message, 0, state)


def receiver(position: int, engine: Engine) -> Receive:
    """What takes the answer to the question at `position` and goes on."""

    async def receive(message: Message, answer: str, state: FSMContext) -> None:
        form = await state.update_data({FORM[position].key: answer})
        if position + 1 < len(FORM):
            await put_question(message, position + 1, state)
            return
        closing = register(engine, form)
        await state.clear()
        await message.bot.send_message(message.chat.id, closing)

    return receive


def add_question(dispatcher: Dispatcher, position: int, receive: Receive) -> None:
    """Route taps (where there are choices) or texts to `receive` while the question at `position` is open."""

    async def tapped(query: CallbackQuery, state: FSMContext) -> None:
        await query.answer()
        await receive(query.message, query.data, state)

    async def typed(message: Message, state: FSMContext) -> None:
        await receive(message, message.text, state)

    if FORM[position].choices:
        dispatcher.callback_query.register(tapped, StateFilter(STATES[position]))
    else:
        dispatcher.message.register(typed, StateFilter(STATES[position]))


async def main(api_url: str, directory: Path) -> None:
    engine = open_register(str(directory / "register.db"))
    dispatcher = Dispatcher()
    dispatcher.message.register(begin, CommandStart())
    for position in range(len(FORM)):
        add_question(dispatcher, position, receiver(position, engine))
    bot = Bot("1:TEST", session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
