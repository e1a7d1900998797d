"""An officer cancels a class: why, and where its people go. Each of them is told; nothing happens by halves."""

from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.notices.cancelling import ENDED, MOVED
from conversations.offering.field import windows
from conversations.offering.pages import class_page
from conversations.offering.reasons import REASONS, reason_text
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _
from records import cancelling, classes, people, programmes, wishes
from records.cancelling import Affected, Room
from records.permissions import Permission
from records.staff import Officer

WISH, END = "wish", "end"


@dataclass(frozen=True, slots=True)
class Facts:
    """The class, how many are on their way through it, how many of them hold a seat, and where they may go."""

    class_id: int
    programme_id: int
    programme: str
    cohort: str
    people: int
    seated: int
    rooms: tuple[tuple[Room, str], ...] = ()

    @property
    def applicants(self) -> int:
        return self.people - self.seated


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.CLASSES)
    a_class = None if matter.about is None else classes.by_id(context.session, matter.about)
    brief = None if a_class is None else classes.brief(context.session, a_class.id)
    if officer is None or a_class is None or brief is None:
        return INVISIBLE
    if a_class.cancelled_at is not None:
        return _("This class is cancelled: nothing in it changes any more.")
    if a_class.graduated_at is not None:
        return _("The training of this class has ended: it cannot be cancelled any more.")
    names = {one.id: one.name for one in programmes.all_of_them(context.session)}
    found = cancelling.affected(context.session, a_class.id)
    return Facts(
        a_class.id,
        a_class.programme_id,
        brief.programme,
        brief.cohort,
        len(found),
        sum(one.holds_a_seat for one in found),
        tuple((room, names[room.programme_id]) for room in cancelling.rooms(context.session, a_class)),
    )


def _targets(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    others = tuple(
        Choice(str(room.class_id), _("➡️ {programme} ({seats} free seats)", programme=name, seats=room.seats))
        for room, name in facts.rooms
    )
    return (
        *others,
        Choice(WISH, _("🔔 To the wish list of {programme}", programme=facts.programme)),
        Choice(END, _("Nowhere: their registration ends")),
    )


def _has_room(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    """Whoever holds a seat keeps one; a cap on applicants holds for those who move as well."""
    room = next((room for room, _name in facts.rooms if str(room.class_id) == value), None)
    if room is None:
        return None
    if room.seats < facts.seated:
        return Misread(
            _(
                "{count} people hold a seat and that class has {seats} free ones. Give it more seats first, or choose "
                "another class.",
                count=facts.seated,
                seats=room.seats,
            )
        )
    if room.applicants is not None and room.applicants < facts.people:
        return Misread(
            _("That class takes only {count} more applicants. Raise that number first.", count=room.applicants)
        )
    return None


def _sure(answers: Answers, facts: Facts) -> Text:
    where = answers.get("target")
    name = next((name for room, name in facts.rooms if str(room.class_id) == where), "")
    if where is None:
        follows = _("Nobody has applied for it yet.")
    elif where == WISH:
        follows = _("{count} people go to the wish list and are told.", count=facts.people)
    elif where == END:
        follows = _("The registration of {count} people ends, and they are told.", count=facts.people)
    else:
        follows = _("{count} people move to {programme} and are told.", count=facts.people, programme=name)
    return _(
        "Cancel <b>{programme}</b>, {cohort}?\nReason: {reason}\n{follows}\n\nIt cannot be undone.",
        programme=facts.programme,
        cohort=facts.cohort,
        reason=reason_text(answers["reason"]),
        follows=follows,
    )


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.CLASSES)
    if officer is None:
        return Conclusion(class_page(context, facts.class_id))
    found = cancelling.affected(context.session, facts.class_id)
    if not cancelling.cancel(context.session, facts.class_id, answers["reason"], context.now):
        return Conclusion(class_page(context, facts.class_id).with_note(_("Nothing was changed.")))
    note(context, officer, "class.cancelled", f"class:{facts.class_id}")
    for one in found:
        _provide(context, officer, one, answers.get("target") or END, facts)
    said = _(
        "The class is cancelled. {count} people are told {when}.",
        count=len(found),
        when=_when(context),
    )
    return Conclusion(class_page(context, facts.class_id).with_note(said))


def _when(context: Context) -> Text:
    due = MOVED.due_at(context)
    return _("now") if due <= context.now else _("on {when}, when the sending hours begin", when=due)


def _provide(context: Context, officer: Officer, one: Affected, target: str, facts: Facts) -> None:
    """One person: moved, wished for, or ended; told; and in the trail."""
    session, now = context.session, context.now
    matter = f"application:{one.application_id}" if one.application_id else f"enrolment:{one.enrolment_id}"
    if target not in (WISH, END):
        if cancelling.transfer(session, one, facts.class_id, int(target), now, officer.id):
            MOVED.to_person(context, one.person_id, facts.class_id, detail=target, key=str(one.person_id))
            note(context, officer, "application.moved", f"{matter}:class:{target}")
        return
    if not cancelling.end(session, one, now, officer.id):
        return
    chat_id = people.chat_of(session, one.person_id)
    if target == WISH and chat_id is not None:
        wishes.wish(session, chat_id, facts.programme_id, now, one.person_id)
    ENDED.to_person(context, one.person_id, facts.class_id, detail=target, key=str(one.person_id))
    note(context, officer, "application.ended", matter)


SCRIPT = Script(
    name="class_cancel",
    version=1,
    title=lambda facts: _("Cancelling {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="reason",
            prompt=lambda _a, facts: _(
                "Why is <b>{programme}</b>, {cohort}, cancelled? Choose, or write it. Its people read it.",
                programme=facts.programme,
                cohort=facts.cohort,
            ),
            choices=lambda _a, _f: tuple(Choice(code, words) for code, words in REASONS.items()),
            reader=lambda typed, _a, _f: readers.words(typed, least=5, limit=200),
            shown=lambda value, _a, _f: reason_text(value),
        ),
        Ask(
            key="target",
            prompt=lambda _a, facts: _(
                "{count} people are on their way through this class ({seated} hold a seat). Where shall they go?",
                count=facts.people,
                seated=facts.seated,
            ),
            choices=_targets,
            check=_has_room,
            when=lambda _a, facts: facts.people > 0,
        ),
        Ask(
            key="sure",
            prompt=_sure,
            choices=lambda _a, _f: (
                Choice("yes", _("Yes, cancel the class"), Style.DANGER),
                Choice("no", _("Change the reason"), reopens="reason"),
            ),
            rests_on=("reason", "target"),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=windows,
)
