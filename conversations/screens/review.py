"""Review: the applications that wait, one at a time, and the yes."""

from conversations import decision, vocabulary
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from conversations.screens.desk import STAFF_MENU
from locales.text import Text, _, verbatim
from records import applications, classes, people
from records.applications import Application
from records.people import Education, Person, Sex
from records.permissions import Permission


def queue(context: Context, argument: str) -> Reply:
    """The application that waits longest, or the one after a given id."""
    waiting = applications.waiting(context.session)
    skipped = number(argument) or 0
    following = next((a for a in waiting if a.id > skipped), None) or next(iter(waiting), None)
    if following is None:
        return Reply(_("No application waits. All is decided."), rows=column(STAFF_MENU))
    return _sheet(context, following, len(waiting))


def _sheet(context: Context, application: Application, left: int) -> Reply:
    person = people.by_id(context.session, application.person_id)
    brief = classes.brief(context.session, application.class_id)
    text = _(
        "<b>Application {number}</b> ({left} waiting)\n{programme}, {cohort}\n\n{person}\n\nSent {when}.",
        number=application.number,
        left=left,
        programme=brief.programme if brief else "",
        cohort=brief.cohort if brief else "",
        person=_person(context, person),
        when=application.submitted_at,
    )
    rows = (
        (
            Button(_("✅ Accept"), f"m:accept:{application.id}", style=Style.SUCCESS),
            Button(_("⛔ Refuse"), f"m:refuse:{application.id}", style=Style.DANGER),
        ),
        (Button(_("Skip"), f"m:review:{application.id}"), STAFF_MENU),
    )
    return Reply(text, rows=rows)


def _person(context: Context, person: Person) -> Text:
    return _(
        "<b>{name}</b>\nNIK: <code>{nik}</code>\nBorn: {born}, {sex}\nPhone: {phone}\nResidence: {residence}\n"
        "Education: {education}\nAt present: {activity}",
        name=person.name,
        nik=in_fours(person.nik or ""),
        born=person.born or "?",
        sex=vocabulary.SEX[Sex(person.sex)] if person.sex else "?",
        phone=person.phone or "?",
        residence=_residence(context, person),
        education=vocabulary.EDUCATION[Education(person.education)] if person.education else "?",
        activity=vocabulary.PRESENT_ACTIVITY.get(person.activity or "") or verbatim("?"),
    )


def _residence(context: Context, person: Person) -> Text:
    where = person.town or ""
    if person.kecamatan is not None:
        kecamatan = context.house.profile.kecamatan_of(person.kecamatan)
        kelurahan = context.house.profile.kelurahan_name(person.kecamatan, person.kelurahan or "")
        where = f"{kelurahan}, {kecamatan.name if kecamatan else person.kecamatan}"
    return _("{address}, {where}", address=person.address or "", where=where)


def in_fours(digits: str) -> str:
    """A long number as people compare it."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def accept(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else decision.accept(context, chosen)


def refuse(_context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else Begin("refusal", chosen)


SCREENS = (
    Screen("review", queue, Permission.REVIEW),
    Screen("accept", accept, Permission.REVIEW),
    Screen("refuse", refuse, Permission.REVIEW),
)
