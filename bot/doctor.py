"""The doctor: what is set, reachable, migrated and translated; and what to do about what is not."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import ClientError, ClientSession, ClientTimeout
from telegram.error import InvalidToken, TelegramError

from bot import key
from bot.clock import SystemClock
from bot.settings import Settings, SettingsError
from bot.telegram_bot import build_bot
from locales.languages import SPOKEN, CatalogueError, Languages
from records import audit, documents, keys, profile
from records.database import DatabaseError, open_database
from records.migrate import state
from records.profile import ProfileError
from records.store import FOLDER, FileStore
from records.vault import VaultError

NO_CONTENT = 204


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination."""

    well: bool
    words: str


def examine(load: Callable[[], Settings], say: Callable[[str], None]) -> bool:
    """Says every finding; True where all is well."""
    try:
        settings = load()
    except SettingsError as wrong:
        say(f"✗ {wrong}")
        return False
    findings = [_token(settings), _key(settings), _profile(settings), _catalogues(settings), *_database(settings)]
    findings.append(_web(settings))
    for finding in findings:
        say(f"{'✓' if finding.well else '✗'} {finding.words}")
    return all(finding.well for finding in findings)


def _token(settings: Settings) -> Finding:
    if not settings.token:
        return Finding(False, "CANTING_TOKEN is not set: ask BotFather for one, or rehearse with 'canting simulate'.")
    try:
        username = asyncio.run(_username(settings))
    except InvalidToken:
        return Finding(False, "CANTING_TOKEN is not known to Telegram: copy it again from BotFather.")
    except TelegramError as refused:
        return Finding(False, f"{settings.api_url} cannot be reached ({type(refused).__name__}): check the network.")
    return Finding(True, f"the bot is @{username} at {settings.api_url}.")


async def _username(settings: Settings) -> str:
    async with build_bot(settings.token, settings.api_url) as bot:
        return bot.username


def _key(settings: Settings) -> Finding:
    try:
        secret = key.secret_of(settings)
    except SettingsError as wrong:
        return Finding(False, str(wrong))
    where = "CANTING_SECRET_KEY" if settings.secret_key else str(settings.home / key.FILE)
    return Finding(
        True, f"the secret key is in {where} (check {key.fingerprint(secret)}); is its recovery sheet locked away?"
    )


def _profile(settings: Settings) -> Finding:
    try:
        centre = profile.load(settings.profile)
    except ProfileError as wrong:
        return Finding(False, f"CANTING_PROFILE: {wrong}")
    kelurahan = sum(len(kecamatan.kelurahan) for kecamatan in centre.kecamatan)
    return Finding(True, f"the profile is {centre.name}, with {kelurahan} kelurahan.")


def _catalogues(settings: Settings) -> Finding:
    try:
        Languages.load(settings.zone)
    except CatalogueError as lacking:
        return Finding(False, str(lacking))
    return Finding(True, f"the languages are complete: {', '.join(SPOKEN)}.")


def _database(settings: Settings) -> list[Finding]:
    try:
        schema = state(settings.url)
        if schema.is_newer:
            return [Finding(False, f"the database (revision {schema.current}) is newer than the program: update it.")]
        if not schema.is_current:
            return [Finding(False, "the database is not migrated: run 'canting migrate'.")]
        broken, named = asyncio.run(_trail(settings))
    except (DatabaseError, VaultError, SettingsError) as refused:
        return [Finding(False, f"{str(refused).rstrip('.')}.")]
    migrated = Finding(True, f"the database has revision {schema.current}.")
    if broken is not None:
        return [migrated, Finding(False, f"the audit trail is broken at entry {broken.entry_id}: somebody altered it.")]
    return [migrated, Finding(True, "the audit trail is whole."), _documents(settings, named)]


def _documents(settings: Settings, named: frozenset[str]) -> Finding:
    """Every file that a row names is there, and no other. A crash may leave one that nothing names."""
    there = FileStore(settings.home / FOLDER, key.vault_of(settings)).names()
    if missing := len(named - there):
        return Finding(False, f"{missing} files of documents are gone: restore {FOLDER} from the backup.")
    if nameless := len(there - named):
        return Finding(
            False, f"{nameless} files in {FOLDER} belong to no document: a crash left them, or the backup is older."
        )
    return Finding(True, f"every document is there ({len(there)} files).")


async def _trail(settings: Settings) -> tuple[audit.Break | None, frozenset[str]]:
    """Where the trail breaks, and the files that documents name."""
    database = open_database(settings.url, key.vault_of(settings), SystemClock())
    try:
        await database.write(keys.check)
        named = frozenset(await database.read(documents.files))
        return await database.read(audit.verify), named
    finally:
        await database.close()


def _web(settings: Settings) -> Finding:
    """Whether the page for alumni without Telegram answers at its public address."""
    if not settings.web_url:
        return Finding(True, "the web page is off (CANTING_WEB_URL): alumni answer in Telegram or on the phone.")
    if (trouble := asyncio.run(_trouble(settings.web_url))) is not None:
        return Finding(
            False,
            f"the web page does not answer at {settings.web_url} ({trouble}): does the bot run, and does the reverse "
            f"proxy pass on to port {settings.web_port}?",
        )
    return Finding(True, f"the web page answers at {settings.web_url}.")


async def _trouble(url: str) -> str | None:
    """What is wrong with the page; None where it answers as ours does."""
    try:
        async with ClientSession(timeout=ClientTimeout(10)) as session, session.get(f"{url}/a") as response:
            return None if response.status == NO_CONTENT else f"status {response.status}"
    except (ClientError, TimeoutError) as refused:
        return type(refused).__name__
