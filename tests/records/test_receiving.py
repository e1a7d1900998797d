"""Receiving documents: what counts, what gives way to what, and what is still to be done; on both databases."""

from datetime import timedelta

from sqlalchemy.orm import Session

from records import applications, documents, dossiers, receiving
from records.database import Database
from records.documents import DocumentKind, DocumentState
from records.receiving import Kept, Parcel
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

KTP, DIPLOMA = DocumentKind.KTP, DocumentKind.DIPLOMA
WANTED = (KTP, DIPLOMA)
LATER = NOON + timedelta(hours=1)


def parcel(file_id: str = "f1", message_id: int = 7, talk_id: int | None = 1) -> Parcel:
    return Parcel(file_id, chat_id=42, message_id=message_id, talk_id=talk_id)


def kept(digest: str = "d", name: str = "a") -> Kept:
    return Kept(name, None, "image/jpeg", 50_000, 1, digest)


def an_application(session: Session, vault: Vault, first: int = 1) -> int:
    town = Town(session, vault, first)
    a_class = town.a_class()
    return applications.file(session, town.person().id, a_class.cohort_id, a_class.id, NOON).id


def states(session: Session, application_id: int) -> list[tuple[str, str]]:
    return [(d.kind, d.state) for d in documents.of_application(session, application_id)]


async def test_an_application_is_complete_when_every_wanted_document_is_there_or_flagged(
    database: Database, vault: Vault
) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        assert documents.lacking(session, mine, WANTED) == WANTED
        ktp = receiving.receive(session, mine, KTP, parcel(), NOON)
        assert documents.lacking(session, mine, WANTED) == (DIPLOMA,)
        receiving.flag(session, mine, DIPLOMA, DocumentState.NOT_IN_HAND, NOON)
        assert not documents.is_complete(session, mine, WANTED)
        assert receiving.store(session, ktp, kept(), LATER) is DocumentState.STORED
        assert documents.is_complete(session, mine, WANTED)
        assert states(session, mine) == [("ktp", "stored"), ("ijazah", "not_in_hand")]

    await database.write(work)


async def test_a_stored_document_gives_way_only_when_its_replacement_is_stored(
    database: Database, vault: Vault
) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        first = receiving.receive(session, mine, KTP, parcel("f1"), NOON)
        receiving.store(session, first, kept("d1", "a"), NOON)
        second = receiving.receive(session, mine, KTP, parcel("f2"), NOON)
        assert receiving.refuse(session, second, "blurred", LATER)
        assert states(session, mine) == [("ktp", "stored")]
        third = receiving.receive(session, mine, KTP, parcel("f3"), NOON)
        receiving.store(session, third, kept("d3", "c"), LATER)
        session.expire_all()
        (now_there,) = documents.of_application(session, mine)
        assert now_there.id == third
        gone = documents.by_id(session, first)
        assert gone is not None
        assert (gone.state, gone.due_at, gone.name) == ("replaced", LATER, "a")
        receiving.done(session, first, in_chat=False)
        assert (gone.name, gone.digest, gone.file_id, gone.in_chat, gone.due_at) == (None, None, None, False, None)

    await database.write(work)


