"""Examples: plausible facts and words for every script, so that it can be walked without any records.

The diagrams are found with them, and tests begin from them. To add a conversation: add its example here.
"""

from collections.abc import Mapping
from dataclasses import (
    dataclass,
    field,
    fields,
)
from datetime import (
    UTC,
    date,
    datetime,
)
from typing import Any

from conversations.announcing.answering import poll
from conversations.announcing.audience import audience_name, audience_search
from conversations.announcing.course_examples import of_announcing as of_its_course
from conversations.announcing.examples import of_announcing
from conversations.announcing.repeating import repeat
from conversations.applying import applicant, change, documents, optional, relink
from conversations.asking import answer, question, saved_reply
from conversations.calling import another_number
from conversations.checking import objection, upholding, verdict
from conversations.following.examples import FOLLOWUP, on_the_phone
from conversations.giving.examples import of_giving
from conversations.helping import closing as help_closing
from conversations.offering.examples import of_offering
from conversations.people import earlier_file, search
from conversations.planning.examples import of_planning
from conversations.selecting import adjustment, publication, reregistration, weighting
from conversations.selecting.sums import Sums
from conversations.sessions.examples import SESSIONS
from conversations.talk import Entry
from conversations.training.examples import examples as of_training
from locales.text import verbatim
from records.documents import DocumentKind
from records.profile import Profile
from records.requirements import Requirements

ASKED = answer.Facts(1, "When does the next class begin?", "Siti", (answer.Saved("§1", "Dates", "On the second."),))
PROMISED = datetime(2026, 10, 7, 3, 0, tzinfo=UTC)
TODAY = date(2026, 10, 6)
STARTS_ON = date(2026, 11, 2)
WOMAN_OF_1999 = "3375015708990001"
CHILD = "3375010203150002"


@dataclass(frozen=True, slots=True)
class Example:
    """Facts in which every branch of a script can be reached, and by ask what somebody might type there."""

    facts: tuple[Any, ...]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def examples(profile: Profile) -> dict[str, Example]:
    """By the script's name."""
    return {
        "registration": _registration(profile),
        "counter": _registration(profile),
        "documents": _documents(profile),
        "followup": Example(*FOLLOWUP),
        "help_done": Example(
            (help_closing.Facts(1, 1, "Siti", verbatim("Vacancies")),), {"done": ("The list of vacancies was sent.",)}
        ),
        **{name: Example(*each) for name, each in SESSIONS.items()},
        "question": Example(
            (question.Facts(profile.questions.common, PROMISED), question.Facts((), PROMISED)),
            {"words": ("When does the next class begin?",)},
        ),
        "earlier_file": Example((earlier_file.Facts(),), {"file": ("here",)}),
        "search": Example((search.Facts(),), {"words": ("Siti Aminah",)}),
        "saved_reply": Example((saved_reply.Facts("On the second of November.", 3),), {"title": ("Schedule",)}),
        "answer": Example((ASKED,), {"words": ("On the second of November.",)}),
        "change": _change(profile),
        "completion": _completion(),
        "relink": Example((relink.Facts(1, 1),), {"reason": ("My old phone is broken.",)}),
        "weighting": _weighting(),
        "adjustment": _adjustment(),
        "publication": _publication(),
        "reregistration": _reregistration(),
        "correction": Example((verdict.Facts(1, "B4-0007"),), {"reason": ("The papers are not readable.",)}),
        "objection": Example(
            (objection.Facts(1, 1, "B4-0007", 72),), {"words": ("I live in the city since last month.",)}
        ),
        "upholding": Example((upholding.Facts(1, "B4-0007"),), {"words": ("The KTP is from another city.",)}),
        "refusal": Example((verdict.Facts(1, "B4-0007"),), {"reason": ("The papers are not hers.",)}),
        "followup_call": _call(),
        "work_correction": Example(FOLLOWUP[0], {**FOLLOWUP[1], "reason": ("She was mistaken.",)}),
        "work_update": Example(*FOLLOWUP),
        **dict.fromkeys(
            ("call_number", "phone"),
            Example((another_number.Facts(1, "Siti", None),), {"phone": ("0812 3456 7890",)}),
        ),
        "audience_save": Example(
            (audience_name.Facts(verbatim("Cohort IV"), None, frozenset()),), {"name": ("Cohort four",)}
        ),
        "audience_person": Example(
            (audience_search.Facts(True), audience_search.Facts(False)), {"words": ("Siti Aminah",)}
        ),
        "audience_rename": Example(
            (audience_name.Facts(verbatim("Cohort IV"), "Four", frozenset()),), {"name": ("Cohort four",)}
        ),
        "announcement_poll": Example(
            (poll.Facts(1, ()), poll.Facts(1, ("Senin", "Selasa"))), {"options": ("Senin\nSelasa\nRabu",)}
        ),
        **{name: Example(*plain) for name, plain in of_announcing(profile).items()},
        "announcement_repeat": Example(
            (repeat.Facts(1, TODAY, ("08:00-11:30", "13:00-17:15")),),
            {"days": ("Monday, Thursday",), "before": ("3",), "hour": ("08.00",), "until": ("2026-12-01",)},
        ),
        **{name: Example(*plain) for name, plain in of_its_course(profile).items()},
        **{name: Example(*plain) for name, plain in of_planning(profile).items()},
        **{name: Example(*plain) for name, plain in of_training().items()},
        **{name: Example(*plain) for name, plain in of_offering().items()},
        **{name: Example(*plain) for name, plain in of_giving(profile).items()},
    }


