"""A class that takes no more applicants: what is offered instead. What she filled in goes with her."""

from conversations.buttons import ASK, BACK_HOME
from conversations.context import Context
from conversations.reply import Button, Reply, column
from locales.text import _
from records import offers

OFFERED = 8


def no_more(context: Context, class_id: int) -> Reply:
    """As many have applied as the class takes: the other classes that one can still register for."""
    others = [offer for offer in offers.open_at(context.session, context.now) if not offer.is_full]
    if not others:
        text = _(
            "So many have applied to this class that no more can be tested, and no other class is open at present. "
            "Nothing you filled in is lost. Ask an officer when the next ones open: /tanya."
        )
        return Reply(text, rows=column(ASK, BACK_HOME), fresh=True)
    text = _(
        "So many have applied to this class that no more can be tested. Nothing you filled in is lost: "
        "choose another class, and your answers go there with you."
    )
    buttons = [
        Button(
            _("{programme} · {cohort}", programme=offer.programme, cohort=offer.cohort),
            f"m:instead:{offer.id}",
        )
        for offer in others
        if offer.id != class_id
    ]
    return Reply(text, rows=column(*buttons[:OFFERED], BACK_HOME), fresh=True)
