"""The poster of a class: what stands on its page, in one language. Drawing it is slow work (scheduler/posters.py)."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.applying import eligibility
from conversations.context import deep_link
from locales.text import Text, _, verbatim
from records.codes import payload, short_code
from records.offers import Offer
from records.profile import Profile

NAME = "poster"


@dataclass(frozen=True, slots=True)
class Poster:
    """Every word of it; `link` is what the QR says. `facts` are label and value, `rules` a line each."""

    centre: str
    free: str
    title: str
    cohort: str
    teaches: str
    facts: tuple[tuple[str, str], ...]
    rules_head: str
    rules: tuple[str, ...]
    gifts: str
    scan: str
    typed: str
    code: str
    link: str
    foot: str

    @property
    def file_name(self) -> str:
        return f"{NAME}-{self.code}"


def of_offer(offer: Offer, profile: Profile, bot: str, say: Callable[[Text], str]) -> Poster:
    """`bot` is the bot's username; `say` puts a text into the poster's language."""
    return Poster(
        centre=profile.name,
        free=say(_("FREE TRAINING")),
        title=offer.programme,
        cohort=offer.cohort,
        teaches=offer.teaches,
        facts=tuple((say(label), say(value)) for label, value in _facts(offer)),
        rules_head=say(_("Requirements")),
        rules=tuple(say(rule) for rule in eligibility.in_words(offer.requirements, profile)),
        gifts=say(_("Free: {free}. No officer asks for money.", free=", ".join(profile.free_of_charge))),
        scan=say(_("Scan to register")),
        typed=say(_("or send this code to @{bot} on Telegram", bot=bot)),
        code=short_code(offer.code, offer.id),
        link=deep_link(bot, payload(offer.code, offer.id)),
        foot=say(_("Or come to the counter: {address}, {hours}", address=profile.address, hours=profile.office_hours)),
    )


def _facts(offer: Offer) -> tuple[tuple[Text, Text], ...]:
    return (
        (_("Register until"), _("{closes}", closes=offer.closes_at)),
        (_("Training"), _("{starts} to {ends}", starts=offer.starts_on, ends=offer.ends_on)),
        (_("Seats"), _("{seats}, participants are selected by a test", seats=offer.seats)),
        (_("Place"), verbatim(offer.place)),
    )
