"""Web sending: a link goes to those whom no question reached; nobody is asked twice."""

from sqlalchemy.orm import Session

from records import people, web_links, web_sending
from records.database import Database
from records.followups import Followup, FollowupState
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


async def test_whom_a_question_reached_is_sent_no_link_while_its_reminders_go_on(
    database: Database, vault: Vault
) -> None:
    def work(session: Session) -> None:
        town = Town(session, vault)
        asked_in_vain, asked_in_chat, sent_and_opened = (town.followup(FollowupState.ASKED) for _ in range(3))
        silent = town.followup(FollowupState.SILENT)
        for row in (asked_in_chat, sent_and_opened, silent):
            row.reached_at = NOON
        for n, row in enumerate((asked_in_vain, asked_in_chat, sent_and_opened, silent)):
            people.by_id(session, row.person_id).phone = f"+628123456780{n}"
        session.flush()
        web_links.sent(session, sent_and_opened.id, town.officer().id, NOON)
        assert [_listed(session, row) for row in (asked_in_vain, asked_in_chat, sent_and_opened, silent)] == [
            *(True, False, True, True)
        ]
        assert sum(batch.waiting for batch in web_sending.batches(session, NOON)) == 3

    await database.write(work)


def _listed(session: Session, row: Followup) -> bool:
    return web_sending.recipient(session, row.id, NOON) is not None
