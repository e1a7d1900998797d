"""An entry of the phone list, as the officer reads it who calls: whom, why, what was tried, and what may have come of
it. It shows a person's data: it cannot be forwarded, and is taken back with the claim.
"""

from dataclasses import dataclass
from datetime import datetime

from conversations import web_links
from conversations.buttons import STAFF_MENU
from conversations.calling import words
from conversations.context import Context
from conversations.officer import officer_with
from conversations.people.addressing import called
from conversations.reply import Button, Reply, Rows, Style
from locales.text import Text, _, lines
from records import calls, classes, enrolments, people
from records.call_claims import LAPSES_AFTER
from records.calls import CallOutcome, Tried
from records.people import Person, PreferredHours
from records.permissions import Permission
from records.phone_list import Entry, Why
from records.shown import Shown
from records.staff import Officer

WHY: dict[Why, Text] = {
    Why.NO_CHAT: _("no Telegram account is connected"),
    Why.CLOSED: _("her Telegram account takes no messages from us any more"),
    Why.MISDIRECTED: _("her Telegram account turned out to be somebody else's"),
    Why.SILENT: _("no answer in two weeks"),
    Why.LISTED: _("an officer put her on the list"),
}
SUITS: dict[str, Text] = {
    PreferredHours.MORNING.value: _("mornings"),
    PreferredHours.NOON.value: _("noons"),
    PreferredHours.AFTERNOON.value: _("afternoons"),
}
OUTCOMES: dict[CallOutcome, Text] = {
    CallOutcome.ANSWERED: _("✅ she answered"),
    CallOutcome.NO_ANSWER: _("📵 not answered"),
    CallOutcome.WRONG_NUMBER: _("❌ wrong number"),
    CallOutcome.TOLD: _("👥 second contact: she will be told"),
    CallOutcome.NEW_NUMBER: _("👥 a new number"),
    CallOutcome.UNHELPFUL: _("👥 second contact: cannot reach her"),
    CallOutcome.DECEASED: _("🕊 deceased"),
    CallOutcome.STOPPED: _("🔕 does not want to be asked"),
}


@dataclass(frozen=True, slots=True)
class About:
    """An entry with the person and her class, in words."""

    entry: Entry
    person: Person
    programme: str
    cohort: str


def about(context: Context, entry: Entry) -> About:
    enrolment = enrolments.by_id(context.session, entry.enrolment_id)
    brief = None if enrolment is None else classes.brief(context.session, enrolment.class_id)
    person = people.by_id(context.session, entry.person_id)
    return About(entry, person, brief.programme if brief else "", brief.cohort if brief else "")


def code(person_id: int) -> str:
    """The code under which messages that show it are kept."""
    return f"call:{person_id}"


def part_now(context: Context) -> str:
    return calls.part_of_day(context.now.astimezone(context.house.calendar.zone))


def callable_from(context: Context, moment: datetime) -> datetime:
    """The first instant, not before `moment`, at which one phones people: within the sending hours."""
    return context.house.calendar.next_allowed(moment)


def page(context: Context, entry: Entry, officer: Officer) -> Reply:
    """Everything for one call."""
    found = about(context, entry)
    parts = (_head(context, found), _numbers(context, found), _tries(context, entry), _script(context, found, officer))
    return Reply(
        lines(*parts, separator="\n\n"),
        rows=_rows(context, found, officer),
        fresh=True,
        shown=Shown(code(entry.person_id), context.now + LAPSES_AFTER, context.now),
    )


def _head(context: Context, found: About) -> Text:
    entry = found.entry
    return _(
        "📞 <b>{name}</b>\n{programme}, {cohort}\nTraining ended {ended}, month {wave}\nWhy: {why}\n"
        "On the list until {until}",
        name=called(found.person),
        programme=found.programme,
        cohort=found.cohort,
        ended=entry.ended_on or "?",
        wave=entry.wave,
        why=WHY[entry.why],
        until=entry.until.astimezone(context.house.calendar.zone).date(),
    )


