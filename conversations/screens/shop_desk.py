"""The officers' desk of the showcase: what waits for a look, what is shown, what is reported."""

from conversations import paging
from conversations.buttons import ALUMNI_DESK, STAFF_MENU
from conversations.context import Context
from conversations.giving import flags, stall_pages
from conversations.giving.refusal import MEANWHILE
from conversations.notices import showcases as notices
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, begins, number
from locales.text import Text, _, lines, verbatim
from records import showcases, staff, stalls, submissions
from records.permissions import Permission
from records.showcases import Showcase
from records.suspicions import Suspect


def entry(context: Context) -> Text:
    """On the alumni's desk."""
    waiting = submissions.count_waiting(context.session, Showcase) + len(flags.waiting(context, Suspect.SHOWCASE))
    return _("🏪 Showcase of alumni · {count} wait", count=waiting) if waiting else _("🏪 Showcase of alumni")


def desk(context: Context, argument: str) -> Outcome:
    """`argument` is the page of those shown."""
    wanted = number(argument or "0")
    if wanted is None:
        return None
    waiting = submissions.count_waiting(context.session, Showcase)
    reported, count = len(flags.waiting(context, Suspect.SHOWCASE)), stalls.count(context.session)
    at = paging.within(wanted, count)
    found = stalls.page(context.session, None, None, at * paging.SHOWN, paging.SHOWN)
    text = _(
        "<b>Showcase of alumni</b>\nWaiting for a look: {waiting}\nShown: {count}\nReported: {reported}",
        waiting=waiting,
        count=count,
        reported=reported,
    )
    look = Button(_("📥 Look at the next"), "m:shoplook", style=Style.PRIMARY) if waiting else None
    flagged = Button(_("🚩 What is reported"), "m:flags:e") if reported else None
    buttons = [Button(verbatim(one.shown.name), f"m:shoppage:{one.id}") for one in found if one.shown is not None]
    return Reply(
        lines(text, paging.where(at, count)),
        rows=(
            *column(look, flagged, *buttons),
            *filter(None, [paging.turning(at, count, "m:shopdesk:")]),
            *column(ALUMNI_DESK, STAFF_MENU),
        ),
    )


def page(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    found = None if chosen is None else showcases.by_id(context.session, chosen)
    return None if found is None else stall_pages.for_staff(context, found)


def look(context: Context, _argument: str) -> Outcome:
    """The next that waits, hers for a quarter of an hour."""
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        return None
    chosen = submissions.first_free(context.session, Showcase, officer.id, context.now)
    if chosen is None:
        return _none_free(context)
    if not submissions.claim(context.session, Showcase, chosen, officer.id, context.now):
        return Reply(MEANWHILE, rows=column(stall_pages.DESK))
    found = showcases.by_id(context.session, chosen)
    return None if found is None else _to_decide(context, found)


def _none_free(context: Context) -> Reply:
    """Nothing waits, or others have it before them."""
    held = [one.claimed_by for one in submissions.waiting(context.session, Showcase, 1) if one.claimed_by is not None]
    if not held:
        return Reply(_("Nothing waits."), rows=column(stall_pages.DESK))
    name = staff.by_id(context.session, held[0]).name
    return Reply(_("{name} is looking at it just now.", name=name), rows=column(stall_pages.DESK))


def _to_decide(context: Context, found: Showcase) -> Reply:
    text = lines(
        _("<b>To look at</b>: {count} wait", count=submissions.count_waiting(context.session, Showcase)),
        _("It is shown already; this is a change of it.") if found.public is not None else None,
        stall_pages.words(context, found.sent_in),
        stall_pages.owner(context, found),
        separator="\n\n",
    )
    rows = (
        (
            Button(_("✅ Show it"), f"m:shopyes:{found.id}", style=Style.SUCCESS),
            Button(_("✖️ Refuse, with a reason"), f"m:shopno:{found.id}", style=Style.DANGER),
        ),
        (stall_pages.DESK,),
    )
    return Reply(text, rows=rows, protected=True)


def approve(context: Context, argument: str) -> Outcome:
    """What this officer has before her, as she has read it."""
    chosen, officer = number(argument), officer_with(context, Permission.FOLLOW)
    if chosen is None or officer is None:
        return None
    if not showcases.publish(context.session, chosen, officer.id):
        return Reply(MEANWHILE, rows=column(stall_pages.DESK))
    note(context, officer, "showcase.published", f"showcase:{chosen}")
    notices.tell(context, notices.DECIDED, chosen)
    return Reply(_("✅ Shown; whoever sent it in hears of it."), rows=column(stall_pages.DESK))


SCREENS = tuple(
    Screen(name, show, Permission.FOLLOW)
    for name, show in (
        ("shopdesk", desk),
        ("shoppage", page),
        ("shoplook", look),
        ("shopyes", approve),
        ("shopno", begins("showcase_refusal")),
        ("shopdown", begins("showcase_down")),
    )
)
