"""Applicants: people at various points of the registration."""

from dataclasses import replace
from datetime import date

from conversations.applying.applicant import Facts
from conversations.applying.registration import SCRIPT
from conversations.examples import WOMAN_OF_1999
from records.requirements import Requirements
from tests.conversations.speaker import EXAMPLES, Speaker

FOR_RESIDENTS: Facts = EXAMPLES["registration"].facts[0]
FOR_ALL = replace(FOR_RESIDENTS, requirements=Requirements(residents_only=False))
BORN = "17 August 1999, woman"
RIGHT, WRONG = "Yes, that is right", "No"


def nik(born: date, woman: bool = True, serial: int = 1) -> str:
    return f"337501{born.day + 40 * woman:02}{born:%m%y}{serial:04}"


def identified(number: str = WOMAN_OF_1999, facts: Facts = FOR_RESIDENTS) -> Speaker:
    """Somebody who gave her NIK and reads what it says of her."""
    return Speaker(SCRIPT, facts).taps("✅ I agree, go on").says("Siti Aminah", number)


def resident(facts: Facts = FOR_RESIDENTS) -> Speaker:
    """At the question for the kecamatan."""
    return identified(facts=facts).taps(RIGHT)


def registered(facts: Facts = FOR_RESIDENTS) -> Speaker:
    """At the summary."""
    speaker = resident(facts).taps("Pekalongan Barat", "Medono").says("Jl. Melati 5 RT 02 RW 03", "0812 3456 7890")
    return speaker.taps("Senior secondary (SMA/MA/Paket C)", "2017", "Looking for work", "Not yet")
