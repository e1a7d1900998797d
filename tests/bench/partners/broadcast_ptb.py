"""Measuring partner: python-telegram-bot with the limiter that it brings. Arguments: URL, first chat, people."""

import asyncio
import sys

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest


async def send(bot: Bot, chat: int) -> bool:
    try:
        await bot.send_message(chat, "Pembukaan pelatihan hari Senin pukul 08.00.")
    except TelegramError:
        return False
    return True


async def main(url: str, first: int, people: int) -> None:
    patient = HTTPXRequest(connection_pool_size=256, pool_timeout=600)
    limiter = AIORateLimiter(max_retries=5)
    async with ExtBot("1:TEST", base_url=f"{url}/bot", request=patient, rate_limiter=limiter) as bot:
        done = await asyncio.gather(*(send(bot, chat) for chat in range(first, first + people)))
    print(f"{sum(done)} of {people}", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
