"""Group chats: connected by an officer, lost and found again, the same under another id; one delivery each."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import announcing, group_chats, group_choices, group_recipients
from records.audiences import Audience, Trait
from records.database import Database
from records.deliveries import Delivery
from records.group_chats import GroupKind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

GROUP, OTHER = -100, -200


def _connect(session: Session, chat_id: int, staff_id: int, *, hours: int = 0) -> tuple[int, bool]:
    at = NOON + timedelta(hours=hours)
    found, is_new = group_chats.connect(session, chat_id, GroupKind.GROUP, "Angkatan III", staff_id, True, at)
    return found.id, is_new


async def test_a_group_is_news_once_and_again_after_it_was_lost(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        officer, cohort = town.officer().id, town.cohort().id
        group, is_new = _connect(session, GROUP, officer)
        assert is_new
        assert _connect(session, GROUP, officer) == (group, False)
        group_chats.is_for(session, group, cohort)
        assert group_chats.leave(session, GROUP, NOON) is not None
        assert group_chats.leave(session, GROUP, NOON) is None
        assert group_chats.present(session) == []
        assert _connect(session, GROUP, officer, hours=1) == (group, True)
        assert [one.cohort_id for one in group_chats.present(session)] == [cohort]

    await database.write(scene)


async def test_a_supergroup_is_the_group_that_it_was(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        officer, cohort = town.officer().id, town.cohort().id
        group, _new = _connect(session, GROUP, officer)
        group_chats.is_for(session, group, cohort)
        _connect(session, OTHER, officer)
        group_chats.move(session, GROUP, OTHER)
        group_chats.move(session, GROUP, OTHER)
        (only,) = group_chats.present(session)
        assert (only.id, only.chat_id, only.cohort_id) == (group, OTHER, cohort)

    await database.write(scene)


async def test_each_chosen_group_gets_one_message_and_one_that_is_lost_none(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        officer, a_class = town.officer().id, town.a_class()
        town.participant(a_class, town.person(chat_id=500))
        groups = [_connect(session, chat_id, officer)[0] for chat_id in (GROUP, OTHER, -300)]
        draft = announcing.draft(session, Audience.of(Trait.CLASS, a_class.id), officer, NOON)
        assert announcing.write(session, draft.id, "Besok kumpul.", formatted=False)
        for group in (*groups, groups[2]):
            assert group_choices.toggle(session, draft, group)
            session.refresh(draft)
        assert group_recipients.ids_of(draft.extras) == tuple(groups[:2])
        group_chats.leave(session, OTHER, NOON)
        assert announcing.confirm(session, draft.id, NOON, NOON)
        assert not group_choices.toggle(session, draft, groups[2])
        rows = session.execute(select(Delivery.key, Delivery.chat_id, Delivery.status).order_by(Delivery.id))
        assert [(row.key.rpartition(":")[0], row.chat_id, row.status) for row in rows] == [
            (f"announcement:{draft.id}:person", 500, "waiting"),
            (f"announcement:{draft.id}:group", GROUP, "waiting"),
            (f"announcement:{draft.id}:group", None, "blocked"),
        ]

    await database.write(scene)
