"""Proposing: a second officer decides, once; and the same words to the same people are found again."""

from datetime import timedelta

from sqlalchemy.orm import Session

from records import announcing, campaigns, dispatch, freezing, proposing, rewordings, same_words
from records.audiences import Audience, Trait
from records.audiences.recipients import Size
from records.campaigns import CampaignStatus
from records.database import Database
from records.deliveries import DeliveryStatus
from records.dispatch import Result
from records.same_words import Echo
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.test_steering import status_of
from tests.records.town import Town

LATER = NOON + timedelta(days=2)
SENT, BLOCKED = DeliveryStatus.SENT, DeliveryStatus.BLOCKED


def _draft(session: Session, vault: Vault) -> tuple[int, int, int]:
    """A draft to three people, its officer and another."""
    town = Town(session, vault)
    cohort = town.cohort()
    a_class = town.a_class(cohort)
    for number in range(3):
        town.participant(a_class, town.person(chat_id=500 + number))
    session.flush()
    hers, other = town.officer().id, town.officer().id
    return _written(session, cohort.id, hers), hers, other


def _written(session: Session, cohort_id: int, officer_id: int) -> int:
    campaign = announcing.draft(session, Audience.of(Trait.COHORT, cohort_id), officer_id, NOON)
    campaign.words, campaign.fingerprint = "Kelas pindah ke Senin.", "f"
    session.flush()
    return campaign.id


async def test_another_officer_approves_it_once_and_never_whoever_proposed_it(database: Database, vault: Vault) -> None:
    draft, hers, other = await database.write(_draft, vault)
    assert await database.write(proposing.propose, draft, hers)
    assert not await database.write(proposing.propose, draft, other)
    assert not await database.write(proposing.approve, draft, hers, NOON, NOON)
    assert not await database.write(proposing.refuse, draft, hers, "No.")
    assert await database.write(proposing.approve, draft, other, NOON, NOON)
    assert not await database.write(proposing.approve, draft, other, NOON, NOON)
    assert not await database.write(proposing.refuse, draft, other, "No.")
    assert await database.read(status_of, draft) is CampaignStatus.SENDING
    assert (await database.read(campaigns.tally, draft)).total == 3


async def test_what_is_edited_after_the_approval_needs_a_new_one(database: Database, vault: Vault) -> None:
    draft, hers, other = await database.write(_draft, vault)
    await database.write(proposing.propose, draft, hers)
    assert await database.write(proposing.approve, draft, other, LATER, NOON)
    assert await database.read(status_of, draft) is CampaignStatus.SCHEDULED
    assert await database.read(freezing.size, draft) == Size(3, 3)
    everybody = await database.read(freezing.names, draft, 5)
    assert len(set(everybody)) == 3
    assert await database.read(freezing.names, draft, 2) == everybody[:2]
    assert await database.write(announcing.reopen, draft)
    assert (await database.read(campaigns.tally, draft)).total == 0
    kept = await database.read(campaigns.by_id, draft)
    assert kept is not None
    assert (kept.status, kept.approved_by, kept.confirmed_at) == ("draft", None, None)


async def test_what_is_refused_is_a_draft_with_the_reason_until_it_is_proposed_again(
    database: Database, vault: Vault
) -> None:
    draft, hers, other = await database.write(_draft, vault)
    await database.write(proposing.propose, draft, hers)
    assert await database.write(proposing.refuse, draft, other, "The day is wrong.")
    kept = await database.read(campaigns.by_id, draft)
    assert kept is not None
    assert (kept.status, kept.refusal) == ("draft", "The day is wrong.")
    await database.write(proposing.propose, draft, hers)
    kept = await database.read(campaigns.by_id, draft)
    assert kept is not None
    assert kept.refusal is None


async def test_of_other_words_the_newest_wait_until_another_officer_decides_once(
    database: Database, vault: Vault
) -> None:
    campaign, hers, other = await database.write(_draft, vault)
    first = (await database.write(rewordings.propose, campaign, "Senin.", hers)).id
    second = (await database.write(rewordings.propose, campaign, "Selasa.", hers)).id
    assert not await database.write(rewordings.approve, first, other), "the second has taken its place"
    waiting = await database.read(rewordings.waiting, campaign)
    assert waiting is not None
    assert (waiting.id, waiting.words) == (second, "Selasa.")
    assert not await database.write(rewordings.approve, second, hers)
    assert [await database.write(rewordings.approve, second, other) for _tap in range(2)] == [True, False]
    assert not await database.write(rewordings.drop, second)
    assert await database.read(rewordings.waiting, campaign) is None


async def test_the_same_words_are_counted_by_whom_they_reached_lately(database: Database, vault: Vault) -> None:
    first, hers, _other = await database.write(_draft, vault)
    await database.write(announcing.confirm, first, NOON, NOON)
    for claim, status in zip(await database.write(dispatch.claim, 1, 9, NOON), (SENT, SENT, BLOCKED), strict=True):
        await database.write(dispatch.settle, Result(claim.id, status), NOON)
    people = (await database.read(campaigns.by_id, first)).people  # type: ignore[union-attr]
    week_ago = NOON - timedelta(days=7)

    def heard(session: Session, fingerprint: str, but: int) -> Echo | None:
        return same_words.heard(session, fingerprint, people, week_ago, but)

    assert await database.read(heard, "f", 0) == Echo(2, NOON)
    assert await database.read(heard, "other", 0) is None
    assert await database.read(heard, "f", first) is None
    again = await database.write(_written, int(next(iter(people.groups[0].of(Trait.COHORT)))), hers)
    assert await database.read(heard, "f", again) == Echo(2, NOON)
    assert await database.read(same_words.heard, "f", people, NOON + timedelta(seconds=1), 0) is None
