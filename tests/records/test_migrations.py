"""Migrations: what they make is what the models say, on both databases."""

import sqlite3
import sys
from importlib import import_module
from pathlib import Path
from subprocess import Popen, run

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from records import migrate
from records.database import DatabaseError
from records.imprints import of_record
from records.migrate import Schema
from records.models import metadata
from records.permissions import INITIAL, Grant
from tests.records.servers import PostgresServer


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    driver = "postgresql+psycopg" if parsed.get_backend_name() == "postgresql" else "sqlite"
    return create_engine(parsed.set(drivername=driver), poolclass=NullPool)


def _set_revision(url: str, revision: str) -> None:
    with _engine(url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})


# What a column is made of is not compared there: see the next test.
@pytest.mark.filterwarnings("ignore:Computed default")
def test_the_migrations_make_exactly_the_tables_of_the_models(own_address: str) -> None:
    with _engine(own_address).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_the_imprint_that_the_migration_makes_is_that_of_the_models() -> None:
    migrated = import_module("records.migrations.versions.0025_imprints").IMPRINT
    assert " ".join(migrated.split()) == of_record()


def test_the_migrations_can_be_taken_back_and_made_again(own_address: str) -> None:
    config = Config(attributes={"url": make_url(own_address)})
    config.set_main_option("script_location", str(migrate.FOLDER))
    command.downgrade(config, "base")
    with _engine(own_address).connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    migrate.upgrade(own_address)
    with _engine(own_address).connect() as connection:
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


def test_the_table_of_permissions_begins_as_the_program_says(own_address: str) -> None:
    with _engine(own_address).connect() as connection:
        granted = {(role, permission) for role, permission in connection.execute(select(Grant.role, Grant.permission))}
    assert granted == {(role.value, name.value) for role, names in INITIAL.items() for name in names}


def test_a_database_that_was_never_migrated_is_empty_and_asking_creates_nothing(
    empty_address: str, tmp_path: Path
) -> None:
    assert migrate.state(empty_address) == Schema(current=None, head=migrate.head())
    assert migrate.state(empty_address).is_empty
    assert list(tmp_path.iterdir()) == []


def test_an_upgrade_makes_it_current_and_a_second_one_changes_nothing(empty_address: str) -> None:
    migrate.upgrade(empty_address)
    migrate.upgrade(empty_address)
    assert migrate.state(empty_address).is_current
    assert not migrate.state(empty_address).is_newer


def test_a_database_of_a_later_program_is_refused_in_one_sentence(own_address: str) -> None:
    _set_revision(own_address, "9999")
    assert migrate.state(own_address).is_newer
    with pytest.raises(
        DatabaseError, match=r"^the database is newer than the program: it has revision 9999"
    ) as refused:
        migrate.upgrade(own_address)
    assert "\n" not in str(refused.value)


def test_the_newest_revision_is_the_number_of_the_last_file() -> None:
    numbers = [file.name[:4] for file in (migrate.FOLDER / "versions").glob("*.py")]
    assert migrate.head() == max(numbers)
    assert migrate.revisions() == tuple(sorted(numbers))


def test_asking_for_the_state_does_not_load_alembic() -> None:
    program = "import sys; from records import migrate; migrate.head(); sys.exit('alembic' in sys.modules)"
    assert run([sys.executable, "-c", program], cwd=migrate.FOLDER.parent.parent, check=False).returncode == 0


def test_a_file_that_is_no_database_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir or Madam, " * 400)
    with pytest.raises(DatabaseError, match="cannot be read: file is not a database"):
        migrate.state(f"sqlite:///{path}")


def test_a_server_that_does_not_answer_is_reported_in_one_sentence() -> None:
    with pytest.raises(DatabaseError, match=r"^the database canting cannot be read: .*") as refused:
        migrate.state("postgresql://nobody@127.0.0.1:1/canting")
    assert "\n" not in str(refused.value)


def test_two_processes_that_start_together_migrate_once(empty_address: str) -> None:
    program = f"from records import migrate; migrate.upgrade({empty_address!r})"
    root = migrate.FOLDER.parent.parent
    starters = [Popen([sys.executable, "-c", program], cwd=root) for _ in range(2)]
    assert [starter.wait() for starter in starters] == [0, 0]
    assert migrate.state(empty_address).is_current


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "canting.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE talks (id INTEGER PRIMARY KEY)")
    with pytest.raises(DatabaseError, match="cannot be migrated: table talks already exists"):
        migrate.upgrade(f"sqlite:///{path}")
    assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["talks"]


def test_a_migration_that_fails_leaves_nothing_behind_on_a_server(postgres: PostgresServer) -> None:
    with postgres.empty_database("half") as url:
        with _engine(url).begin() as connection:
            connection.execute(text("CREATE TABLE talks (id INTEGER PRIMARY KEY)"))
        with pytest.raises(DatabaseError, match='cannot be migrated: relation "talks" already exists'):
            migrate.upgrade(url)
        with _engine(url).connect() as connection:
            assert inspect(connection).get_table_names() == ["talks"]
