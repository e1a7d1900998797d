"""Saving earlier alumni that an officer has said yes to: a few rows a transaction, so that replies go on.

Bringing a row twice brings it once: what was cut off is gone on with by a second tap. The argument is the import's id.
"""

from collections.abc import Sequence
from datetime import datetime

from conversations.buttons import STAFF_MENU
from conversations.officer import note, officer_with
from conversations.people.earlier_file import BACK
from conversations.reply import Button, Reply, column
from conversations.screens.earlier import KIND
from locales.text import _
from records import classes, enrolments, imports, planning
from records.earlier import bringing
from records.earlier.alumna import from_json
from records.imports import ImportState
from records.permissions import Permission
from records.session import Session
from scheduler.errand import Tools

AT_ONCE = 20


async def save(tools: Tools, argument: str) -> Reply | None:
    import_id, after, new = int(argument), 0, 0
    while (done := await tools.database.write(_some, tools, import_id, after)) is not None:
        new += done[1]
        after += AT_ONCE
        if done[0]:
            return _saved(new)
    return Reply(_("This file has been settled already."), rows=column(BACK))


def _some(session: Session, tools: Tools, import_id: int, after: int) -> tuple[bool, int] | None:
    """The next rows: whether they were the last, and how many trainings are new; None where it is settled."""
    now = tools.clock.now()
    context = tools.context(session, now)
    officer = officer_with(context, Permission.FOLLOW)
    kept = None if officer is None else imports.proposed(session, import_id, KIND, officer.id)
    if kept is None or kept.content is None or officer is None:
        return None
    rows = from_json(kept.content)
    house = tools.house
    brought = bringing.bring(
        *(session, house.vault, rows[after : after + AT_ONCE], house.profile.name, house.calendar.zone, officer.id, now)
    )
    new = [one.enrolment_id for one in brought if one.is_new]
    _plan(session, tools, new, now)
    is_last = after + AT_ONCE >= len(rows)
    if is_last:
        imports.settle(session, import_id, ImportState.APPLIED, now)
        note(context, officer, "alumni.imported", f"alumni:{len(rows)}")
    return is_last, len(new)


def _plan(session: Session, tools: Tools, enrolment_ids: Sequence[int], now: datetime) -> None:
    rules, calendar = tools.house.profile.followup, tools.house.calendar
    for enrolment_id in enrolment_ids:
        enrolment = enrolments.by_id(session, enrolment_id)
        a_class = None if enrolment is None else classes.by_id(session, enrolment.class_id)
        if enrolment is not None and a_class is not None:
            waves = planning.waves_of(a_class.followup_waves, rules.waves)
            planning.plan(session, enrolment, waves, calendar, now, rules.open_for)


def _saved(new: int) -> Reply:
    text = _(
        "✅ {count} alumni are saved. Next: invite them, class by class, with a link for WhatsApp or a card with a QR.",
        count=new,
    )
    return Reply(text, rows=column(Button(_("🎟 Invitations"), "m:invitations"), STAFF_MENU))
