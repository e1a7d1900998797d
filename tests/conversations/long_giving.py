"""The longest values of the scripts by which something is given back to alumni."""

from conversations.examples import Example
from conversations.giving import opening_fields, refusal, stall_form
from tests.conversations.speaker import PROFILE

PROGRAMMES = tuple((str(number), f"Operator Pengolahan & Pemasaran Hasil {number} " * 2) for number in range(1, 5))
OPENING = Example(
    (opening_fields.Facts(PROGRAMMES, 30, 90, 90),),
    {
        "employer": ("CV & Rekan " * 7,),
        "title": ("Operator <b> " * 6,),
        "place": ("Jl. Melati & " * 9,),
        "asks": ("syarat & " * 66,),
        "apply_phone": ("0812 3456 7890",),
        "apply_address": ("Jl. Melati & " * 15,),
        "apply_link": (f"https://contoh.id/{'a' * 280}",),
        "days": ("90",),
        "sender": ("Raden Ayu " * 11,),
        "sender_phone": ("0812 3456 7891",),
    },
)
REFUSED = Example((refusal.Facts(1, "Operator <b> " * 6),), {"reason": ("alasan & " * 33,)})
STALL = Example(
    (stall_form.Facts(1, "Raden Ayu " * 6, PROGRAMMES[:2], PROFILE, "Usaha & " * 7, "+6281234567890"),),
    {
        "name": ("Usaha & " * 7,),
        "sells": ("Roti & kue " * 9,),
        "whatsapp": ("0812 3456 7892",),
        "words": ("kata & " * 42,),
    },
)
LONG_GIVING = {
    **dict.fromkeys(("opening_offer", "opening_new", "opening_change"), OPENING),
    **dict.fromkeys(("opening_refusal", "opening_down", "showcase_refusal", "showcase_down"), REFUSED),
    "showcase": STALL,
}