def _numbers(context: Context, found: About) -> Text:
    person, entry = found.person, found.entry
    wrong = _(" (❌ wrong number)") if person.phone is not None and not entry.phone_works else ""
    second = None
    if person.second_contact_phone is not None:
        second = _(
            "Second contact: {name}, <code>{phone}</code>",
            name=person.second_contact or "?",
            phone=person.second_contact_phone,
        )
    decent = context.house.calendar.urgent.allows(context.now)
    return lines(
        _("Phone: <code>{phone}</code>{wrong}", phone=person.phone or "?", wrong=wrong),
        second,
        _("{hours} suit her", hours=SUITS[person.preferred_hours]) if person.preferred_hours in SUITS else None,
        None if decent else _("⚠️ Not now, please: it is outside the hours in which we call."),
    )


def _tries(context: Context, entry: Entry) -> Text | None:
    made = calls.history(context.session, entry.followup_id)
    if not made:
        return None
    most = context.house.profile.calling.most_tries
    head = _("<b>Tries: {count} of {most}</b>", count=entry.tries, most=most)
    return lines(head, *(_try(tried) for tried in made))


def _try(tried: Tried) -> Text:
    return _("• {when}, {officer}: {outcome}", when=tried.at, officer=tried.officer, outcome=OUTCOMES[tried.outcome])


def _script(context: Context, found: About, officer: Officer) -> Text:
    part = part_now(context)
    hers = words.to_read(context, found.person, found.programme, officer.name, part)
    parts = [_("<b>To read aloud</b>"), hers]
    if found.entry.second_works:
        parts += [
            _("<i>To the second contact:</i>"),
            words.to_second_contact(context, found.person, officer.name, part),
        ]
    return lines(*parts)


def _rows(context: Context, found: About, officer: Officer) -> Rows:
    entry, which = found.entry, found.entry.followup_id
    rows: list[tuple[Button | None, ...]] = [
        *_reach(context, found, officer),
        (Button(_("✅ Answers"), f"m:callyes:{which}", style=Style.SUCCESS),),
        (
            Button(_("📵 Not answered"), f"m:callno:{which}"),
            Button(_("❌ Wrong number"), f"m:callwrong:{which}") if entry.phone_works else None,
        ),
        (Button(_("👥 Second contact reached"), f"m:callsecond:{which}") if entry.second_works else None,),
        (Button(_("✏️ Another number"), f"m:callfix:{which}"),),
        _her_pages(context, entry.person_id),
        (
            Button(_("🕊 Deceased"), f"m:calldied:{which}"),
            Button(_("🔕 Does not want to be asked"), f"m:callstop:{which}"),
        ),
        (Button(_("⏭ Skip"), f"m:callskip:{which}"), STAFF_MENU),
    ]
    kept = (tuple(button for button in row if button is not None) for row in rows)
    return tuple(row for row in kept if row)


def _her_pages(context: Context, person_id: int) -> tuple[Button, ...]:
    """Her page, and her Telegram account, for whoever may see them."""
    if officer_with(context, Permission.PEOPLE) is None:
        return ()
    linked = people.chat_of(context.session, person_id) is not None
    page_of_account = "unlink" if linked else "handover"
    return (
        Button(_("👤 Her page"), f"m:person:{person_id}"),
        Button(_("🔗 Her Telegram"), f"m:{page_of_account}:{person_id}"),
    )


def _reach(context: Context, found: About, officer: Officer) -> list[tuple[Button | None, ...]]:
    """Links that open WhatsApp with the words filled in, and the number to copy."""
    person, part = found.person, part_now(context)
    link = web_links.link_of(context, found.entry.followup_id)
    own = words.whatsapp(context, person, officer.name, part, link) if found.entry.phone_works else None
    second = words.whatsapp_to_second_contact(context, person, officer.name, part) if found.entry.second_works else None
    return [
        (
            None if own is None else Button(_("💬 WhatsApp"), url=own),
            None if own is None else Button(_("📋 Copy the number"), copy=person.phone or ""),
        ),
        (None if second is None else Button(_("💬 WhatsApp to the second contact"), url=second),),
    ]
