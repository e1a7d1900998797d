"""One's own job openings: how they stand, and closing, prolonging, changing or taking one back."""

from datetime import timedelta

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import opening_pages
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from conversations.screens.jobs import SEND_IN
from locales.text import Text, _
from records import audit, job_endings, job_openings, job_senders
from records.job_openings import Ending, JobOpening
from records.permissions import Permission

LISTED = 10


def mine(context: Context, _argument: str) -> Outcome:
    found = job_senders.of_chat(context.session, context.chat_id, LISTED)
    buttons = [Button(opening_pages.label(context, one), f"m:myjob:{one.id}") for one in found]
    text = _("<b>My openings</b>") if found else _("You have sent in no opening yet.")
    return Reply(text, rows=column(*buttons, SEND_IN, opening_pages.BOARD, BACK_HOME))


def _own(context: Context, argument: str) -> JobOpening | None:
    """One that this chat sent in."""
    chosen = number(argument)
    found = None if chosen is None else job_openings.by_id(context.session, chosen)
    return found if found is not None and found.chat_id == context.chat_id else None


def _hers_to_change(context: Context, argument: str) -> JobOpening | None:
    """The same; officers may change every one."""
    chosen = number(argument)
    found = None if chosen is None else job_openings.by_id(context.session, chosen)
    if found is None or found.chat_id == context.chat_id:
        return found
    return found if officer_with(context, Permission.FOLLOW) is not None else None


def one(context: Context, argument: str) -> Outcome:
    found = _own(context, argument)
    return None if found is None else opening_pages.for_sender(context, found.id)


def change(context: Context, argument: str) -> Outcome:
    found = _hers_to_change(context, argument)
    if found is None or found.over_why == Ending.TAKEN_DOWN.value:
        return None
    return Begin("opening_change", found.id)


def filled(context: Context, argument: str) -> Outcome:
    """Asks once, since everybody stops seeing it; `id.yes` does it."""
    which, _dot, sure = argument.partition(".")
    found = _hers_to_change(context, which)
    if found is None or not found.is_live(context.today) or sure not in ("", "yes"):
        return None
    if not sure:
        yes = Button(_("✔️ Yes, it is filled"), f"m:jobfilled:{found.id}.yes", style=Style.PRIMARY)
        text = _("Is <b>{title}</b> filled? Then nobody sees it any more.", title=found.sent_in.title)
        return Reply(text, rows=column(yes, _back(context, found)))
    job_endings.close(context.session, found.id, Ending.FILLED, context.now)
    _trail(context, "opening.filled", found)
    return _page(context, found, _("✔️ Closed as filled. Good to hear!"))


def more(context: Context, argument: str) -> Outcome:
    """As it is, for as many days as it was to stay at first: nobody need look at it again."""
    found = _hers_to_change(context, argument)
    if found is None or not opening_pages.may_prolong(context, found) or found.shown is None:
        return None
    days = min(found.shown.days, context.house.profile.openings.most_days)
    until = context.today + timedelta(days=days)
    if not job_endings.prolong(context.session, found.id, until):
        return None
    _trail(context, "opening.prolonged", found)
    return _page(context, found, _("➕ It stays until {day}.", day=until))


def back(context: Context, argument: str) -> Outcome:
    found = _own(context, argument)
    if found is None or not job_endings.take_back(context.session, found.id, context.now):
        return None
    return mine(context, "")


def _back(context: Context, found: JobOpening) -> Button:
    own = found.chat_id == context.chat_id
    return Button(_("⬅️ Back"), f"m:{'myjob' if own else 'jobpage'}:{found.id}")


def _page(context: Context, found: JobOpening, said: Text) -> Reply:
    own = found.chat_id == context.chat_id
    page = opening_pages.for_sender if own else opening_pages.for_staff
    return page(context, found.id).with_note(said)


def _trail(context: Context, action: str, found: JobOpening) -> None:
    """By an officer where it is not hers."""
    officer = None if found.chat_id == context.chat_id else officer_with(context, Permission.FOLLOW)
    matter = f"opening:{found.id}"
    if officer is not None:
        note(context, officer, action, matter)
    else:
        actor = context.house.vault.pseudonym("chat", context.chat_id)
        audit.note(context.session, at=context.now, actor=actor, action=action, matter=matter)


SCREENS = (
    Screen("myjobs", mine),
    Screen("myjob", one),
    Screen("jobchange", change),
    Screen("jobfilled", filled),
    Screen("jobmore", more),
    Screen("jobback", back),
)
