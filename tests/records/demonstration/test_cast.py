"""The cast of the demonstration: invented, plausible, and ready to be played."""

from datetime import date

import phonenumbers
from lokal.nik import parse_nik
from sqlalchemy import select

from conversations import vocabulary
from records import (
    cohorts,
    staff,
)
from records.demonstration import Group
from records.followups import Followup, FollowupState
from records.people import Link, Person
from records.staff import Role
from tests.records.clock import NOON
from tests.records.demonstration.rehearsal import PROFILE, Demonstration


def test_nobody_and_no_cohort_can_be_taken_for_real(demonstration: Demonstration) -> None:
    everybody = demonstration.ask(lambda session: list(session.scalars(select(Person))))
    assert all(person.demonstration for person in everybody)
    assert all("(data contoh)" in cohort.name for cohort in demonstration.ask(cohorts.all_of_them))
    assert all((person.phone or "").startswith("+628100000") for person in everybody)
    assert all((person.nik or "")[12:].startswith("99") for person in everybody)


def test_every_nik_tells_the_birth_date_and_the_sex_of_its_person(demonstration: Demonstration) -> None:
    for person in demonstration.ask(lambda session: list(session.scalars(select(Person)))):
        read = parse_nik(person.nik or "", reference_date=NOON.date())
        assert (read.valid, read.birth_date, read.gender) == (True, person.birth_date, person.sex)
        assert (person.nik or "").startswith("3375")


def test_people_live_in_all_27_kelurahan_or_in_a_town_nearby(demonstration: Demonstration) -> None:
    everybody = demonstration.ask(lambda session: list(session.scalars(select(Person))))
    homes = {(person.kecamatan, person.kelurahan) for person in everybody if person.kecamatan}
    assert homes == {(k.code, each.code) for k in PROFILE.kecamatan for each in k.kelurahan}
    assert all(person.town for person in everybody if person.kecamatan is None)
    assert {person.activity for person in everybody} <= set(vocabulary.PRESENT_ACTIVITY)


def test_the_cast_knows_everybody_with_a_chat_and_every_chat_once(demonstration: Demonstration) -> None:
    chats = [member.chat_id for member in demonstration.cast.members]
    assert len(chats) == len(set(chats))
    assert min(chats) == 7_000_000_001
    linked = demonstration.ask(lambda session: set(session.scalars(select(Link.chat_id))))
    strangers = {
        m.chat_id
        for m in demonstration.cast.members
        if not m.started or m.group is Group.STAFF or m.note.startswith("pemberi kerja")
    }
    assert set(chats) - strangers == linked


def test_the_main_parts_are_about_ten_and_play_every_side(demonstration: Demonstration) -> None:
    main = demonstration.cast.main
    assert 9 <= len(main) <= 13
    assert {member.group for member in main} == set(Group)
    assert any(member.blocked for member in main)
    assert demonstration.cast.members[: len(main)] == main
    assert all(
        phonenumbers.is_valid_number(phonenumbers.parse(each.phone, "ID")) for each in demonstration.cast.members
    )


def test_the_officers_are_registered(demonstration: Demonstration) -> None:
    ratna, other = demonstration.cast.of(Group.STAFF)
    assert (ratna.chat_id, ratna.first_name, ratna.last_name) == (7_000_000_001, "Bu Ratna", "(contoh)")
    registered = demonstration.ask(staff.active)
    assert [(officer.chat_id, officer.role) for officer in registered] == [
        (ratna.chat_id, Role.ADMINISTRATOR),
        (other.chat_id, Role.OFFICER),
    ]


def test_three_newcomers_have_no_record_and_a_nik_to_type(demonstration: Demonstration) -> None:
    newcomers = [member for member in demonstration.cast.members if not member.started]
    assert len(newcomers) == 3
    known = demonstration.ask(lambda session: set(session.scalars(select(Person.nik))))
    for newcomer in newcomers:
        nik = next(word.rstrip(";,") for word in newcomer.note.split() if word.startswith("3375"))
        read = parse_nik(nik, reference_date=NOON.date())
        assert read.valid
        born = date.fromisoformat(read.birth_date or "")
        assert f"{born:%d-%m-%Y}" in newcomer.note
        assert nik not in known


def test_blocked_people_are_noticed_unless_they_left_after_the_last_question(demonstration: Demonstration) -> None:
    blocked = [member for member in demonstration.cast.members if member.blocked]
    missed = select(Link.chat_id).join(Followup, Followup.person_id == Link.person_id)
    missed = missed.where(Followup.state == FollowupState.UNREACHABLE.value)
    noticed = demonstration.ask(lambda session: set(session.scalars(missed)))
    assert noticed < {member.chat_id for member in blocked}
    assert len(noticed) > 0
