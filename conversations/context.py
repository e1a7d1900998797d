"""What a turn may use: the session, the time, and what stands still in the house."""

from dataclasses import dataclass
from datetime import date, datetime

from locales.languages import Languages
from locales.text import Text
from records.almanac import Almanac
from records.calendar import Calendar
from records.profile import Profile
from records.session import Session
from records.store import FileStore
from records.vault import Vault


@dataclass(frozen=True, slots=True)
class House:
    """What does not change while the program runs, and the almanac, which follows what staff decide."""

    profile: Profile
    almanac: Almanac
    vault: Vault
    languages: Languages
    administrators: frozenset[int]
    bot_username: str
    documents: FileStore
    # Where the questionnaire is a page on the web, without a slash at its end; empty where it is off.
    web_url: str = ""

    @property
    def calendar(self) -> Calendar:
        """When messages that start with us may go out, as it holds now."""
        return self.almanac.calendar


@dataclass(frozen=True, slots=True)
class Context:
    """One turn: in whose chat, in which language, when, and with which records."""

    session: Session
    now: datetime
    house: House
    chat_id: int
    language: str
    first_name: str = ""

    @property
    def today(self) -> date:
        return self.now.astimezone(self.house.calendar.zone).date()

    def plain(self, text: Text) -> str:
        """A sentence in this chat's language, without marks."""
        return self.house.languages.plain(text, self.language)

    def link(self, payload: str) -> str:
        """A deep link that starts the bot with a payload (at most 64 characters)."""
        return deep_link(self.house.bot_username, payload)


def deep_link(bot_username: str, payload: str) -> str:
    """A link that starts a bot with a payload."""
    return f"https://t.me/{bot_username}?start={payload}"
