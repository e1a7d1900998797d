"""People, by button: the search, a person's page, her steps, and the link that hands her record over."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.following import asking_again
from conversations.people import worklife
from conversations.people.pages import hand_over, person_page, road
from conversations.reply import Button, Reply, column
from conversations.screen import Begin, Outcome, Screen, begins, number
from locales.text import _, verbatim
from records import classes, offers
from records.permissions import Permission


def counter(context: Context, argument: str) -> Outcome:
    """For which class somebody at the counter registers."""
    chosen = number(argument)
    if chosen is not None:
        return None if classes.brief(context.session, chosen) is None else Begin("counter", chosen)
    offered = offers.open_at(context.session, context.now)
    if not offered:
        return Reply(_("No class is open for registration at present."), rows=column(STAFF_MENU))
    buttons = [Button(verbatim(f"{one.programme} · {one.cohort}"), f"m:atcounter:{one.id}") for one in offered[:40]]
    return Reply(_("🧾 <b>At the counter</b>\nFor which class?"), rows=column(*buttons, STAFF_MENU))


SCREENS = (
    Screen("find", lambda _context, _argument: Begin("search"), Permission.PEOPLE),
    Screen("person", person_page, Permission.PEOPLE),
    Screen("steps", road, Permission.PEOPLE),
    Screen("atcounter", counter, Permission.PEOPLE),
    Screen("worklife", worklife.page, Permission.FOLLOW),
    Screen("alive", worklife.alive, Permission.FOLLOW),
    Screen("workfix", begins("work_correction"), Permission.FOLLOW),
    Screen("workupdate", begins("work_update")),
    Screen("askagain", asking_again.ask_again),
    Screen("handover", hand_over, Permission.PEOPLE),
)