async def test_one_that_was_not_fetched_yet_gives_way_to_the_next_at_once(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        first = receiving.receive(session, mine, KTP, parcel("f1"), NOON)
        second = receiving.receive(session, mine, KTP, parcel("f2"), NOON)
        assert receiving.store(session, first, kept("d1"), NOON) is None
        assert not receiving.refuse(session, first, "small", NOON)
        assert receiving.store(session, second, kept("d2"), NOON) is DocumentState.STORED

    await database.write(work)


async def test_the_same_file_for_two_kinds_counts_once_she_has_said_that_it_is_right(
    database: Database, vault: Vault
) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        ktp = receiving.receive(session, mine, KTP, parcel("f1"), NOON)
        diploma = receiving.receive(session, mine, DIPLOMA, parcel("f2"), NOON)
        receiving.store(session, ktp, kept("d"), NOON)
        assert receiving.store(session, diploma, kept("d", "b"), NOON) is DocumentState.SAME
        assert not documents.is_complete(session, mine, WANTED)
        assert receiving.accept_same(session, diploma, NOON)
        assert not receiving.accept_same(session, diploma, NOON)
        assert documents.is_complete(session, mine, WANTED)
        assert [d.why for d in documents.of_application(session, mine)] == [None, "same"]

    await database.write(work)


async def test_the_same_file_under_another_person_is_found(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        mine, hers = an_application(session, vault), an_application(session, vault, 50)
        one, two = (receiving.receive(session, whose, KTP, parcel(), NOON) for whose in (mine, hers))
        receiving.store(session, one, kept("d", "a"), NOON)
        document = documents.by_id(session, one)
        assert document is not None
        assert documents.elsewhere(session, document) == []
        receiving.store(session, two, kept("d", "b"), NOON)
        assert documents.elsewhere(session, document) == [hers]
        assert documents.files(session) == {"a": one, "b": two}

    await database.write(work)


async def test_an_offered_file_becomes_one_kind_once(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        offered = receiving.receive(session, mine, None, parcel(), NOON)
        assert documents.lacking(session, mine, WANTED) == WANTED
        assert documents.due(session, LATER, 10) == []
        assert receiving.assign(session, offered, mine, DIPLOMA, LATER)
        assert not receiving.assign(session, offered, mine, KTP, LATER)
        assert [d.id for d in documents.due(session, LATER, 10)] == [offered]

    await database.write(work)


async def test_what_failed_for_a_while_comes_up_again_at_its_time(database: Database, vault: Vault) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        ktp = receiving.receive(session, mine, KTP, parcel(), NOON)
        receiving.postpone(session, ktp, LATER)
        assert documents.due(session, NOON, 10) == []
        assert documents.next_due(session, NOON) == LATER
        session.expire_all()
        assert [d.attempts for d in documents.due(session, LATER, 10)] == [1]

    await database.write(work)


async def test_a_document_that_is_asked_again_is_lacking_and_its_file_stays_until_the_new_one(
    database: Database, vault: Vault
) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        first = receiving.receive(session, mine, KTP, parcel("f1"), NOON)
        receiving.store(session, first, kept("d1", "a"), NOON)
        assert receiving.ask_again(session, first, "blurred", NOON)
        session.expire_all()
        assert documents.lacking(session, mine, (KTP,)) == (KTP,)
        assert documents.files(session) == {"a": first}
        second = receiving.receive(session, mine, KTP, parcel("f2"), NOON)
        receiving.store(session, second, kept("d2", "b"), LATER)
        session.expire_all()
        gone = documents.by_id(session, first)
        assert gone is not None
        assert gone.state == "replaced"

    await database.write(work)


async def test_reminders_come_once_for_each_nearness_and_never_for_what_is_complete(
    database: Database, vault: Vault
) -> None:
    def work(session: Session) -> None:
        mine = an_application(session, vault)
        end = NOON + timedelta(days=7)
        dossiers.open_for(session, mine, end, NOON)
        dossiers.open_for(session, mine, end + timedelta(days=9), NOON)
        assert dossiers.first_end(session, 3, NOON) == end
        near = end - timedelta(days=3)
        assert dossiers.to_remind(session, 3, NOON, NOON + timedelta(days=3), 10) == []
        assert [d.application_id for d in dossiers.to_remind(session, 3, near, end, 10)] == [mine]
        dossiers.remind(session, mine, 3)
        assert dossiers.to_remind(session, 3, near, end, 10) == []
        assert [d.application_id for d in dossiers.to_remind(session, 1, near, end, 10)] == [mine]
        assert dossiers.overdue_count(session, end) == 1
        assert [one.application_id for one in dossiers.overdue(session, end, 10)] == [mine]
        dossiers.complete(session, mine, NOON)
        assert dossiers.to_remind(session, 1, near, end, 10) == []
        assert dossiers.overdue_count(session, end) == 0

    await database.write(work)
