"""Answers to announcements: one a person, the latest counts, and whoever got it and said nothing is known too."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import announcing, campaign_answers
from records.audiences import Audience, Trait
from records.campaign_answers import NO, SILENT, YES, CampaignAnswer
from records.database import Database
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _announced(session: Session, vault: Vault, first: int = 1) -> tuple[int, list[int]]:
    """A campaign, and the three people it went to."""
    town = Town(session, vault, first)
    sewing = town.a_class()
    people = [town.person(chat_id=500 + number) for number in range(3)]
    for person in people:
        town.participant(sewing, person)
    session.flush()
    campaign = announcing.draft(session, Audience.of(Trait.CLASS, sewing.id), town.officer().id, NOON)
    campaign.words = "Besok kumpul pukul 08.00."
    assert announcing.confirm(session, campaign.id, NOON, NOON)
    return campaign.id, [person.id for person in people]


async def test_a_later_answer_takes_the_place_of_an_earlier_one(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        campaign, (siti, _budi, _tono) = _announced(session, vault)
        campaign_answers.give(session, campaign, siti, 500, YES, NOON)
        later = NOON + timedelta(hours=1)
        campaign_answers.give(session, campaign, siti, 500, NO, later)
        assert campaign_answers.of_person(session, campaign, siti) == NO
        assert campaign_answers.counts(session, campaign) == {NO: 1}
        assert session.scalars(select(CampaignAnswer.answered_at)).all() == [later]

    await database.write(scene)


async def test_those_who_chose_something_and_those_who_said_nothing_are_told_apart(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> None:
        campaign, (siti, budi, tono) = _announced(session, vault)
        other, _people = _announced(session, vault, 100)
        campaign_answers.give(session, campaign, siti, 500, YES, NOON)
        campaign_answers.give(session, campaign, budi, 501, NO, NOON)

        def who(choice: str) -> list[int]:
            return [person for person, _name in campaign_answers.names(session, campaign, choice, 10)]

        assert (who(YES), who(NO), who(SILENT)) == ([siti], [budi], [tono])
        assert campaign_answers.count_of(session, campaign, SILENT) == 1
        assert campaign_answers.count_of(session, other, SILENT) == 3
        assert campaign_answers.names(session, campaign, YES, 10, offset=1) == []

    await database.write(scene)
