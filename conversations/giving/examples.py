"""Examples of the scripts by which something is given back to alumni (see conversations/examples.py)."""

from typing import Any

from conversations.giving import opening_fields, refusal, stall_form
from records.profile import Profile

PROGRAMMES = (("1", "Sewing"), ("2", "Welding"), ("3", "Baking"), ("4", "Hairdressing"))


def of_giving(profile: Profile) -> dict[str, tuple[Any, ...]]:
    """Facts and words by script."""
    opening = (opening_fields.Facts(PROGRAMMES, 30, 90, 90),)
    told = {
        "employer": ("Konveksi Contoh",),
        "title": ("Seamstress",),
        "place": ("Krapyak",),
        "asks": ("Can sew uniforms, from eight to four.",),
        "apply_phone": ("0812 3456 7890",),
        "apply_address": ("Jl. Contoh 5, from eight on",),
        "apply_link": ("https://contoh.id/lowongan",),
        "days": ("45",),
    }
    sender = {"sender": ("Bu Tini, the owner",), "sender_phone": ("0812 3456 7891",)}
    refused = ((refusal.Facts(1, "Seamstress"),), {"reason": ("Please write the hours.",)})
    stall = {
        "name": ("Dapur Contoh",),
        "sells": ("Bread and cakes to order",),
        "whatsapp": ("0812 3456 7892",),
        "words": ("Every day but Friday.",),
    }
    return {
        "opening_offer": (opening, {**told, **sender}),
        "opening_new": (opening, told),
        "opening_change": (opening, told),
        "opening_refusal": refused,
        "opening_down": refused,
        "showcase": (
            (
                stall_form.Facts(1, "Siti", PROGRAMMES[:2], profile, "Roti Contoh", "+6281234567890"),
                stall_form.Facts(1, "Siti", PROGRAMMES[:2], profile),
            ),
            stall,
        ),
        "showcase_refusal": refused,
        "showcase_down": refused,
    }
