"""The officers' desk of job openings: what waits for a look, what is published, what is reported."""

from conversations import paging
from conversations.buttons import ALUMNI_DESK, STAFF_MENU
from conversations.context import Context
from conversations.giving import flags, opening_pages
from conversations.giving.refusal import MEANWHILE
from conversations.notices import openings as notices
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, begins, number
from locales.text import Text, _, lines
from records import job_board, job_openings, staff, submissions
from records.job_openings import JobOpening
from records.permissions import Permission
from records.suspicions import Suspect

LOOK = Button(_("📥 Look at the next"), "m:joblook", style=Style.PRIMARY)


def entry(context: Context) -> Text:
    """On the alumni's desk."""
    waiting = submissions.count_waiting(context.session, JobOpening) + len(flags.waiting(context, Suspect.OPENING))
    return _("💼 Job openings · {count} wait", count=waiting) if waiting else _("💼 Job openings")


def desk(context: Context, argument: str) -> Outcome:
    """`argument` is the page of those published."""
    wanted = number(argument or "0")
    if wanted is None:
        return None
    session, today = context.session, context.today
    waiting, reported = submissions.count_waiting(session, JobOpening), len(flags.waiting(context, Suspect.OPENING))
    count = job_board.count_live(session, today)
    at = paging.within(wanted, count)
    found = job_board.live(session, today, None, at * paging.SHOWN, paging.SHOWN)
    text = _(
        "<b>Job openings</b>\nWaiting for a look: {waiting}\nPublished: {count}\nReported: {reported}",
        waiting=waiting,
        count=count,
        reported=reported,
    )
    look = LOOK if waiting else None
    flagged = Button(_("🚩 What is reported"), "m:flags:o") if reported else None
    buttons = [Button(opening_pages.label(context, one), f"m:jobpage:{one.id}") for one in found]
    return Reply(
        lines(text, paging.where(at, count)),
        rows=(
            *column(look, flagged, Button(_("➕ Enter one"), "m:jobnew"), *buttons),
            *filter(None, [paging.turning(at, count, "m:jobdesk:")]),
            *column(_link_for_employers(context), ALUMNI_DESK, STAFF_MENU),
        ),
    )


def _link_for_employers(context: Context) -> Button:
    return Button(_("🔗 Copy the link for employers"), copy=context.link("l_pasang"))


def page(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    found = None if chosen is None else job_openings.by_id(context.session, chosen)
    return None if found is None else opening_pages.for_staff(context, found.id)


def look(context: Context, argument: str) -> Outcome:
    """The next that waits, or a particular one, hers for a quarter of an hour."""
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None or (argument and number(argument) is None):
        return None
    session, now = context.session, context.now
    chosen = number(argument) if argument else submissions.first_free(session, JobOpening, officer.id, now)
    if chosen is None:
        return Reply(_("Nothing waits that another officer has not before her."), rows=column(opening_pages.DESK))
    if not submissions.claim(session, JobOpening, chosen, officer.id, now):
        return _held(context, chosen)
    return _to_decide(context, chosen)


def _held(context: Context, opening_id: int) -> Reply:
    found = submissions.by_id(context.session, JobOpening, opening_id)
    if found is None or found.waits_since is None or found.claimed_by is None:
        return Reply(MEANWHILE, rows=column(opening_pages.DESK))
    name = staff.by_id(context.session, found.claimed_by).name
    return Reply(_("{name} is looking at it just now.", name=name), rows=column(opening_pages.DESK))


def _to_decide(context: Context, opening_id: int) -> Outcome:
    found = job_openings.by_id(context.session, opening_id)
    if found is None:
        return None
    published = _("It is published already; this is a change of it.") if found.is_live(context.today) else None
    text = lines(
        _("<b>To look at</b>: {count} wait", count=submissions.count_waiting(context.session, JobOpening)),
        published,
        opening_pages.words(context, found.sent_in),
        _("It shall stay {days} days.", days=found.sent_in.days),
        opening_pages.sender(found),
        separator="\n\n",
    )
    rows = (
        (
            Button(_("✅ Publish it"), f"m:jobyes:{found.id}", style=Style.SUCCESS),
            Button(_("✖️ Refuse, with a reason"), f"m:jobno:{found.id}", style=Style.DANGER),
        ),
        (opening_pages.DESK,),
    )
    return Reply(text, rows=rows, protected=True)


def approve(context: Context, argument: str) -> Outcome:
    """What this officer has before her, as she has read it."""
    chosen, officer = number(argument), officer_with(context, Permission.FOLLOW)
    if chosen is None or officer is None:
        return None
    if not job_openings.publish(context.session, chosen, officer.id, context.today, context.now):
        return Reply(MEANWHILE, rows=column(opening_pages.DESK))
    note(context, officer, "opening.published", f"opening:{chosen}")
    notices.tell(context, notices.DECIDED, chosen)
    more = submissions.first_free(context.session, JobOpening, officer.id, context.now)
    rows = column(None if more is None else LOOK, opening_pages.DESK)
    return Reply(_("✅ Published; whoever sent it in hears of it."), rows=rows)


SCREENS = tuple(
    Screen(name, show, Permission.FOLLOW)
    for name, show in (
        ("jobdesk", desk),
        ("jobpage", page),
        ("joblook", look),
        ("jobyes", approve),
        ("jobno", begins("opening_refusal")),
        ("jobdown", begins("opening_down")),
        ("jobnew", lambda _context, _argument: Begin("opening_new")),
    )
)
