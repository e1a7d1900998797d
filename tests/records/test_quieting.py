"""Quieting: whoever is not to be asked any more gets no message, and where that was an error all is as it was."""

from datetime import date

from sqlalchemy.orm import Session

from records import people, quieting
from records.database import Database
from records.deliveries import Delivery, DeliveryKind, order
from records.followups import FollowupState
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


async def test_what_was_quieted_is_restored_as_it_was(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        silent = town.followup(chat_id=None)
        person = people.by_id(session, silent.person_id)
        planned = town.followup(FollowupState.PLANNED, person=person)
        answered = town.followup(FollowupState.ANSWERED, person=person)
        order(
            session,
            key="notice:x:1",
            kind=DeliveryKind.NOTICE,
            person_id=person.id,
            chat_id=5,
            about=1,
            due_at=NOON,
            now=NOON,
        )
        before = quieting.quiet(session, person.id)
        quieting.bury(session, person.id, date(2026, 9, 1), NOON)
        session.expire_all()
        assert {silent.state, planned.state} == {FollowupState.STOPPED.value}
        assert answered.state == FollowupState.ANSWERED.value
        assert session.query(Delivery.status).scalar() == "cancelled"
        quieting.restore(session, before)
        quieting.unbury(session, person.id)
        session.expire_all()
        assert (silent.state, planned.state) == (FollowupState.SILENT.value, FollowupState.PLANNED.value)
        assert session.query(Delivery.status).scalar() == "waiting"
        assert person.deceased_on is None

    await database.write(work)
