"""Long values: facts and words for every script, as long as the records and long-winded people let them be."""

from dataclasses import replace
from datetime import date

from conversations.announcing.answering import poll
from conversations.announcing.audience import audience_name, audience_search
from conversations.announcing.repeating import repeat
from conversations.applying import documents
from conversations.asking import answer, question, saved_reply
from conversations.calling import another_number
from conversations.checking import objection, upholding, verdict
from conversations.examples import (
    PROMISED,
    STARTS_ON,
    Example,
)
from conversations.following.examples import EMPLOYED, SIXTH, on_the_phone
from conversations.helping import closing as help_closing
from conversations.people import search
from conversations.selecting import adjustment, publication, reregistration, weighting
from conversations.selecting.sums import Sums
from conversations.training.examples import examples as of_training
from locales.text import Text, verbatim
from records.documents import DocumentKind
from tests.conversations.applicants import FOR_ALL
from tests.conversations.long_announcing import LONG_ANNOUNCING
from tests.conversations.long_giving import LONG_GIVING
from tests.conversations.long_offering import LONG_OFFERING
from tests.conversations.long_sessions import LONG as SESSIONS
from tests.conversations.speaker import (
    EXAMPLES,
    PROFILE,
)

# The longest names that the records take, and what somebody long-winded types.
PROGRAMME = "Operator Pengolahan Hasil Pertanian & Perikanan serta Pemasarannya secara Daring"[:80]
COHORT = "Angkatan III <Dana Bagi Hasil Cukai Hasil Tembakau> Kota Pekalongan Tahun 2026 ."[:80]
LONG_QUESTION = answer.Facts(1, "tanya " * 250, "Raden Ayu " * 18, (answer.Saved("§1", "judul " * 6, "jawab " * 250),))
LONG_FOLLOWUP = replace(SIXTH, name="Raden Ayu " * 6, programme=PROGRAMME, last={**EMPLOYED, "employer": "PT & " * 12})
LONG_TRAININGS = of_training("Raden Ayu " * 6, PROGRAMME, "alasan & " * 33)
ALL_DOCUMENTS = documents.Facts(
    1, "B-2026-III-0007", "Raden Ayu " * 6, tuple(DocumentKind), {}, PROFILE.documents, STARTS_ON, "Jl. " * 50
)
LONG_REGISTRATION = Example(
    (replace(FOR_ALL, programme=PROGRAMME, cohort=COHORT),),
    dict(EXAMPLES["registration"].words)
    | {
        "name": ("Raden Ayu " * 6,),
        "town": ("Kabupaten Penukal Abab Lematang Ilir", "Pekalongan"),
        "address": ("Jl. Melati " * 18,),
    },
)
LONG: dict[str, Example] = {
    **SESSIONS,
    **LONG_GIVING,
    "registration": LONG_REGISTRATION,
    "counter": LONG_REGISTRATION,
    "documents": Example((ALL_DOCUMENTS,)),
    **{name: EXAMPLES[name] for name in ("earlier_file", "followup_months", "last_day", "minimum_wage")},
    "help_done": Example(
        (help_closing.Facts(1, 1, "Raden Ayu " * 6, verbatim("NIB, P-IRT & halal")),), {"done": ("bantuan & " * 29,)}
    ),
    "followup": Example((LONG_FOLLOWUP,), {"employer": ("usaha " * 10,)}),
    "followup_call": Example((on_the_phone(LONG_FOLLOWUP),), {"employer": ("usaha " * 10,)}),
    "work_correction": Example((LONG_FOLLOWUP,), {"employer": ("usaha " * 10,), "reason": ("alasan & " * 33,)}),
    "work_update": Example((LONG_FOLLOWUP,), {"employer": ("usaha " * 10,)}),
    **dict.fromkeys(
        ("call_number", "phone"),
        Example((another_number.Facts(1, "Raden Ayu " * 6, None),), {"phone": ("+62 812 3456 7890",)}),
    ),
    "question": Example((question.Facts(PROFILE.questions.common, PROMISED),), {"words": ("tanya " * 250,)}),
    "answer": Example((LONG_QUESTION,), {"words": ("jawab " * 250,)}),
    "search": Example((search.Facts(),), {"words": ("Raden Ayu " * 8,)}),
    "saved_reply": Example((saved_reply.Facts("jawab " * 250, 29),), {"title": ("judul " * 6,)}),
    "relink": EXAMPLES["relink"],
    "change": EXAMPLES["change"],
    "completion": Example(
        (
            replace(
                EXAMPLES["completion"].facts[1],
                name="Raden Ayu " * 6,
                told={"accommodation": "dekat & depan " * 21, "contact": "Raden Ayu " * 6, "email": "a" * 254},
                consented=False,
            ),
        ),
        EXAMPLES["completion"].words,
    ),
    "weighting": Example(
        (
            weighting.Facts(
                1, 1, PROGRAMME, (("tertulis", "Tes & tulis " * 3), ("wawancara", "Wawancara " * 3)), Text("x " * 200)
            ),
        ),
        {"weights": ("60 40",), "passing": ("66,5",)},
    ),
    "adjustment": Example(
        (adjustment.Facts(1, "Raden Ayu " * 6, "B-2026-III-0007", False, True, {"B-2026-III-0008": 2}),),
        {"partner": ("0008",), "reason": ("alasan & " * 33,)},
    ),
    "publication": Example(
        (publication.Facts(1, 1, COHORT, Sums(160, 800, 99, 999), True, (), "2026-10-06", "2026-10-29"),),
        {"decree": ("SK & " * 16,), "deadline": ("15-10-2026",), "sure": ("terbitkan",)},
    ),
    "reregistration": Example(
        (reregistration.Facts("Raden Ayu " * 6, PROGRAMME, Text("2 & " * 40), 1, 1, False),),
        {"contact": ("Raden Ayu " * 6,), "contact_phone": ("0812 3456 7890",)},
    ),
    **LONG_OFFERING,
    "correction": Example((verdict.Facts(1, "B-2026-III-0007"),), {"reason": ("alasan & " * 33,)}),
    "objection": Example((objection.Facts(1, 1, "B-2026-III-0007", 72),), {"words": ("keliru & " * 160,)}),
    "upholding": Example((upholding.Facts(1, "B-2026-III-0007"),), {"words": ("alasan & " * 160,)}),
    "refusal": Example((verdict.Facts(1, "B-2026-III-0007"),), {"reason": ("alasan & " * 33,)}),
    "audience_person": Example((audience_search.Facts(True),), {"words": ("Raden Ayu " * 8,)}),
    **dict.fromkeys(
        ("audience_save", "audience_rename"),
        Example(
            (audience_name.Facts(verbatim("kelompok & " * 190), "&" * 40, frozenset()),), {"name": ("nama & " * 5,)}
        ),
    ),
    "announcement_poll": Example(
        (poll.Facts(1, ("&" * 40,) * 6),), {"options": ("\n".join(f"{n}{'&' * 39}" for n in range(6)),)}
    ),
    "announcement_repeat": Example(
        (repeat.Facts(1, date(2026, 9, 30), ("08:00-11:30", "13:00-17:15")),),
        {"days": ("Senin-Minggu",), "before": ("30",), "hour": ("08.00",), "until": ("2026-12-01",)},
    ),
    **LONG_ANNOUNCING,
    **{
        f"announcement_{part}": EXAMPLES[f"announcement_{part}"] for part in ("time", "urgent", "refusal", "correction")
    },
    **{name: Example(*plain) for name, plain in LONG_TRAININGS.items()},
    "calendar_change": EXAMPLES["calendar_change"],
    "minimum_wage": EXAMPLES["minimum_wage"],
}
