"""A start that cannot be: one sentence on stderr that names the thing, an exit code that says so, and no traceback."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from bot.key import fingerprint, secret_of
from records.migrate import head
from records.profile import DEFAULT
from tests.process import Outcome, canting, migrated, telegram
from tests.stage import settings_for

# Nothing listens on the discard port of this machine.
NOBODY = "http://127.0.0.1:9"


def says_one_sentence_about(outcome: Outcome, *names: str) -> None:
    """One line on stderr, with these words in it."""
    assert outcome.code != 0, outcome
    lines = outcome.err.strip().splitlines()
    assert len(lines) == 1, outcome.err
    assert lines[0].startswith("canting: "), lines
    assert lines[0].endswith("."), lines
    assert "Traceback" not in outcome.err
    for name in names:
        assert name in lines[0], (name, lines[0])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return migrated(tmp_path / "home")


@pytest.mark.parametrize("token", ["2:OTHER", "1:not a token"])
async def test_a_token_that_telegram_does_not_know(home: Path, token: str) -> None:
    async with telegram() as tg:
        says_one_sentence_about(await canting(home, tg.url, "run", token=token), "CANTING_TOKEN")


async def test_no_token(home: Path) -> None:
    says_one_sentence_about(await canting(home, NOBODY, "run", token=""), "CANTING_TOKEN", "simulate")


async def test_an_unreachable_api(home: Path) -> None:
    says_one_sentence_about(await canting(home, NOBODY, "run"), "CANTING_API_URL")


async def test_a_directory_where_the_database_should_be(home: Path) -> None:
    (home / "canting.db").unlink()
    (home / "canting.db").mkdir()
    says_one_sentence_about(await canting(home, NOBODY, "run"), "canting.db")


async def test_a_database_of_garbage(home: Path) -> None:
    (home / "canting.db").write_bytes(os.urandom(8192))
    says_one_sentence_about(await canting(home, NOBODY, "run"), "canting.db", "not a database")


async def test_a_database_that_was_never_migrated(home: Path) -> None:
    (home / "canting.db").unlink()
    says_one_sentence_about(await canting(home, NOBODY, "run"), "canting migrate")


async def test_a_database_newer_than_the_program(home: Path) -> None:
    connection = sqlite3.connect(home / "canting.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for command in ("run", "migrate"):
        says_one_sentence_about(await canting(home, NOBODY, command), "newer than the program", "9999")


async def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("not a folder")
    says_one_sentence_about(await canting(home, NOBODY, "run"), str(home))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("token", "BotFather's"),
        ("api_url", "telegram.example"),
        ("database_url", "mysql://localhost/canting"),
        ("database_url", "sqlite://"),
        ("database_url", "nothing of the kind"),
        ("admins", "Siti"),
        ("secret_key", "c2hvcnQ="),
        ("secret_key", "!"),
        ("timezone", "Asia/Pekalongan"),
        ("pace", "fast"),
        ("profile", "/nowhere/profile.toml"),
        ("failpoint", "at_lunch:1"),
        ("failpoint", "before_commit:soon"),
    ],
)
async def test_a_wrong_setting_is_named(home: Path, setting: str, value: str) -> None:
    outcome = await canting(home, NOBODY, "run", **{setting: value})
    says_one_sentence_about(outcome, f"CANTING_{setting.upper()}")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('name = "UPTD BLK Kota Pekalongan"', "name = ", "not TOML"),
        ("latitude = -6.8898", "latitude = 120", "latitude"),
        ("headline_wave = 6", "headline_wave = 5", "headline_wave"),
        ('hours = [["08:00", "11:30"]', 'hours = [["12:00", "11:30"]', "calendar.hours"),
    ],
)
async def test_a_broken_profile_is_named(home: Path, tmp_path: Path, old: str, new: str, named: str) -> None:
    words = DEFAULT.read_text("utf-8")
    assert old in words
    broken = tmp_path / "broken.toml"
    broken.write_text(words.replace(old, new, 1), "utf-8")
    outcome = await canting(home, NOBODY, "run", profile=str(broken))
    says_one_sentence_about(outcome, "CANTING_PROFILE", "broken.toml", named)


async def test_migrate_makes_a_database_and_does_no_harm_twice(tmp_path: Path) -> None:
    for _time in range(2):
        outcome = await canting(tmp_path / "fresh", NOBODY, "migrate")
        assert (outcome.code, outcome.err) == (0, "")
        assert head() in outcome.out


async def test_the_doctor_says_what_is_well_and_what_is_not(home: Path) -> None:
    async with telegram() as tg:
        well = await canting(home, tg.url, "doctor")
    assert well.code == 0, well
    assert "✗" not in well.out
    assert tg.world.profile.to_user()["username"] in well.out
    (home / "canting.db").unlink()
    ill = await canting(home, NOBODY, "doctor")
    assert ill.code != 0
    assert "cannot be reached" in ill.out
    assert "canting migrate" in ill.out
    assert "Traceback" not in ill.err


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("token", "2:OTHER"),
        ("pace", "fast"),
        ("profile", "/nowhere/profile.toml"),
        ("database_url", "mysql://localhost/canting"),
        ("secret_key", "!"),
    ],
)
async def test_the_doctor_names_a_wrong_setting(home: Path, setting: str, value: str) -> None:
    async with telegram() as tg:
        outcome = await canting(home, tg.url, "doctor", **{setting: value})
    assert outcome.code != 0
    assert outcome.err == ""
    assert f"CANTING_{setting.upper()}" in outcome.out


async def test_the_recovery_sheet_brings_the_key_back(home: Path) -> None:
    outcome = await canting(home, NOBODY, "key", "export")
    assert outcome.code == 0
    settings = settings_for(home, NOBODY)
    assert fingerprint(secret_of(settings)) in outcome.out
    typed = "".join(line for line in outcome.out.splitlines() if line.startswith("    "))
    again = await canting(home, NOBODY, "key", "export", secret_key=typed)
    assert again.out == outcome.out
    assert stat.S_IMODE((home / "secret.key").stat().st_mode) == 0o600


async def test_the_key_is_made_on_the_first_run_for_this_user_alone(tmp_path: Path) -> None:
    outcome = await canting(tmp_path / "fresh", NOBODY, "key", "export")
    assert outcome.code == 0
    assert stat.S_IMODE((tmp_path / "fresh" / "secret.key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("url", "port", "named"),
    [
        ("http://alumni.blk.example", "8080", "CANTING_WEB_URL"),
        ("alumni.blk.example", "8080", "CANTING_WEB_URL"),
        ("https://alumni.blk.example/?x=1", "8080", "CANTING_WEB_URL"),
        ("https://alumni.blk.example", "", "CANTING_WEB_PORT"),
        ("", "8080", "CANTING_WEB_PORT"),
        ("https://alumni.blk.example", "99999", "CANTING_WEB_PORT"),
    ],
)
async def test_an_address_or_a_port_of_the_web_page_that_cannot_be(home: Path, url: str, port: str, named: str) -> None:
    outcome = await canting(home, NOBODY, "run", web_url=url, web_port=port)
    says_one_sentence_about(outcome, named)
