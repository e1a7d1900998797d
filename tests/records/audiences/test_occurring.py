"""Occurring: only what somebody has is offered, whatever there could be."""

from sqlalchemy.orm import Session

from records import applications, consents, wishes
from records.applications import ApplicationStatus
from records.audiences import occurring
from records.campaigns import Campaign
from records.consents import Purpose
from records.database import Database
from records.enrolments import EnrolmentStatus
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


async def test_statuses_are_those_of_somebody_in_the_order_of_the_road(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        assert occurring.statuses(session) == []
        a_class, person = town.a_class(), town.person()
        filed = applications.file(session, person.id, a_class.cohort_id, a_class.id, NOON)
        assert occurring.statuses(session) == ["terkirim"]
        session.get_one(applications.Application, filed.id).status = ApplicationStatus.PARTICIPANT.value
        session.flush()
        assert occurring.statuses(session) == [], "her enrolment speaks for her, and there is none"
        town.graduate(a_class)
        town.participant(a_class, person)
        town.participant(a_class).status = EnrolmentStatus.WITHDRAWN.value
        session.flush()
        assert occurring.statuses(session) == ["peserta", "mengundurkan_diri", "lulus_pelatihan"]

    await database.write(scene)


async def test_classes_are_those_of_the_chosen_cohorts_and_trades(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        one, other = town.cohort(), town.cohort()
        sewing, welding = town.programme(), town.programme("Las")
        made = {
            (cohort, trade): town.a_class(cohort, trade).id for cohort in (one, other) for trade in (sewing, welding)
        }
        assert set(occurring.classes(session, [], [])) == set(made.values())
        assert set(occurring.classes(session, [one.id], [])) == {made[one, sewing], made[one, welding]}
        assert occurring.classes(session, [other.id], [welding.id]) == [made[other, welding]]
        assert occurring.programmes(session) == [welding.id, sewing.id]
        assert occurring.years(session) == [2026]
        assert set(occurring.cohorts(session)) == {one.id, other.id}

    await database.write(scene)


async def test_wishes_and_consents_count_while_they_hold(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        sewing, welding, person = town.programme(), town.programme("Las"), town.person()
        wishes.wish(session, 500, sewing.id, NOON)
        wishes.wish(session, 500, welding.id, NOON)
        wish = wishes.of_programme(session, 500, welding.id)
        assert wish is not None
        wishes.mark_told(session, wish.id, NOON)
        assert occurring.wished(session) == [sewing.id]
        consents.give(session, person.id, Purpose.SHOWCASE, 1, NOON)
        consents.give(session, person.id, Purpose.OPTIONAL, 1, NOON)
        consents.withdraw(session, person.id, Purpose.OPTIONAL, NOON)
        assert occurring.purposes(session) == ["showcase"]

    await database.write(scene)


async def test_only_what_went_out_and_asked_for_an_answer_has_replies(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        officer = Town(session, vault).officer().id
        for status, answering in (("finished", None), ("draft", "read"), ("sending", "read"), ("finished", "poll")):
            session.add(Campaign(audience="{}", status=status, answering=answering, staff_id=officer, drafted_at=NOON))
        session.flush()
        assert [one.answering for one in occurring.answered(session, 8)] == ["poll", "read"]
        assert [one.answering for one in occurring.answered(session, 1)] == ["poll"]

    await database.write(scene)
