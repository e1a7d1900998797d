"""The settings: environment variables with the prefix CANTING_, typed, each wrong value a sentence that names it."""

import os
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import failpoints
from records import profile
from records.database import DatabaseError, parse_url
from scheduler.pace import Tempo

PREFIX = "CANTING_"
LOOPBACK = ("127.0.0.1", "localhost")
TELEGRAM = "https://api.telegram.org"


class SettingsError(Exception):
    """A setting is wrong; the message names it and says what is expected."""


class CommandError(Exception):
    """What a command was given cannot be used; the message says what it expects."""


class Settings(BaseSettings):
    """What the program is told from outside."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    token: str = ""
    api_url: str = TELEGRAM
    database_url: str = ""
    home: Path = Path("var")
    admins: Annotated[frozenset[int], NoDecode] = frozenset()
    secret_key: str = ""
    timezone: str = "Asia/Jakarta"
    pace: Tempo = Tempo.FREE
    profile: Path = profile.DEFAULT
    web_url: str = ""
    web_port: int = Field(default=0, ge=0, le=65535, validate_default=True)
    failpoint: str = Field(default="", description="for rehearsals of a crash, see bot/failpoints.py")

    @field_validator("admins", mode="before")
    @classmethod
    def ids(cls, value: object) -> object:
        """Telegram ids, separated by commas or spaces."""
        if not isinstance(value, str):
            return value
        parts = value.replace(",", " ").split()
        if not all(part.isdigit() for part in parts):
            raise ValueError("expects Telegram ids separated by commas, such as 123456789,987654321")
        return frozenset(int(part) for part in parts)

    @field_validator("timezone")
    @classmethod
    def known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            raise ValueError("expects a time zone such as Asia/Jakarta") from unknown
        return value

    @field_validator("api_url")
    @classmethod
    def web_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("expects an address that begins with http:// or https://")
        return value

    @field_validator("web_url")
    @classmethod
    def public_address(cls, value: str) -> str:
        """Without the slash at its end; http only on this very machine, since the address of a page is its key."""
        told = urlsplit(value)
        is_here = told.scheme == "http" and told.hostname in LOOPBACK
        if value and (not told.netloc or told.query or told.fragment or not (told.scheme == "https" or is_here)):
            raise ValueError("expects the public address of the web page, such as https://alumni.blk.example")
        return value.rstrip("/")

    @field_validator("web_port", mode="before")
    @classmethod
    def empty_is_off(cls, value: object) -> object:
        return value or 0

    @field_validator("web_port")
    @classmethod
    def with_its_address(cls, value: int, told: ValidationInfo) -> int:
        """The page has an address and a port, or neither."""
        if bool(value) != bool(told.data.get("web_url", value)):
            raise ValueError("and CANTING_WEB_URL belong together: set both, or neither")
        return value

    @field_validator("token")
    @classmethod
    def shaped_like_a_token(cls, value: str) -> str:
        number, _colon, secret = value.partition(":")
        if value and not (number.isdigit() and secret):
            raise ValueError("expects the token BotFather gave, such as 123456:ABC-DEF")
        return value

    @field_validator("database_url")
    @classmethod
    def known_database(cls, value: str) -> str:
        if value:
            try:
                parse_url(value)
            except DatabaseError as wrong:
                raise ValueError(f"cannot be used: {wrong}") from wrong
        return value

    @field_validator("failpoint")
    @classmethod
    def known_place(cls, value: str) -> str:
        if value:
            failpoints.read(value)
        return value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def url(self) -> str:
        """The database's URL; a SQLite file in HOME unless told otherwise."""
        return self.database_url or f"sqlite:///{self.home / 'canting.db'}"


def load() -> Settings:
    """The settings of this process, or a SettingsError for the first that is wrong."""
    try:
        return Settings()
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = f"{PREFIX}{str(first['loc'][0]).upper()}"
        # pydantic's own words begin with "Value error, " where a validator of ours spoke.
        reason = first["msg"].removeprefix("Value error, ")
        given = "" if name.endswith(("TOKEN", "KEY", "DATABASE_URL")) else f" (it is '{os.environ.get(name, '')}')"
        raise SettingsError(f"{name} {reason}{given}.") from wrong
