"""Commands that need the database and no Telegram: demonstration data, an invitation."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.app import check_schema
from bot.clock import SystemClock
from bot.key import vault_of
from bot.settings import Settings
from bot.telegram_bot import build_bot
from conversations.context import deep_link
from records import demonstration, keys, profile, staff
from records.database import Database, DatabaseError, open_database
from records.staff import Role
from records.store import FOLDER, FileStore
from records.vault import Vault

R = TypeVar("R")


def with_database(settings: Settings, work: Callable[[Database, Vault], Awaitable[R]]) -> R:
    async def run() -> R:
        vault = vault_of(settings)
        check_schema(settings.url)
        database = open_database(settings.url, vault, SystemClock())
        try:
            await database.write(keys.check)
            return await work(database, vault)
        finally:
            await database.close()

    return asyncio.run(run())


async def username_of_bot(settings: Settings) -> str:
    """As Telegram knows it."""
    async with build_bot(settings.token, settings.api_url) as bot:
        return bot.username


def demonstrate(settings: Settings) -> str:
    """Seeds an empty database; what to say of it."""
    centre = profile.load(settings.profile)
    calendar = centre.calendar.calendar(settings.zone)

    async def work(database: Database, vault: Vault) -> str:
        store = FileStore(settings.home / FOLDER, vault)
        try:
            cast = await database.write(demonstration.seed, vault, centre, calendar, SystemClock().now(), store)
        except demonstration.NotEmptyError as full:
            raise DatabaseError(str(full)) from full
        return f"Demonstration data are in: {len(cast.members)} people with a chat, all invented."

    return with_database(settings, work)


def invite(settings: Settings, role: Role) -> str:
    """An invitation's deep link."""

    async def work(database: Database, vault: Vault) -> str:
        username = await username_of_bot(settings)
        token = await database.write(staff.invite, vault, role, SystemClock().now())
        return deep_link(username, f"s_{token}")

    return with_database(settings, work)
