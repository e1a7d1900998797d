"""Answers to announcements: one a message, the latest counts, and whoever got it and said nothing is known too."""

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records import announcing, campaign_answers, dispatch, people
from records.audiences import Audience, Trait
from records.campaign_answers import NO, SILENT, YES, CampaignAnswer
from records.database import Database
from records.deliveries import Delivery, DeliveryStatus
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _announced(session: Session, vault: Vault, first: int = 1) -> tuple[int, dict[int, int]]:
    """A campaign that three people got, and the id of the delivery to each of their chats; a fourth has none."""
    town = Town(session, vault, first)
    sewing = town.a_class()
    for number in range(3):
        town.participant(sewing, town.person(chat_id=500 + number))
    town.participant(sewing)
    campaign = announcing.draft(session, Audience.of(Trait.CLASS, sewing.id), town.officer().id, NOON)
    campaign.words = "Besok kumpul pukul 08.00."
    assert announcing.confirm(session, campaign.id, NOON, NOON)
    of_it = Delivery.campaign_id == campaign.id
    session.execute(
        update(Delivery).where(of_it, Delivery.chat_id.is_not(None)).values(status=DeliveryStatus.SENT.value)
    )
    rows = session.execute(select(Delivery.chat_id, Delivery.id).where(of_it, Delivery.chat_id.is_not(None)))
    return campaign.id, {chat_id: delivery_id for chat_id, delivery_id in rows if chat_id is not None}


async def test_a_later_answer_takes_the_place_of_an_earlier_one(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        campaign, hers = _announced(session, vault)
        campaign_answers.give(session, campaign, hers[500], YES, NOON)
        later = NOON + timedelta(hours=1)
        campaign_answers.give(session, campaign, hers[500], NO, later)
        assert campaign_answers.given(session, hers[500]) == NO
        assert campaign_answers.counts(session, campaign) == {NO: 1, SILENT: 2}
        assert session.scalars(select(CampaignAnswer.answered_at)).all() == [later]

    await database.write(scene)


async def test_those_who_chose_something_and_those_who_said_nothing_are_told_apart(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> None:
        campaign, hers = _announced(session, vault)
        other, _theirs = _announced(session, vault, 100)
        campaign_answers.give(session, campaign, hers[500], YES, NOON)
        campaign_answers.give(session, campaign, hers[501], NO, NOON)

        def who(choice: str) -> list[int | None]:
            chosen = campaign_answers.who_chose(campaign, choice)
            return [people.chat_of(session, person or 0) for person, _chat in session.execute(chosen)]

        assert (who(YES), who(NO), who(SILENT)) == ([500], [501], [502])
        assert campaign_answers.counts(session, other) == {SILENT: 3}
        assert len(campaign_answers.names(session, campaign, YES, 10)) == 1
        assert campaign_answers.names(session, campaign, YES, 10, offset=1) == []
        assert [row.choice for row in campaign_answers.everybody(session, campaign)] == [YES, NO, None]

    await database.write(scene)


async def test_a_message_is_answered_only_where_it_was_sent_and_by_whoever_still_speaks_for_her(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> None:
        campaign, hers = _announced(session, vault)
        other, theirs = _announced(session, vault, 100)
        assert campaign_answers.is_addressed(session, campaign, hers[500], 500)
        assert not campaign_answers.is_addressed(session, campaign, hers[500], 501)
        assert not campaign_answers.is_addressed(session, other, hers[500], 500)
        assert not campaign_answers.is_addressed(session, campaign, theirs[500], 500)
        person = session.get_one(Delivery, hers[500]).person_id
        assert person is not None
        people.link(session, person, 900, NOON)
        assert not campaign_answers.is_addressed(session, campaign, hers[500], 500)

    await database.write(scene)


async def test_an_answer_shows_that_an_unknown_one_arrived(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        campaign, hers = _announced(session, vault)
        unknown = DeliveryStatus.UNKNOWN.value
        session.execute(update(Delivery).where(Delivery.campaign_id == campaign).values(status=unknown))
        campaign_answers.give(session, campaign, hers[500], YES, NOON)
        rows = session.execute(select(Delivery.chat_id, Delivery.status))
        by_chat = {row.chat_id: row.status for row in rows}
        assert (by_chat[500], by_chat[501]) == (DeliveryStatus.SENT.value, unknown)

    await database.write(scene)


async def test_what_was_answered_is_not_unknown_after_the_end_of_the_process(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        campaign, hers = _announced(session, vault)
        claimed = {"status": DeliveryStatus.CLAIMED.value, "epoch": 1}
        session.execute(update(Delivery).where(Delivery.campaign_id == campaign).values(**claimed))
        campaign_answers.give(session, campaign, hers[500], YES, NOON)
        dispatch.release_dead(session, 2)
        statuses = select(Delivery.status).where(Delivery.id.in_((hers[500], hers[501]))).order_by(Delivery.id)
        assert session.scalars(statuses).all() == [DeliveryStatus.SENT.value, DeliveryStatus.UNKNOWN.value]

    await database.write(scene)
