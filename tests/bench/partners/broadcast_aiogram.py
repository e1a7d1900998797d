"""Measuring partner: aiogram as its documentation broadcasts, one after another, twenty a second, sleeping when it is
told to. Arguments: URL, first chat, people.
"""

import asyncio
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

APART = 0.05


async def send(bot: Bot, chat: int) -> bool:
    while True:
        try:
            await bot.send_message(chat, "Pembukaan pelatihan hari Senin pukul 08.00.")
        except TelegramRetryAfter as told:
            await asyncio.sleep(told.retry_after)
        except TelegramAPIError:
            return False
        else:
            return True


async def main(url: str, first: int, people: int) -> None:
    async with Bot("1:TEST", session=AiohttpSession(api=TelegramAPIServer.from_base(url))) as bot:
        done = 0
        for chat in range(first, first + people):
            done += await send(bot, chat)
            await asyncio.sleep(APART)
    print(f"{done} of {people}", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
