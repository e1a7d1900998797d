"""Another number: typed by an officer, from the second contact or from wherever she knows it."""

from dataclasses import dataclass, replace

from conversations import readers
from conversations.buttons import STAFF_MENU
from conversations.calling import entry as entries
from conversations.calling import outcome
from conversations.calling.outcome import NEXT, Hers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.people.addressing import called
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _
from records import call_claims, people, phone_list
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose number it is; `about` is the follow-up or the person, as the script has it; `known` the one on record."""

    about: int
    name: str
    known: str | None


def _read(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    phone = readers.phone(typed)
    if not isinstance(phone, Misread) and phone == facts.known:
        return Misread(_("That is the number on record. Please look at its digits again."))
    return phone


_ASK: Ask[Facts] = Ask(
    key="phone",
    prompt=lambda _a, facts: _("Which number does {name} have? Please write it like 0812 3456 7890.", name=facts.name),
    reader=_read,
    sensitive=True,
)


def _of_entry(context: Context, matter: Matter) -> Facts | Text:
    """Only for the officer who has her before her."""
    found = outcome.hers(context, str(matter.about or 0))
    if not isinstance(found, Hers):
        return outcome.GONE if isinstance(found, Reply) else INVISIBLE
    person = people.by_id(context.session, found.entry.person_id)
    return Facts(found.entry.followup_id, called(person), person.phone)


def _noted(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    found = outcome.hers(context, str(facts.about))
    if not isinstance(found, Hers):
        return Conclusion(Reply(outcome.GONE, rows=column(NEXT, STAFF_MENU)))
    made = outcome.new_number(context, found, answers["phone"])
    return Conclusion(outcome.said(context, made, _("{phone} is on record now.", phone=answers["phone"])))


FROM_SECOND_CONTACT = Script(
    name="call_number",
    version=1,
    title=lambda _facts: _("Another number"),
    asks=(_ASK,),
    gather=_of_entry,
    conclude=_noted,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    urgent=True,
    forgets=True,
    confidential=True,
)


def _of_person(context: Context, matter: Matter) -> Facts | Text:
    person = None if matter.about is None else people.find(context.session, matter.about)
    if person is None or officer_with(context, Permission.FOLLOW) is None:
        return INVISIBLE
    return Facts(person.id, called(person), person.phone)


def _corrected(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """The number on record from now on; an officer who has her before her goes on with the call."""
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    people.correct_phone(context.session, context.house.vault, facts.about, answers["phone"])
    note(context, officer, "person.phone", context.house.vault.pseudonym("person", facts.about))
    context.session.expire_all()
    claimed = call_claims.of_officer(context.session, facts.about, officer.id, context.now)
    rules = context.house.profile.calling
    found = None if claimed is None else phone_list.entry(context.session, claimed, context.now, rules)
    if found is not None:
        return Conclusion(entries.page(context, found, officer))
    text = _("{phone} is on record now.", phone=answers["phone"])
    return Conclusion(Reply(text, rows=column(NEXT, STAFF_MENU), protected=True))


CORRECTION = replace(FROM_SECOND_CONTACT, name="phone", gather=_of_person, conclude=_corrected)
