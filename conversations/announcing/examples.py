"""Examples of the talks about an announcement: facts and words for each."""

from datetime import date
from typing import Any

from conversations.announcing.writing import attaching, dating, linking, placing, words
from locales.text import verbatim
from records.contents import Link, Place
from records.profile import Profile

TODAY = date(2026, 10, 6)
LINK = Link("Form", "https://blk.example.id/")


def of_announcing(profile: Profile) -> dict[str, tuple[Any, ...]]:
    """By the script's name: facts, and by ask what somebody might type there."""
    centre = Place(profile.latitude, profile.longitude, profile.name, profile.address)
    return {
        "announcement_words": (
            (words.Facts(1, verbatim("Cohort IV"), 32),),
            {"words": ("*Hello* {nama}, the certificates are ready.",)},
        ),
        "announcement_file": ((attaching.Facts(1), attaching.Facts(1, has_file=True, length=40)), {}),
        "announcement_place": (
            (placing.Facts(1, centre), placing.Facts(1, centre, has_place=True)),
            {"where": ("-6.8898, 109.6746",), "title": ("Gedung Serbaguna",), "address": ("Jl. Melati 5",)},
        ),
        "announcement_link": (
            (linking.Facts(1), linking.Facts(1, (LINK,)), linking.Facts(1, (LINK,) * 3)),
            {"label": ("Form",), "url": ("blk.example.id",)},
        ),
        "announcement_date": ((dating.Facts(1, TODAY), dating.Facts(1, TODAY, TODAY)), {"day": ("3 November 2026",)}),
    }
