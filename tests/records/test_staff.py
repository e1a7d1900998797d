"""Staff: an invitation makes one officer, once, within a week; a role says what she may do."""

import asyncio
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import permissions, staff
from records.database import Database
from records.permissions import Grant, Permission
from records.staff import Invitation, Role
from records.vault import Vault
from tests.records.clock import NOON

WEEK = timedelta(days=7)


async def test_whoever_opens_an_invitation_becomes_an_officer(database: Database, vault: Vault) -> None:
    token = await database.write(staff.invite, vault, Role.VIEWER, NOON)
    officer = await database.write(staff.accept, vault, token, 7, "Bu Contoh", NOON)
    assert officer is not None
    found = await database.read(staff.by_chat, 7)
    assert found is not None
    assert (found.id, found.name, found.role, found.active) == (officer.id, "Bu Contoh", "viewer", True)


async def test_an_invitation_is_good_once(database: Database, vault: Vault) -> None:
    token = await database.write(staff.invite, vault, Role.OFFICER, NOON)
    assert await database.write(staff.accept, vault, token, 7, "Bu Contoh", NOON) is not None
    assert await database.write(staff.accept, vault, token, 8, "Pak Contoh", NOON) is None
    assert await database.read(staff.by_chat, 8) is None


async def test_of_those_who_open_it_at_once_one_becomes_an_officer(database: Database, vault: Vault) -> None:
    token = await database.write(staff.invite, vault, Role.OFFICER, NOON)
    accepted = await asyncio.gather(
        *(database.write(staff.accept, vault, token, chat_id, "Contoh", NOON) for chat_id in range(1, 9))
    )
    assert sum(one is not None for one in accepted) == 1
    assert len(await database.read(staff.active)) == 1


async def test_an_invitation_expires_after_a_week(database: Database, vault: Vault) -> None:
    late, in_time = [await database.write(staff.invite, vault, Role.OFFICER, NOON) for _ in range(2)]
    assert await database.write(staff.accept, vault, late, 7, "Contoh", NOON + WEEK) is None
    just = NOON + WEEK - timedelta(microseconds=1)
    assert await database.write(staff.accept, vault, in_time, 7, "Contoh", just) is not None


async def test_an_invented_token_opens_nothing(database: Database, vault: Vault) -> None:
    await database.write(staff.invite, vault, Role.ADMINISTRATOR, NOON)
    assert await database.write(staff.accept, vault, "", 7, "Contoh", NOON) is None
    kept = await database.read(lambda session: session.scalars(select(Invitation.token_digest)).one())
    assert await database.write(staff.accept, vault, kept, 7, "Contoh", NOON) is None


async def test_the_token_itself_is_not_kept(database: Database, vault: Vault) -> None:
    token = await database.write(staff.invite, vault, Role.OFFICER, NOON)
    kept = await database.read(lambda session: session.scalars(select(Invitation.token_digest)).one())
    assert token not in kept
    assert kept == vault.digest("invitation", token)


async def test_an_appointment_changes_the_role_of_who_is_there(database: Database) -> None:
    first = await database.write(staff.appoint, 7, "Bu Contoh", Role.OFFICER, NOON)
    second = await database.write(staff.appoint, 7, "Bu Contoh", Role.ADMINISTRATOR, NOON)
    assert first.id == second.id
    assert [officer.role for officer in await database.read(staff.active)] == ["administrator"]


async def test_who_left_is_no_officer_until_appointed_again(database: Database) -> None:
    officer = await database.write(staff.appoint, 7, "Bu Contoh", Role.OFFICER, NOON)

    def leave(session: Session) -> None:
        session.get_one(staff.Officer, officer.id).active = False

    await database.write(leave)
    assert await database.read(staff.by_chat, 7) is None
    assert await database.read(staff.active) == []
    await database.write(staff.appoint, 7, "Bu Contoh", Role.OFFICER, NOON)
    assert await database.read(staff.by_chat, 7) is not None


async def test_roles_may_do_what_the_table_grants(database: Database) -> None:
    officer = await database.write(staff.appoint, 7, "Bu Contoh", Role.OFFICER, NOON)
    viewer = await database.write(staff.appoint, 8, "Pak Contoh", Role.VIEWER, NOON)
    assert await database.read(permissions.of_officer, officer) == frozenset(Permission)
    assert await database.read(permissions.of_officer, viewer) == {Permission.FIGURES}

    def grant(session: Session) -> None:
        session.add(Grant(role=Role.VIEWER.value, permission=Permission.ANSWER.value))

    await database.write(grant)
    assert await database.read(permissions.of_officer, viewer) == {Permission.FIGURES, Permission.ANSWER}
