"""An officer schedules sessions of a test or an interview: several one after the other at once."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations import dates, hours, points, readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, verbatim
from records import classes, offers, sittings
from records.permissions import Permission
from records.sittings import Plan, Spot

MOST_SITTINGS, MOST_SEATS, MOST_MINUTES = 20, 500, 480
CENTRE, CLASSROOM = "centre", "class"


@dataclass(frozen=True, slots=True)
class Facts:
    """The class it begins from, the kinds of test there are, and the places that are known."""

    class_id: int
    cohort_id: int
    programme: str
    cohort: str
    kinds: tuple[tuple[str, str], ...]
    centre: Spot
    classroom: Spot
    staff_id: int
    now: datetime
    zone: ZoneInfo


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.SESSIONS)
    brief = None if matter.about is None else classes.brief(context.session, matter.about)
    if officer is None or brief is None or matter.about is None:
        return INVISIBLE
    profile = context.house.profile
    return Facts(
        class_id=matter.about,
        cohort_id=brief.cohort_id,
        programme=brief.programme,
        cohort=brief.cohort,
        kinds=tuple((component.code, component.name) for component in profile.sessions.components),
        centre=Spot(f"{profile.name}, {profile.address}", profile.latitude, profile.longitude),
        classroom=_classroom(context, matter.about, brief.place),
        staff_id=officer.id,
        now=context.now,
        zone=context.house.calendar.zone,
    )


def _classroom(context: Context, class_id: int, place: str) -> Spot:
    offer = offers.by_id(context.session, class_id)
    return Spot(place) if offer is None else Spot(offer.place, offer.latitude, offer.longitude)


def _time(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    clock = hours.hour(typed)
    if not isinstance(clock, Misread) and hours.at(answers["day"], clock, facts.zone) <= facts.now:
        return Misread(_("That time has passed. Please write a later one, or go back to the day."))
    return clock


def _places(facts: Facts) -> tuple[Choice, ...]:
    return (
        Choice(CENTRE, _("At the centre (with map)")),
        Choice(CLASSROOM, verbatim(facts.classroom.place[:60])),
    )


def _place_in_words(value: str, facts: Facts) -> str:
    known = _known(value, facts)
    return value if known is None else known.place


def _known(value: str | None, facts: Facts) -> Spot | None:
    """A place that was chosen, not written."""
    return {CENTRE: facts.centre, CLASSROOM: facts.classroom}.get(value or "")


def _needs_point(place: str | None, facts: Facts) -> bool:
    known = _known(place, facts)
    return place is not None and (known is None or known.latitude is None)


def _spot(answers: Answers, facts: Facts) -> Spot:
    known, point = _known(answers["place"], facts), answers.get("point") or "none"
    place = answers["place"] if known is None else known.place
    if point == "none":
        return Spot(place) if known is None else known
    return Spot(place, *points.degrees(point))


def _plan(answers: Answers, facts: Facts) -> Plan:
    return Plan(
        kind=answers["kind"],
        cohort_id=facts.cohort_id,
        class_id=facts.class_id if answers["whom"] == "class" else None,
        first=hours.at(answers["day"], answers["time"], facts.zone),
        minutes=int(answers["minutes"]),
        count=int(answers["count"]),
        capacity=int(answers["capacity"]),
        spot=_spot(answers, facts),
    )


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.SESSIONS)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    plan = _plan(answers, facts)
    made = sittings.schedule(context.session, plan, officer.id, context.now)
    note(context, officer, "test.scheduled", f"sitting:{made[0]}-{made[-1]}")
    text = _(
        "{count} sessions are scheduled, {seats} seats in all. Nobody is invited yet.",
        count=len(made),
        seats=plan.capacity * plan.count,
    )
    return Conclusion(Reply(text, rows=column(Button(_("🗓 To the sessions"), f"m:sittings:{facts.class_id}"))))


def _number(key: str, label: Text, question: Text, offered: tuple[int, ...], least: int, most: int) -> Ask[Facts]:
    """A number between two bounds; the usual ones are buttons."""
    return Ask(
        key=key,
        label=label,
        prompt=lambda _a, _f: question,
        choices=lambda _a, _f: tuple(Choice(str(number), verbatim(str(number))) for number in offered),
        reader=lambda typed, _a, _f: readers.count(typed, least, most),
        columns=4,
    )


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="kind",
        label=_("What"),
        prompt=lambda _a, _f: _("What is to be held?"),
        choices=lambda _a, facts: tuple(Choice(code, verbatim(name)) for code, name in facts.kinds),
    ),
    Ask(
        key="whom",
        label=_("For whom"),
        prompt=lambda _a, _f: _("For whom?"),
        choices=lambda _a, facts: (
            Choice("class", _("Only {programme}", programme=facts.programme)),
            Choice("cohort", _("All classes of {cohort}", cohort=facts.cohort)),
        ),
    ),
    Ask(
        key="day",
        label=_("Day"),
        prompt=lambda _a, _f: _("On which <b>day</b> is the first session? For example 12-10-2026."),
        reader=lambda typed, _a, facts: dates.ahead(typed, facts.now.astimezone(facts.zone).date()),
        shown=lambda value, _a, _f: dates.shown_day(value),
    ),
    Ask(
        key="time",
        label=_("Time"),
        prompt=lambda _a, _f: _("At what <b>time</b> does the first session begin? For example 08.00."),
        reader=_time,
        shown=lambda value, _a, _f: verbatim(hours.dotted(value)),
        rests_on=("day",),
    ),
    _number(
        "minutes", _("Minutes"), _("How many <b>minutes</b> does one session take?"), (30, 60, 90, 120), 5, MOST_MINUTES
    ),
    _number(
        "count",
        _("Sessions"),
        _("How many <b>sessions</b>, one right after the other?"),
        (1, 2, 3, 4),
        1,
        MOST_SITTINGS,
    ),
    _number(
        "capacity", _("Seats a session"), _("How many <b>seats</b> has one session?"), (10, 16, 20, 30), 1, MOST_SEATS
    ),
    Ask(
        key="place",
        label=_("Place"),
        prompt=lambda _a, _f: _("<b>Where?</b> Choose, or write the place."),
        choices=lambda _a, facts: _places(facts),
        reader=lambda typed, _a, _f: readers.words(typed, limit=150, least=3),
        shown=lambda value, _a, facts: verbatim(_place_in_words(value, facts)),
    ),
    Ask(
        key="point",
        prompt=lambda _a, _f: _("Where is that on the map? Send the point, for example -6.8898, 109.6746."),
        choices=lambda _a, _f: (Choice("none", _("Without a map")),),
        reader=lambda typed, _a, _f: points.point(typed),
        when=lambda answers, facts: _needs_point(answers.get("place"), facts),
        rests_on=("place",),
    ),
)

SCRIPT = Script(
    name="schedule",
    version=1,
    title=lambda facts: _("Sessions for {programme}", programme=facts.programme),
    asks=ASKS,
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=2),
    summary=lambda _a, facts: _(
        "Sessions for <b>{programme}</b>, {cohort}:", programme=facts.programme, cohort=facts.cohort
    ),
    submit=_("🗓 Schedule them"),
)
