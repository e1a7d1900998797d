"""Scores by Excel: the template that is downloaded, and the file that is sent back filled in.

A file with any mistake changes nothing and comes back with a column that says what is wrong; of a good one it is said
what it would change, and it waits for a yes.
"""

from collections.abc import Iterator
from decimal import Decimal

from conversations.context import Context
from conversations.officer import officer_with
from conversations.reply import Button, Document, Reply, Style, column
from conversations.screens.scores import KIND
from conversations.sessions.scoring import Facts, facts_of, preview
from conversations.sessions.serials import resolve
from locales.text import Text, _, lines
from records import imports, scoring
from records.permissions import Permission
from records.scores import Mark
from records.session import Session
from scheduler.errand import FileGoneError, Tools
from scheduler.errands import mistaken
from scheduler.score_sheet import NAME, NUMBER, Components, read_scores, template
from scheduler.workbook_reading import Mistake, Row, Sheet, plain


async def send_template(tools: Tools, argument: str) -> Reply | None:
    facts = await tools.database.read(_facts, tools, int(argument))
    if facts is None:
        return None
    people = [(number, name, dict(facts.known.get(at, {}))) for number, (at, name) in facts.people.items()]
    note = tools.plain(_("Fill in the scores from 0 to 100. Leave empty what is not known. Do not change the numbers."))
    made = await tools.slow.run(template, facts.programme, note, _components(facts), people)
    text = _(
        "The template of <b>{programme}</b>: {count} people. Fill it in and send it back.",
        programme=facts.programme,
        count=len(people),
    )
    return Reply(text, rows=_back(facts), document=Document(_file_name(facts), made), protected=False)


async def check(tools: Tools, argument: str) -> Reply | None:
    """The argument is `class.file`."""
    class_id, _dot, file_id = argument.partition(".")
    facts = await tools.database.read(_facts, tools, int(class_id))
    if facts is None:
        return None
    try:
        content = await tools.fetch(file_id)
    except FileGoneError:
        return Reply(_("The file could not be fetched. Please send it once more."), rows=_back(facts))
    sheet = await tools.slow.run(read_scores, content, _components(facts))
    if isinstance(sheet, Text):
        return Reply(lines(sheet, _("Nothing was changed."), separator="\n\n"), rows=_back(facts))
    unfit = await tools.database.read(_unfit, facts, sheet)
    mistakes = sorted([*sheet.mistakes, *unfit], key=lambda mistake: mistake.row)
    if mistakes:
        name = f"kesalahan-{_file_name(facts)}"
        return await mistaken.returned(tools, content, sheet, mistakes, name, _back(facts))
    return await tools.database.write(_proposed, tools, facts, sheet)


def _unfit(session: Session, facts: Facts, sheet: Sheet) -> list[Mistake]:
    """Rows that read well but fit nobody of this class."""
    typed = [row.values[NUMBER] for row in sheet.rows if NUMBER in row.values]
    elsewhere = scoring.whereabouts(session, typed)
    cohort = scoring.whereabouts(session, list(facts.people)[:1])
    mine = next((place.cohort_id for place in cohort.values()), None)
    seen: dict[str, int] = {}
    return [mistake for row in sheet.rows for mistake in _unfit_row(row, facts, seen, elsewhere, mine)]


def _unfit_row(
    row: Row, facts: Facts, seen: dict[str, int], elsewhere: dict[str, scoring.Whereabouts], cohort_id: int | None
) -> Iterator[Mistake]:
    typed = row.values.get(NUMBER)
    if typed is None:
        return
    found = resolve(typed, facts.people)
    if found.only is None:
        yield Mistake(row.number, NUMBER, _unknown(typed, found.numbers, elsewhere, facts, cohort_id))
        return
    if found.only in seen:
        yield Mistake(row.number, NUMBER, _("The same person stands in row {row} already.", row=seen[found.only]))
    seen.setdefault(found.only, row.number)
    name = facts.people[found.only][1]
    if row.values.get(NAME) and plain(row.values[NAME]) != plain(name):
        yield Mistake(row.number, NAME, _("This number belongs to {name}. Have rows been shifted?", name=name))


def _unknown(
    typed: str,
    numbers: tuple[str, ...],
    elsewhere: dict[str, scoring.Whereabouts],
    facts: Facts,
    cohort_id: int | None,
) -> Text:
    if numbers:
        return _("Several numbers end so: {numbers}. Write the whole number.", numbers=", ".join(numbers[:5]))
    place = elsewhere.get(typed.upper())
    if place is None:
        return _("There is no such number: {number}.", number=typed[:30])
    if cohort_id is not None and place.cohort_id != cohort_id:
        return _("This number is of another cohort.")
    if place.class_id != facts.class_id:
        return _("This number is of another class.")
    return _("This person is not scheduled for a test (any more).")


def _proposed(session: Session, tools: Tools, facts: Facts, sheet: Sheet) -> Reply:
    """Kept until the officer says yes."""
    marks = list(_marks(facts, sheet))
    made = scoring.changes(facts.known, marks)
    text = preview(facts, made, len(marks))
    if not made:
        return Reply(lines(text, _("Nothing would change."), separator="\n\n"), rows=_back(facts))
    now = tools.clock.now()
    kept = imports.propose(session, KIND, facts.class_id, facts.staff_id, scoring.to_json(made), now)
    rows = column(
        Button(_("💾 Save"), f"m:scoresave:{kept}", style=Style.SUCCESS),
        Button(_("🗑 Do not save"), f"m:scoredrop:{kept}"),
    )
    return Reply(text, rows=rows, protected=True)


def _marks(facts: Facts, sheet: Sheet) -> Iterator[Mark]:
    for row in sheet.rows:
        number = resolve(row.values[NUMBER], facts.people).only
        for code, name in facts.components.items():
            value = row.values.get(name)
            if number is not None and isinstance(value, Decimal):
                yield Mark(facts.people[number][0], code, value)


def _facts(session: Session, tools: Tools, class_id: int) -> Facts | None:
    context: Context = tools.context(session, tools.clock.now())
    officer = officer_with(context, Permission.SESSIONS)
    return None if officer is None else facts_of(context, class_id, officer.id)


def _components(facts: Facts) -> Components:
    return tuple(facts.components.items())


def _file_name(facts: Facts) -> str:
    kept = "".join(letter if letter.isalnum() else "-" for letter in facts.programme.casefold())
    return f"nilai-{'-'.join(filter(None, kept.split('-')))[:40]}.xlsx"


def _back(facts: Facts) -> tuple[tuple[Button, ...], ...]:
    return column(
        Button(_("⬆️ Send the Excel file"), f"m:scorefile:{facts.class_id}"),
        Button(_("📝 Scores"), f"m:scores:{facts.class_id}"),
    )
