"""Forewarning: a word to earlier alumni the day before their first question: what comes, why, and how to decline."""

from conversations.buttons import ASK
from conversations.context import Context
from conversations.notice import Addressee, Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, column
from locales.text import _
from records import askings, followups, forewarning, people
from records.deliveries import Claim


def _compose(context: Context, claim: Claim) -> Composed:
    coming = followups.next_planned(context.session, claim.about)
    asked = None if coming is None else askings.asked_about(context.session, coming)
    if asked is None or people.has_died(context.session, claim.about):
        return Skip("nothing is planned")
    text = _(
        "{name}, this is the {centre}.\nYou once followed our training in <b>{programme}</b>. Tomorrow we would like "
        "to ask you in a few taps how you are now.\n\nWhy? The city wants to know honestly whether its trainings "
        "help, and to be of use to those who have finished one. Only officers see your answers. If you would rather "
        "not be asked, one tap is enough.",
        name=asked.name,
        centre=context.house.profile.name,
        programme=asked.programme,
    )
    stop = Button(_("🔕 Do not ask me"), f"m:donotask:{claim.about}")
    return Reply(text, rows=column(stop, ASK))


FOREWARNED = Notice("followup_coming", _compose, Hours.SENDING)


def tell(context: Context, person_ids: list[int]) -> int:
    """Once a person; how many are told."""
    return FOREWARNED.to_people(context, [Addressee(person_id, person_id) for person_id in person_ids])


def tell_coming(context: Context) -> int:
    """Whoever from a list is asked within a day."""
    return tell(context, forewarning.coming(context.session, context.now))
