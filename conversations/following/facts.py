"""Facts: whom a follow-up asks about which training, and what is known of her from the waves before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from conversations.context import Context
from conversations.following import moments
from conversations.following.moments import Later
from conversations.script import Matter
from locales.text import Text, _
from records import askings, minimum_wages, monitoring
from records.askings import Asked


@dataclass(frozen=True, slots=True)
class Facts:
    """`since_known`: the code of Q3 that she told before (it is asked once). `last`: her answers of the wave before, by
    question. `is_long`: this wave asks for more than what she does, and takes at most `most_taps` in the usual case.
    `umk`: the minimum wage of this year, in rupiah a month, where her income is asked. `places`: names of where work
    can be, by code. `later`: when she may be reminded.
    """

    name: str
    programme: str
    wave: int
    since_known: str | None = None
    last: Mapping[str, str] = field(default_factory=dict)
    is_long: bool = False
    most_taps: int = 5
    umk: int | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    later: tuple[Later, ...] = ()


def gather(context: Context, matter: Matter) -> Facts | Text:
    """Of the follow-up that a talk is about, while it may still be answered."""
    asked = None if matter.about is None else askings.asked_about(context.session, matter.about)
    if asked is None or matter.about is None:
        return _("This question is already closed. Thank you.")
    return replace(of(context, asked, matter.talk_id), later=_later(context, asked))


def _later(context: Context, asked: Asked) -> tuple[Later, ...]:
    """Not without end."""
    may_still = asked.snoozes < context.house.profile.followup.most_snoozes
    return moments.ahead(context, asked.hours) if may_still else ()


def of(context: Context, asked: Asked, talk_id: int) -> Facts:
    """The facts of a follow-up, whatever its state: for whoever else may ask (a call, a correction)."""
    session, rules = context.session, context.house.profile.followup
    before = monitoring.told_before(session, asked.enrolment_id, asked.wave, talk_id)
    is_long = rules.is_long(asked.wave)
    return Facts(
        name=asked.name,
        programme=asked.programme,
        wave=asked.wave,
        since_known=before.since,
        last=before.answers,
        is_long=is_long,
        most_taps=rules.most_taps(asked.wave),
        umk=minimum_wages.at(session, context.house.profile.umk, context.today.year) if is_long else None,
        places=rules.places,
    )