def _registration(profile: Profile) -> Example:
    def facts(requirements: Requirements) -> applicant.Facts:
        return applicant.Facts("Sewing", "Cohort IV", 1, STARTS_ON, requirements, profile, TODAY)

    return Example(
        facts=(
            facts(Requirements()),
            facts(Requirements(residents_only=False, maximum_age=45, course_free_years=3)),
        ),
        words={
            "name": ("Siti Aminah",),
            "nik": (WOMAN_OF_1999, CHILD),
            "birth_date": ("17-8-1999", "18-8-1999"),
            "kecamatan": ("Landungsari", "Kuripan"),
            "kelurahan": ("Medono",),
            "town": ("Kabupaten Batang", "Pekalongan"),
            "address": ("Jl. Melati 5 RT 02 RW 03",),
            "phone": ("0812 3456 7890",),
            "year": ("2017",),
            "attended_year": ("2015",),
        },
    )


def _change(profile: Profile) -> Example:
    like = _registration(profile)
    known = {field.name: getattr(like.facts[1], field.name) for field in fields(like.facts[1])}
    facts = change.Facts(
        **known,
        application_id=1,
        person_id=1,
        number="B4-0007",
        nik=WOMAN_OF_1999,
        on_record=(Entry("name", 0, "Siti"),),
    )
    return Example((facts,), {**like.words, "nik": (WOMAN_OF_1999, CHILD)})


def _completion() -> Example:
    def facts(told: Mapping[str, str], consented: bool) -> optional.Facts:
        return optional.Facts(1, 1, "Siti", "B4-0007", {"8": "Welding", "9": "Baking"}, told, consented)

    return Example(
        (facts({}, False), facts({"second": "8", "contact": "Ani", "form": "mbak", "language": "jv"}, True)),
        {
            "accommodation": ("A place near the front",),
            "contact": ("Ani Aminah",),
            "contact_phone": ("0812 3456 7891",),
            "email": ("siti@contoh.id",),
            "ak1": ("3375-2026-0001",),
            **dict.fromkeys(("second", "form", "language"), (optional.REMOVE,)),
        },
    )


def _documents(profile: Profile) -> Example:
    def facts(*asked: DocumentKind) -> documents.Facts:
        return documents.Facts(1, "B4-0007", "Siti", asked, {}, profile.documents, TODAY, profile.address)

    return Example((facts(*DocumentKind), facts(DocumentKind.KTP, DocumentKind.DIPLOMA)))


def _call() -> Example:
    return Example(tuple(on_the_phone(known) for known in FOLLOWUP[0]), FOLLOWUP[1])


def _weighting() -> Example:
    components = (("tertulis", "Written test"), ("wawancara", "Interview"))
    facts = weighting.Facts(1, 1, "Sewing", components, verbatim("Written test 60, Interview 40"))
    return Example((facts,), {"weights": ("60 40",), "passing": ("60",)})


def _adjustment() -> Example:
    def facts(excluded: bool) -> adjustment.Facts:
        return adjustment.Facts(1, "Siti", "B4-0007", excluded, True, {"B4-0008": 2})

    reason = ("Her interview was scored twice.",)
    return Example((facts(False), facts(True)), {"partner": ("0008",), "reason": reason})


def _publication() -> Example:
    def facts(alone: bool) -> publication.Facts:
        days = ("2026-10-12", "2026-10-14")
        return publication.Facts(1, 1, "Cohort IV", Sums(16, 8, 1, 3), alone, days, "2026-10-06", "2026-10-29")

    words = {"decree": ("800/123/2026",), "deadline": ("15-10-2026",), "sure": ("TERBITKAN",)}
    return Example((facts(False), facts(True)), words)


def _reregistration() -> Example:
    def facts(has_contact: bool) -> reregistration.Facts:
        return reregistration.Facts("Siti", "Sewing", verbatim("2 November 2026"), 1, 1, has_contact)

    return Example((facts(False), facts(True)), {"contact": ("Budi",), "contact_phone": ("0812 3456 7890",)})
