"""Measuring partner: python-telegram-bot with the limiter that it brings. Arguments: URL, first chat, people."""

import asyncio
import sys

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot


async def send(bot: Bot, chat: int) -> bool:
    try:
        await bot.send_message(chat, "Pembukaan pelatihan hari Senin pukul 08.00.")
    except TelegramError:
        return False
    return True


async def main(url: str, first: int, people: int) -> None:
    bot = ExtBot("1:TEST", base_url=f"{url}/bot", rate_limiter=AIORateLimiter(max_retries=5))
    async with bot:
        done = await asyncio.gather(*(send(bot, chat) for chat in range(first, first + people)))
    print(f"{sum(done)} of {people}", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
