"""Addressing: how a person is called in what we write to her, or to whoever speaks for her."""

from enum import StrEnum

from records.people import Person


class FormOfAddress(StrEnum):
    MAS = "mas"
    MBAK = "mbak"
    BAPAK = "bapak"
    IBU = "ibu"
    KAK = "kak"

    @property
    def word(self) -> str:
        """The same in every language."""
        return self.value.capitalize()


def called(person: Person) -> str:
    """Mbak Siti Rahmawati: with the form of address she chose, if she did."""
    return called_by(person.name, person.form_of_address)


def called_by(name: str, form_of_address: str | None) -> str:
    """The same of a name and the form that goes with it."""
    form = next((form for form in FormOfAddress if form.value == form_of_address), None)
    return name if form is None else f"{form.word} {name}"
