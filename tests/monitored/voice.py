"""The voice: what a graduate taps, by what she reads. Known are the words of the questions, as anybody sees them."""

from dataclasses import dataclass
from random import Random

from tests.monitored.cast import Alumna

YES, NO, STILL, CHANGED = "Ya", "Tidak", "✅ Ya, masih", "Tidak, sudah berubah"
PAY, OWN, FAMILY = "Kerja digaji", "Usaha/jualan sendiri", "Bantu usaha keluarga"
OJT, SEEKS, SCHOOL, HOUSE, ELSE = "OJT/magang", "Cari kerja/siapkan usaha", "Sekolah", "Urus rumah tangga", "Lainnya"
# How each question is known, and under what name the ledger keeps its answer.
QUESTIONS = {
    "kegiatan utama": "main",
    "sempat kerja atau jualan": "hour",
    "usaha yang sedang libur?": "resting",
    "Yang mana?": "kind",
    "Tempat kerja atau juragan Anda tetap": "permanent",
    "Punya pekerja?": "workers",
    "magang Anda dibayar": "paid",
    "Mulai kapan": "since",
    "Seberapa sesuai": "relevance",
    "penghasilan bersih": "income",
    "Di bidang apa": "sector",
    "Di mana tempatnya": "place",
    "Di mana Anda bekerja": "employer",
    "Apa nama usahanya": "employer",
    "mencari kerja atau menyiapkan usaha": "seeking",
    "puas Anda dengan pelatihannya": "satisfied",
    "Adakah yang bisa BLK bantu": "needs",
    "Masih di ": "still",
    "Masih bekerja di tempat yang sama": "still",
    "Masih mencari kerja": "still",
    "Masih menyiapkan usaha": "still",
    "7 hari terakhir masih": "still",
}
# What her life makes her say of her main activity, and of the work that she has beside it.
SAYS = {
    "regular": {"main": PAY, "permanent": "Ya, tetap"},
    "daily": {"main": PAY, "permanent": "Harian, borongan, sanggan lain"},
    "alone": {"main": OWN, "workers": NO},
    "helpers": {"main": OWN, "workers": "Ya, tak tetap/tak dibayar"},
    "employer": {"main": OWN, "workers": "Ya, tetap dan dibayar"},
    "family": {"main": FAMILY},
    "ojt": {"main": OJT},
    "seeking": {"main": SEEKS, "hour": NO, "resting": NO, "seeking": "Ya, mencari kerja"},
    "preparing": {"main": SEEKS, "hour": NO, "resting": NO, "seeking": "Ya, menyiapkan usaha"},
    "household": {"main": HOUSE, "hour": NO, "resting": NO, "seeking": "Tidak, saat ini tidak"},
    "school": {"main": SCHOOL, "hour": NO, "resting": NO, "seeking": "Tidak, saat ini tidak"},
    "other": {"main": ELSE, "hour": NO, "resting": NO, "seeking": "Ingin, tapi rasanya tidak mungkin dapat"},
    "school_hour": {"main": SCHOOL, "hour": YES, "kind": OWN, "workers": NO},
    "household_hour": {"main": HOUSE, "hour": YES, "kind": PAY, "permanent": "Harian, borongan, sanggan lain"},
    "resting": {"main": ELSE, "hour": NO, "resting": YES, "kind": PAY, "permanent": "Ya, tetap"},
}
SINCE = {
    "before": "Sebelum pelatihan",
    "during": "Saat pelatihan",
    "0-1": "Sampai 1 bulan setelahnya",
    "2-3": "2-3 bulan setelahnya",
    "4-6": "4-6 bulan setelahnya",
    "7-12": "7-12 bulan setelahnya",
}
RELEVANCE = ("Tidak sesuai", "Sedikit sesuai", "Sesuai", "Sangat sesuai")


@dataclass(frozen=True, slots=True)
class Habits:
    """What stays the same whenever she is asked: how well it fits, what it brings (a band from 0, 4: she does not say),
    how satisfied she is, whether she names her employer.
    """

    relevance: int
    income: int
    satisfied: int
    employer: str | None


def habits(alumna: Alumna) -> Habits:
    dice = Random(alumna.number)
    employer = f"CV Contoh {alumna.number}" if dice.random() < 0.3 else None
    return Habits(dice.randint(1, 4), dice.choices(range(5), (20, 25, 25, 15, 15))[0], dice.randint(1, 5), employer)


def question_in(words: str) -> str | None:
    """Which question stands in a message, by the last of them: what is said before it may name others."""
    found = [(words.rfind(mark), name) for mark, name in QUESTIONS.items() if mark in words]
    return max(found)[1] if found else None


def answer(alumna: Alumna, wave: int, question: str, labels: list[str], told_before: str | None) -> str | None:
    """The label that she taps, or words that she types (not among the labels); None where she has nothing to say.

    `told_before` is what she did when she last told anything.
    """
    doing, hers = alumna.career.at(wave), habits(alumna)
    if question == "still":
        return STILL if told_before == doing else CHANGED
    if question in SAYS[doing]:
        return SAYS[doing][question]
    match question:
        case "since":
            return SINCE[alumna.career.since]
        case "relevance":
            return RELEVANCE[hers.relevance - 1]
        case "paid":
            return YES if alumna.number % 2 else NO
        case "income" | "sector" | "place":
            offered = [label for label in labels if not _is_control(label)]
            return offered[hers.income if question == "income" else alumna.number % len(offered)]
        case "employer":
            return hers.employer or "Lewati"
        case "satisfied":
            return str(hers.satisfied)
        case "needs":
            return "Lowongan kerja" if alumna.number % 9 == 0 else "Tidak, terima kasih"
    return None


def _is_control(label: str) -> bool:
    return label[:1] in "⬅❓⏰🔕🙅"
