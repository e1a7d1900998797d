"""An officer cancels a class: why, and where its people go. Each of them is told; nothing happens by halves."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from conversations import readers
from conversations.applying import eligibility
from conversations.context import Context
from conversations.notices.cancelling import MOVED
from conversations.offering.field import windows
from conversations.offering.pages import class_page
from conversations.offering.reasons import REASONS, reason_text
from conversations.offering.resettling import END, WISH, resettle
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _, lines
from records import cancelling, classes, programmes, reserves
from records.cancelling import Affected, Room
from records.permissions import Permission
from records.requirements import Obstacle


@dataclass(frozen=True, slots=True)
class Facts:
    """The class, how many are on their way through it, how many of them hold a seat, and where they may go; `unfit`
    says how many do not fit there.
    """

    class_id: int
    programme: str
    cohort: str
    people: int
    seated: int
    rooms: tuple[tuple[Room, str], ...] = ()
    unfit: Callable[[int], Text | None] = lambda _class_id: None


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
        brief.programme,
        brief.cohort,
        len(found),
        sum(one.holds_a_seat for one in found),
        tuple((room, names[room.programme_id]) for room in cancelling.rooms(context.session, a_class)),
        lambda class_id: _unfit(context, cancelling.misfits(context.session, found, class_id)),
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
        moved = _("{count} people move to {programme} and are told.", count=facts.people, programme=name)
        follows = lines(moved, facts.unfit(int(where)))
    return _(
        "Cancel <b>{programme}</b>, {cohort}?\nReason: {reason}\n{follows}\n\nIt cannot be undone.",
        programme=facts.programme,
        cohort=facts.cohort,
        reason=reason_text(answers["reason"]),
        follows=follows,
    )


def _unfit(context: Context, found: Mapping[Affected, list[Obstacle]]) -> Text | None:
    """Whom the requirements of the other class would have turned away, why, and what becomes of them."""
    if not found:
        return None
    # By rule, whatever each of them gave; of several the first.
    whys = Counter(replace(obstacles[0], given=None) for obstacles in found.values())
    reasons = (
        _("• {why}: {count}", why=eligibility.why(obstacle, context.house.profile), count=count)
        for obstacle, count in whys.most_common()
    )
    placed = sum(one.is_placed for one in found)
    checked = _("{count} of these are checked by an officer and read so.", count=len(found) - placed)
    keep = _("{count} of these were placed by the selection and keep what they have.", count=placed)
    return lines(
        _("⚠️ {count} of them do not meet the requirements there:", count=len(found)),
        *reasons,
        checked if len(found) > placed else None,
        keep if placed else None,
    )


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer, left = officer_with(context, Permission.CLASSES), classes.by_id(context.session, facts.class_id)
    if officer is None or left is None:
        return Conclusion(class_page(context, facts.class_id))
    found = cancelling.affected(context.session, facts.class_id)
    waiting = [each for each in reserves.of_class(context.session, facts.class_id) if each.elsewhere is not None]
    if not cancelling.cancel(context.session, facts.class_id, answers["reason"], context.now):
        return Conclusion(class_page(context, facts.class_id).with_note(_("Nothing was changed.")))
    note(context, officer, "class.cancelled", f"class:{facts.class_id}")
    resettle(context, officer, left, found, waiting, answers.get("target") or END)
    said = _(
        "The class is cancelled. {count} people are told {when}.",
        count=len(found) + len(waiting),
        when=MOVED.due_in_words(context),
    )
    return Conclusion(class_page(context, facts.class_id).with_note(said))


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
