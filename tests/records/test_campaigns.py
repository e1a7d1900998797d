"""Campaigns: the audience is frozen when confirmed; what is stopped goes no further."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from records import announcing, campaign_reports, campaigns, dispatch, people
from records.audiences import Audience, Trait, recipients
from records.campaigns import CampaignStatus
from records.cohorts import Cohort
from records.database import Database
from records.deliveries import DeliveryStatus
from records.dispatch import Result
from records.enrolments import EnrolmentStatus
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

SENT, FAILED = DeliveryStatus.SENT, DeliveryStatus.FAILED


@dataclass(frozen=True)
class Scene:
    cohort: int
    officer: int
    with_chat: tuple[int, ...]
    without_chat: int


def _scene(session: Session, vault: Vault) -> Scene:
    """Three people in two classes of a cohort, one in both; another without a chat; others who do not belong."""
    town = Town(session, vault)
    cohort = town.cohort()
    sewing, welding = town.a_class(cohort), town.a_class(cohort)
    crowd = [town.person(chat_id=500 + number) for number in range(3)]
    for person in crowd:
        town.participant(sewing, person)
    town.participant(welding, crowd[0])
    alone = town.participant(welding)
    for status in (EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DISMISSED):
        town.participant(welding, town.person(chat_id=700)).status = status.value
    dead = town.person(chat_id=800)
    town.participant(welding, dead)
    dead.deceased_on = date(2026, 6, 30)
    town.participant(town.a_class(), town.person(chat_id=900))
    session.flush()
    return Scene(cohort.id, town.officer().id, tuple(person.id for person in crowd), alone.person_id)


def _confirm(session: Session, scene: Scene) -> int:
    campaign = announcing.draft(session, Audience.of(Trait.COHORT, scene.cohort), scene.officer, NOON)
    campaign.words = "Kelas pindah ke Senin."
    assert announcing.confirm(session, campaign.id, NOON, NOON)
    return campaign.id


async def test_everyone_in_the_cohort_is_in_the_audience_once(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    expected = [*zip(scene.with_chat, (500, 501, 502), strict=True), (scene.without_chat, None)]
    assert await database.read(recipients.read, Audience.of(Trait.COHORT, scene.cohort)) == expected


async def test_confirming_orders_one_message_a_person(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    campaign = await database.write(_confirm, scene)
    claims = await database.write(dispatch.claim, 1, 100, NOON)
    assert [(claim.key, claim.chat_id, claim.campaign_id) for claim in claims] == [
        (f"announcement:{campaign}:person:{person}", chat_id, campaign)
        for person, chat_id in zip(scene.with_chat, (500, 501, 502), strict=True)
    ]
    tally = await database.read(campaigns.tally, campaign)
    assert (tally.total, tally.pending, tally.of(DeliveryStatus.BLOCKED)) == (4, 3, 1)
    unreached = await database.read(campaign_reports.lines, campaign, DeliveryStatus.BLOCKED)
    assert [(line.person_id, line.why) for line in unreached] == [(scene.without_chat, "no chat")]


async def test_who_joins_after_the_confirmation_is_not_written_to(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    await database.write(_confirm, scene)

    def join(session: Session) -> None:
        people.link(session, scene.without_chat, 555, NOON)
        town = Town(session, vault, first=100)
        town.participant(town.a_class(session.get_one(Cohort, scene.cohort)), town.person(chat_id=556))

    await database.write(join)
    claims = await database.write(dispatch.claim, 1, 100, NOON)
    assert [claim.chat_id for claim in claims] == [500, 501, 502]


async def test_the_words_and_the_state_are_kept(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    campaign = await database.write(_confirm, scene)
    (kept,) = await database.read(campaigns.sending)
    assert (kept.id, kept.words, kept.confirmed_at) == (campaign, "Kelas pindah ke Senin.", NOON)
    await database.write(announcing.finish, campaign, NOON)
    assert len(await database.read(campaigns.sending)) == 1
    await database.write(_all_arrive)
    await database.write(announcing.finish, campaign, NOON)
    assert await database.read(campaigns.sending) == []


async def test_drafts_come_before_whatever_went_out_after_them(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    nobody = Audience.of(Trait.COHORT, scene.cohort)
    drafts = [(await database.write(announcing.draft, nobody, scene.officer, NOON)).id for _draft in range(2)]
    over = await database.write(_confirm, scene)
    await database.write(_all_arrive)
    await database.write(announcing.finish, over, NOON)
    assert [one.id for one in await database.read(campaigns.latest, 9)] == [*reversed(drafts), over]


def _all_arrive(session: Session) -> None:
    for claim in dispatch.claim(session, 1, 100, NOON):
        dispatch.settle(session, Result(claim.id, SENT), NOON)


async def test_what_waits_is_put_off_in_portions(
    database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing, "PORTION", 2)
    campaign = await database.write(_confirm, await database.write(_scene, vault))
    later = NOON + timedelta(hours=1)
    assert [await database.write(announcing.put_off, campaign, later, NOON) for _tick in range(3)] == [2, 1, 0]
    assert await database.write(dispatch.claim, 1, 100, NOON) == []
    assert len(await database.write(dispatch.claim, 1, 100, later)) == 3


async def test_stopping_cancels_what_waits_and_not_what_went_out(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    campaign = await database.write(_confirm, scene)
    (first,) = await database.write(dispatch.claim, 1, 1, NOON)
    await database.write(dispatch.settle, Result(first.id, SENT, message_id=5), NOON)
    await database.write(announcing.stop, campaign, "a broken link " * 40, NOON)
    tally = await database.read(campaigns.tally, campaign)
    assert tally.counts == {SENT: 1, DeliveryStatus.CANCELLED: 2, DeliveryStatus.BLOCKED: 1}
    assert await database.write(dispatch.claim, 1, 100, NOON + timedelta(days=1)) == []
    kept = await database.read(lambda session: session.get_one(campaigns.Campaign, campaign))
    assert (kept.status, len(kept.why_stopped or "")) == (CampaignStatus.STOPPED.value, 200)


async def test_what_was_on_its_way_when_stopped_is_told_but_not_tried_again(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    campaign = await database.write(_confirm, scene)
    arrives, fails, bounces = await database.write(dispatch.claim, 1, 100, NOON)
    await database.write(announcing.stop, campaign, "mistake", NOON)
    later = NOON + timedelta(minutes=1)
    for result in (
        Result(arrives.id, SENT, message_id=1),
        Result(fails.id, FAILED, "flood", retry_at=later),
        Result(bounces.id, DeliveryStatus.BLOCKED, "blocked by user"),
    ):
        await database.write(dispatch.settle, result, NOON)
    tally = await database.read(campaigns.tally, campaign)
    assert tally.counts == {SENT: 1, DeliveryStatus.CANCELLED: 1, DeliveryStatus.BLOCKED: 2}
    assert await database.write(dispatch.claim, 1, 100, later) == []


async def test_a_campaign_that_ended_is_neither_stopped_nor_finished_again(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    campaign = await database.write(_confirm, scene)
    await database.write(_all_arrive)
    await database.write(announcing.finish, campaign, NOON)
    await database.write(announcing.stop, campaign, "too late", NOON + timedelta(hours=1))
    kept = await database.read(campaigns.by_id, campaign)
    assert kept is not None
    assert (kept.status, kept.why_stopped, kept.finished_at) == (CampaignStatus.FINISHED.value, None, NOON)
