"""Examples: facts in which every branch of the follow-up can be reached, for the diagram and the tests."""

from dataclasses import fields, replace
from datetime import UTC, datetime

from conversations.following.call import CallFacts
from conversations.following.facts import Facts
from conversations.following.moments import Later, When
from locales.text import verbatim

UMK = 2_700_926
LATER = (
    Later(When.TODAY, datetime(2027, 4, 5, 8, 0, tzinfo=UTC)),
    Later(When.TOMORROW, datetime(2027, 4, 6, 2, 0, tzinfo=UTC)),
    Later(When.WEEK, datetime(2027, 4, 13, 2, 0, tzinfo=UTC), moved=True),
)
PLACES = {"33.75": "Kota Pekalongan", "33.26": "Kabupaten Pekalongan", "33.25": "Batang"}
SIXTH = Facts("Siti", "Sewing", 6, is_long=True, most_taps=8, umk=UMK, places=PLACES, later=LATER)
FIRST = Facts("Siti", "Sewing", 1, later=LATER)
# What she told in the wave before, one of each kind.
EMPLOYED = {"q1": "kerja", "q2": "4", "q3": "0-1", "q4": "3", "employer": "PT Contoh"}
BUSINESS = {"q1": "rumah_tangga", "q1b": "ya", "q2c": "usaha", "q2b": "1", "q3": "0-1", "q4": "4"}
SEEKING = {"q1": "cari_kerja", "q1b": "tidak", "q1c": "tidak", "q7": "mencari"}
FOLLOWUP = (
    (
        SIXTH,
        FIRST,
        replace(SIXTH, wave=12, since_known="0-1", last=EMPLOYED),
        replace(FIRST, wave=3, since_known="0-1", last=BUSINESS),
        replace(SIXTH, last=SEEKING),
    ),
    {"employer": ("PT Contoh",)},
)


def on_the_phone(known: Facts) -> CallFacts:
    """The same, as an officer asks it."""
    told = {field.name: getattr(known, field.name) for field in fields(Facts)}
    return CallFacts(**told, person_id=1, aloud=verbatim("Good morning."))
