"""Income: the bands of Q5 in rupiah, made from the year's minimum wage."""

from conversations.script import Choice
from locales.text import Rupiah, _
from records.questionnaire import NO_ANSWER

# Bounds that people read at a glance: rounded to so many rupiah.
ROUNDED_TO = 50_000


def bands(umk: int) -> tuple[Choice, ...]:
    """1: below half the minimum wage; 2: below it; 3: below one and a half; 4: from there on."""
    half, whole, more = (_rounded(umk * halves / 2) for halves in (1, 2, 3))
    return (
        Choice("1", _("Less than {amount}", amount=Rupiah(half))),
        Choice("2", _("{least} to {most}", least=Rupiah(half), most=Rupiah(whole))),
        Choice("3", _("{least} to {most}", least=Rupiah(whole), most=Rupiah(more))),
        Choice("4", _("{amount} or more", amount=Rupiah(more))),
        Choice(NO_ANSWER, _("I would rather not say")),
    )


def _rounded(amount: float) -> int:
    return round(amount / ROUNDED_TO) * ROUNDED_TO
