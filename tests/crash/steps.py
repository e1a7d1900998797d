"""Steps: inputs of a person one after the other, and what must stand in the journals and on the screen after each."""

from dataclasses import dataclass
from datetime import date

from records.people import Sex
from tests.crash.ledger import Journal
from tests.crash.town import CODE, PROGRAMME, nik_of
from tests.walkers.screen import SUMMARY


@dataclass(frozen=True, slots=True)
class Step:
    """An input. `ask` is what stands open; it is answered by the button whose data ends with `press`, in words, or by
    one's own contact.

    `keeps` is what the journal of the open talk holds of it then (None: nothing).
    """

    ask: str
    press: str = ""
    words: str = ""
    contact: bool = False
    keeps: str | None = None
    begins: bool = False

    def after(self, journals: list[Journal]) -> list[Journal]:
        """The journals once this was taken, exactly once."""
        if self.begins:
            return [*journals, []]
        if self.keeps is None:
            return journals
        return [*journals[:-1], [*journals[-1], (self.ask, self.keeps)]]


def tapped(ask: str, value: str) -> Step:
    return Step(ask, press=f":{ask}:{value}", keeps=value)


def said(ask: str, words: str, keeps: str | None = None) -> Step:
    return Step(ask, words=words, keeps=keeps or words)


def registering(class_id: int) -> tuple[Step, Step]:
    """The link to the class, which shows its card, and the button that begins the talk."""
    return Step(HELLO, words=f"/start k_{CODE}"), Step(PROGRAMME, press=f"m:register:{class_id}", begins=True)


HELLO = "hello"
SUBMIT = Step(SUMMARY, press=":.:submit")
BORN = date(1999, 8, 17)
NIK = nik_of(1, BORN)
# Everything true and from the city: the shortest way.
PLAIN = (
    tapped("notice", "yes"),
    said("name", "Siti Contoh"),
    said("nik", NIK),
    tapped("birth", "yes"),
    tapped("kecamatan", "33.75.02"),
    tapped("kelurahan", "1004"),
    said("address", "Gang Contoh 5 RT 02 RW 03"),
    Step("phone", contact=True, keeps="+6281200000001"),
    tapped("education", "smk"),
    tapped("year", "2017"),
    tapped("activity", "mencari_kerja"),
    tapped("attended", "no"),
    SUBMIT,
)
# The NIK is not hers to the letter, and she lives elsewhere: every other ask.
CROOKED = (
    tapped("notice", "yes"),
    said("name", "Rini Contoh"),
    said("nik", nik_of(2, BORN)),
    tapped("birth", "no"),
    said("birth_date", "18-8-1999", keeps="1999-08-18"),
    tapped("sex", Sex.FEMALE.value),
    tapped("difference", "ktp"),
    tapped("kecamatan", "outside"),
    said("town", "Kabupaten Batang", keeps="?33.25"),
    tapped("town_meant", "33.25"),
    said("address", "Gang Contoh 6 RT 02 RW 03"),
    said("phone", "0812 0000 0002", keeps="+6281200000002"),
    tapped("education", "smk"),
    tapped("year", "2017"),
    tapped("activity", "mencari_kerja"),
    tapped("attended", "no"),
    SUBMIT,
)
# A graduate who looks for work, has a business that rests, and says since when and how it fits her training.
FOLLOWUP = (
    tapped("q1", "cari_kerja"),
    tapped("q1b", "tidak"),
    tapped("q1c", "ya"),
    tapped("q2c", "usaha"),
    tapped("q2b", "1"),
    tapped("q3", "0-1"),
    tapped("q4", "3"),
)
