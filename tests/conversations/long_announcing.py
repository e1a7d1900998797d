"""The longest values of the talks about an announcement."""

from conversations.announcing.examples import TODAY
from conversations.announcing.writing import attaching, dating, linking, placing, words
from conversations.examples import Example
from locales.text import verbatim
from records.contents import Link, Place

COHORT = "Angkatan III <Dana Bagi Hasil Cukai Hasil Tembakau> Kota Pekalongan Tahun 2026 ."[:80]
LINKS = tuple(Link(f"Formulir & pendaftaran nomor {n} " * 2, f"https://contoh.id/{'a' * 480}") for n in range(3))
LONG_ANNOUNCING = {
    "announcement_words": Example(
        (words.Facts(1, verbatim(COHORT), 12_000),),
        {"words": ("umum & " * 580,)},
    ),
    "announcement_file": Example((attaching.Facts(1, length=4_072), attaching.Facts(1, has_file=True))),
    "announcement_place": Example(
        (placing.Facts(1, Place(-6.9, 109.6, "UPTD BLK <Dinperinaker> " * 3, "Jl. & " * 40), has_place=True),),
        {"where": ("-6.8898, 109.6746",), "title": ("Gedung & " * 6,), "address": ("Jl. Melati & " * 9,)},
    ),
    "announcement_link": Example(
        (linking.Facts(1), linking.Facts(1, LINKS)),
        {"label": ("Formulir & " * 3,), "url": (f"https://contoh.id/{'a' * 480}",)},
    ),
    "announcement_date": Example((dating.Facts(1, TODAY, TODAY),), {"day": ("30 September 2027",)}),
}
