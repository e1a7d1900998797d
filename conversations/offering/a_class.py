"""Classes (paket pelatihan): adding one to a cohort, changing one."""

from collections.abc import Mapping
from typing import Any

from conversations import dates, points
from conversations.context import Context
from conversations.following import last_day
from conversations.offering.class_fields import EDIT_FIELDS, NEW_FIELDS
from conversations.offering.editing import editing
from conversations.offering.field import Desk, desk_of, values_of, windows
from conversations.offering.pages import class_page
from conversations.officer import INVISIBLE, note, officer_with
from conversations.script import Answers, Conclusion, Matter, Script
from locales.text import Text, _
from records import cancelling, class_changes, classes, cohorts, offering, programmes
from records.class_changes import TOLD
from records.classes import TrainingClass
from records.permissions import Permission


def _gather_new(context: Context, matter: Matter) -> Desk | Text:
    """The cohort whose class it will be."""
    desk = desk_of(context)
    cohort = None if matter.about is None else cohorts.by_id(context.session, matter.about)
    if desk is None or cohort is None or cohort.archived_at is not None:
        return INVISIBLE
    known = tuple((str(one.id), one.name) for one in programmes.all_of_them(context.session))
    if not known:
        return _("There is no programme yet. Make one first: “🧵 Programmes” in “📚 Cohorts and classes”.")
    present = {"cohort_starts": cohort.starts_on.isoformat(), "cohort_ends": cohort.ends_on.isoformat()}
    return desk.about(cohort.id, cohort.name, present=present, programmes=known)


def _gather(context: Context, matter: Matter) -> Desk | Text:
    """What stands there now; a cancelled class stays as it was."""
    desk = desk_of(context)
    a_class = None if matter.about is None else classes.by_id(context.session, matter.about)
    brief = None if a_class is None else classes.brief(context.session, a_class.id)
    if desk is None or a_class is None or brief is None:
        return INVISIBLE
    if a_class.cancelled_at is not None:
        return _("This class is cancelled: nothing in it changes any more.")
    return desk.about(
        a_class.id,
        brief.programme,
        present=_present(a_class),
        taken=classes.codes(context.session),
        participants=classes.participants(context.session, a_class.id),
    )


def _present(a_class: TrainingClass) -> dict[str, str]:
    """By field, as it is kept; what is empty is left out."""
    known = None
    if a_class.latitude is not None and a_class.longitude is not None:
        known = points.written(a_class.latitude, a_class.longitude)
    present = {
        "seats": str(a_class.seats),
        "cap": None if a_class.applicant_cap is None else str(a_class.applicant_cap),
        "hours": str(a_class.lesson_hours),
        "starts": a_class.starts_on.isoformat(),
        "ends": a_class.ends_on.isoformat(),
        "place": a_class.place,
        "map": known,
        "instructor": a_class.instructor,
        "facilities": a_class.facilities,
        "funding": a_class.funding,
        "code": a_class.code,
    }
    return {key: value for key, value in present.items() if value is not None}


def _make(context: Context, _matter: Matter, answers: Answers, desk: Desk) -> Conclusion:
    officer = officer_with(context, Permission.CLASSES)
    made = offering.add_class(context.session, desk.matter_id, values_of(NEW_FIELDS, answers, desk))
    if officer is not None:
        note(context, officer, "class.made", f"class:{made.id}")
    return Conclusion(class_page(context, made.id).with_note(_("✅ The class is made.")))


def _store(context: Context, desk: Desk, values: Mapping[str, Any]) -> None:
    """Writes down what people were told otherwise, until they are told (see telling)."""
    offering.change_class(context.session, desk.matter_id, values)
    if "ends_on" in values:
        last_day.class_moved(context, desk.matter_id, dates.of(desk.present["ends"]), values["ends_on"])
    a_class = classes.by_id(context.session, desk.matter_id)
    if a_class is None or not cancelling.affected(context.session, a_class.id):
        return
    now = _present(a_class)
    for key in sorted(TOLD):
        if desk.present[key] != now[key]:
            class_changes.note(context.session, a_class.id, key, desk.present[key], now[key], context.now)


def _warn(context: Context, desk: Desk, key: str) -> Text | None:
    """Whoever is in the class was told the days and the place."""
    count = len(cancelling.affected(context.session, desk.matter_id))
    if key not in TOLD or not count:
        return None
    return _("⚠️ {count} people were told something else. Once all is changed, tell them with the button.", count=count)


NEW = Script(
    name="class_new",
    version=1,
    title=lambda desk: _("A new class in {cohort}", cohort=desk.what),
    asks=tuple(field.ask() for field in NEW_FIELDS),
    gather=_gather_new,
    conclude=_make,
    windows=windows,
    summary=lambda _a, desk: _("Add this class to <b>{cohort}</b>?", cohort=desk.what),
    submit=_("✅ Make it"),
)
EDIT = editing("class_edit", EDIT_FIELDS, gather=_gather, store=_store, page=class_page, trail="class", warn=_warn)
