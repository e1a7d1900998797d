"""The walker decides as its rules say, and knows what cannot be pressed."""

from tests.bench.people import Person
from tests.bench.walker import (
    Button,
    Contact,
    Done,
    Finish,
    Heard,
    Press,
    Rule,
    Say,
    Script,
    ShareContact,
    Tap,
    Text,
    Walker,
)

SCRIPT = Script(
    opening="/start",
    rules=(
        Rule("Number", Finish()),
        Rule("", ShareContact()),
        Rule("", Tap(":submit$")),
        Rule("born", Say("{birthday:%d-%m-%Y}")),
        Rule("NIK", Say("{nik}")),
    ),
)
WALKER = Walker(SCRIPT, Person(4))


def test_it_types_the_persons_own_facts() -> None:
    assert WALKER.next(Heard("Your NIK?")) == Text(Person(4).nik)
    assert WALKER.next(Heard("When were you born?")) == Text("05-01-1996")


def test_it_presses_the_button_whose_data_fits_before_it_types() -> None:
    heard = Heard("Is the NIK right?", (Button("Back", "7:.:back"), Button("Send", "7:.:submit")))
    assert WALKER.next(heard) == Press("7:.:submit")


def test_it_shares_its_contact_only_where_a_button_asks() -> None:
    assert WALKER.next(Heard("Phone?", (Button("Share", asks_contact=True),))) == Contact(Person(4).phone)
    assert WALKER.next(Heard("Phone?", (Button("Share"),))) is None


def test_it_ends_where_the_script_ends() -> None:
    assert WALKER.next(Heard("Number 12")) == Done()


def test_no_two_people_have_the_same_nik() -> None:
    people = [Person(number) for number in range(20_000)]
    assert len({person.nik for person in people}) == len(people)
    assert all(len(person.nik) == 16 for person in people)
