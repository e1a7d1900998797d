"""Values of fields: what each of many people is called, her class and her number, and who has none."""

from records import applications, contents, field_values, people, samples
from records.announcing import change, draft
from records.audiences import Audience, Trait
from records.campaigns import CampaignStatus
from records.contents import Link, Place, SentFile
from records.database import Database
from records.enrolments import EnrolmentStatus
from records.field_values import FieldValues, Scope
from records.session import Session
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _in_two_classes(session: Session, vault: Vault) -> tuple[int, int, int]:
    """Somebody who sewed, then welds, and has applied for baking; with the ids of her first and second cohort."""
    town = Town(session, vault)
    siti = town.person("Siti <b> & R&D", chat_id=1)
    siti.form_of_address = "mbak"
    first, second, third = town.cohort(), town.cohort(), town.cohort()
    sewing, welding = town.a_class(first, town.programme("Menjahit")), town.a_class(second, town.programme("Las"))
    filed = applications.file(session, siti.id, first.id, sewing.id, NOON)
    town.participant(sewing, siti).application_id = filed.id
    town.participant(welding, siti)
    applications.file(session, siti.id, third.id, town.a_class(third, town.programme("Roti")).id, NOON)
    session.flush()
    return siti.id, first.id, second.id


async def test_her_class_is_that_of_the_audience_and_else_the_newest_training(database: Database, vault: Vault) -> None:
    siti, first, _second = await database.write(_in_two_classes, vault)

    def of(session: Session, *cohorts: int) -> FieldValues:
        return field_values.values_of(session, [siti], Scope.of(Audience.of(Trait.COHORT, *cohorts)))[siti]

    sewing = await database.read(of, first)
    assert (sewing.name, sewing.form_of_address, sewing.class_name) == ("Siti <b> & R&D", "mbak", "Menjahit")
    assert sewing.number is not None
    assert (await database.read(of)).class_name == "Las"
    plain = await database.read(lambda session: field_values.values_of(session, [siti], training=False))
    assert plain[siti] == FieldValues("Siti <b> & R&D", "mbak")


async def test_a_class_that_she_left_is_hers_only_where_she_has_no_other(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> int:
        town = Town(session, vault)
        ani = town.person("Ani")
        town.participant(town.a_class(programme=town.programme("Menjahit")), ani)
        town.participant(town.a_class(programme=town.programme("Las")), ani).status = EnrolmentStatus.WITHDRAWN.value
        session.flush()
        return ani.id

    ani = await database.write(scene)
    found = await database.read(lambda session: field_values.values_of(session, [ani]))
    assert found[ani].class_name == "Menjahit"


async def test_who_lacks_a_number_or_a_class_is_counted_and_named(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> Audience:
        town = Town(session, vault)
        cohort = town.cohort()
        sewing = town.a_class(cohort)
        siti = town.person("Siti", chat_id=1)
        applications.file(session, siti.id, cohort.id, sewing.id, NOON)
        for name, chat in (("Ani", 2), ("Budi", 3), ("Tanpa Chat", None)):
            town.participant(sewing, town.person(name, chat_id=chat))
        town.participant(sewing, siti)
        return Audience.of(Trait.COHORT, cohort.id)

    audience = await database.write(scene)
    lacking = await database.read(field_values.without_number, audience, 1)
    assert (lacking.people, lacking.names) == (2, ("Ani",))
    assert (await database.read(field_values.without_class, audience)).people == 0


async def test_samples_are_spread_over_all_who_have_a_chat(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> Audience:
        town = Town(session, vault)
        cohort = town.cohort()
        sewing = town.a_class(cohort)
        for number in range(12):
            town.participant(sewing, town.person(f"Warga {number}", chat_id=None if number == 0 else 100 + number))
        return Audience.of(Trait.COHORT, cohort.id)

    def names(session: Session, audience: Audience) -> list[str]:
        shown = (samples.person(session, audience, n) for n in range(samples.size(session, audience)))
        return [people.by_id(session, person).name for person in shown if person is not None]

    audience = await database.write(scene)
    assert await database.read(names, audience) == [f"Warga {n}" for n in (1, 3, 5, 7, 9)]


async def test_what_goes_with_the_words_is_kept_beside_what_others_keep_there(database: Database, vault: Vault) -> None:
    where = Place(-6.88, 109.67, "Gedung & Aula", "Jl. Melati 5")

    def scene(session: Session) -> int:
        campaign = draft(session, Audience(), Town(session, vault).officer().id, NOON)
        change(session, campaign.id, extras='{"poll":["Ya","Tidak"]}')
        assert contents.attach(session, campaign.id, SentFile("photo", "AgAC"))
        assert contents.place(session, campaign.id, where)
        assert contents.link(session, campaign.id, (Link("Formulir", "https://blk.id/"),))
        assert not contents.link(session, campaign.id, (Link("x", "https://blk.id/"),) * 4)
        assert contents.attach(session, campaign.id, None)
        session.refresh(campaign)
        assert '"poll":["Ya","Tidak"]' in (campaign.extras or "")
        assert contents.read(campaign) == contents.Contents(None, where, (Link("Formulir", "https://blk.id/"),))
        change(session, campaign.id, status=CampaignStatus.SENDING.value)
        assert not contents.place(session, campaign.id, None)
        return campaign.id

    await database.write(scene)
