"""Amounts of money as people type them: 2.700.926, Rp2,7 juta, 2700926, 2,7jt. Kept as whole rupiah."""

import re
from decimal import Decimal

from conversations import readers
from conversations.script import Misread
from locales.text import Rupiah, _

_DIGITS = r"\d{1,3}(?:[. ]\d{3})+|\d+(?:[.,]\d{1,3})?"
_AMOUNT = re.compile(rf"(?:rp\.?\s*)?({_DIGITS})\s*(juta|jt|ribu|rb)?(?:\s*rupiah)?(?:,-)?")
_TIMES = {"juta": 1_000_000, "jt": 1_000_000, "ribu": 1_000, "rb": 1_000}


def rupiah(typed: str, least: int, most: int) -> str | Misread:
    """A whole amount between two bounds; with a unit a comma or a point is decimal, without one it parts thousands."""
    found = _AMOUNT.fullmatch(readers.clean(typed).casefold())
    amount = None if found is None else _amount(found[1], found[2])
    if amount is None:
        return Misread(_("Please write an amount, for example 2.700.926 or Rp2,7 juta."))
    if not least <= amount <= most:
        return Misread(
            _("Please write an amount from {least} to {most} a month.", least=Rupiah(least), most=Rupiah(most))
        )
    return str(amount)


def _amount(digits: str, unit: str | None) -> int | None:
    parted = re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+", digits) is not None
    if unit is None:
        return int(re.sub(r"[. ]", "", digits)) if parted or digits.isdigit() else None
    if parted and digits.count(".") + digits.count(" ") > 1:
        return None
    whole = Decimal(digits.replace(",", ".").replace(" ", "")) * _TIMES[unit]
    return int(whole) if whole == whole.to_integral_value() else None
