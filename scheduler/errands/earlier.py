"""Earlier alumni by Excel: the template, the check of what is sent back, and the saving, a few rows a transaction."""

from collections.abc import Sequence
from datetime import date

from conversations.context import Context
from conversations.officer import officer_with
from conversations.people.earlier_file import BACK
from conversations.reply import Button, Document, Reply, Style, column
from conversations.screens.earlier import KIND
from locales.text import Text, _, lines
from records import imports, planning
from records.earlier import prospect
from records.earlier.alumna import Earlier, to_json
from records.earlier.prospect import NOT_GRADUATED, TAKEN, TWICE, Prospect
from records.permissions import Permission
from records.session import Session
from scheduler.alumni_sheet import CERTIFICATE, NAME, PROGRAMME, earlier, read_alumni, template
from scheduler.errand import FileGoneError, Tools
from scheduler.errands import mistaken
from scheduler.workbook_reading import Mistake, Sheet

SEND = Button(_("⬆️ Send the Excel file"), "m:earlierfile")
AGAIN = column(SEND, BACK)
AT_ONCE = 20
NAMED = 6
# Of 100: two names of a kejuruan that are so much alike are one, misspelt.
MISSPELT = 84.0
EXAMPLE = ("Contoh Siti Aminah", "Menjahit", "Angkatan II", 2019, date(2019, 4, 10), "3375015708990001", "P")
WHY: dict[str, tuple[str, Text]] = {
    NOT_GRADUATED: (PROGRAMME, _("This class is here already and has not been graduated. Graduate it in the chat.")),
    TAKEN: (CERTIFICATE, _("This number is in the register already, for somebody else.")),
    TWICE: (NAME, _("The same person stands in this file twice for the same class.")),
}


async def send_template(tools: Tools, _argument: str) -> Reply | None:
    note_text = _(
        "One row a graduate and training. Name, kejuruan, cohort, year and the last day of the training must be there; "
        "everything else helps. Overwrite the example. NIK and phone numbers as text."
    )
    made = await tools.slow.run(template, tools.plain(note_text), EXAMPLE)
    return Reply(
        _("Here is the template. Fill it in and send it back."),
        rows=AGAIN,
        document=Document("alumni.xlsx", made),
        protected=False,
    )


async def check(tools: Tools, file_id: str) -> Reply | None:
    """A file with any mistake changes nothing and comes back; a good one waits for a yes."""
    try:
        content = await tools.fetch(file_id)
    except FileGoneError:
        return Reply(_("The file could not be fetched. Please send it once more."), rows=AGAIN)
    today = tools.clock.now().astimezone(tools.house.calendar.zone).date()
    sheet = await tools.slow.run(read_alumni, content, tools.house.profile, today)
    if isinstance(sheet, Text):
        return Reply(lines(sheet, _("Nothing was changed."), separator="\n\n"), rows=AGAIN)
    if sheet.mistakes:
        return await mistaken.returned(tools, content, sheet, sheet.mistakes, "kesalahan-alumni.xlsx", AGAIN)
    rows = [earlier(row) for row in sheet.rows]
    found, names = await tools.database.read(_prospect, tools, rows)
    mistakes = [*_unfit(sheet, found), *_misspelt(sheet, rows, found, names)]
    if mistakes or not rows:
        return await _refused(tools, content, sheet, sorted(mistakes, key=lambda mistake: mistake.row))
    return await tools.database.write(_proposed, tools, rows, found)


async def _refused(tools: Tools, content: bytes, sheet: Sheet, mistakes: Sequence[Mistake]) -> Reply:
    if not mistakes:
        return Reply(_("The file holds no alumni: nothing stands below the heads."), rows=AGAIN)
    return await mistaken.returned(tools, content, sheet, mistakes, "kesalahan-alumni.xlsx", AGAIN)


def _prospect(session: Session, tools: Tools, rows: Sequence[Earlier]) -> tuple[Prospect, list[str]]:
    return prospect.prospect(session, tools.house.vault, rows), prospect.programme_names(session)


def _unfit(sheet: Sheet, found: Prospect) -> list[Mistake]:
    return [Mistake(sheet.rows[place].number, *WHY[why]) for place, why in found.unfit.items()]


def _misspelt(sheet: Sheet, rows: Sequence[Earlier], found: Prospect, names: Sequence[str]) -> list[Mistake]:
    """A kejuruan that is nearly one we know would become another one for ever."""
    from rapidfuzz import fuzz, process, utils

    near = {
        name: best[0]
        for name in found.new_programmes
        if (best := process.extractOne(name, names, scorer=fuzz.ratio, processor=utils.default_process)) is not None
        and best[1] >= MISSPELT
    }
    return [
        Mistake(
            sheet.rows[place].number, PROGRAMME, _("Is this “{known}”? Then write it so.", known=near[row.programme])
        )
        for place, row in enumerate(rows)
        if row.programme in near
    ]


def _proposed(session: Session, tools: Tools, rows: Sequence[Earlier], found: Prospect) -> Reply:
    now = tools.clock.now()
    context = tools.context(session, now)
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        return Reply(_("Nothing was changed."), rows=column(BACK))
    kept = imports.propose(session, KIND, 0, officer.id, to_json(rows), now)
    buttons = column(
        Button(_("💾 Save {count} alumni", count=len(rows)), f"m:earliersave:{kept}", style=Style.SUCCESS),
        Button(_("🗑 Do not save"), f"m:earlierdrop:{kept}"),
    )
    return Reply(lines(_told(rows, found), _asked(context, rows), separator="\n\n"), rows=buttons, protected=True)


def _told(rows: Sequence[Earlier], found: Prospect) -> Text:
    return lines(
        _("<b>{count} alumni would be saved. Nothing is saved yet.</b>", count=len(rows)),
        _("New people: {count}", count=found.new_people),
        _("Known already (by NIK, or phone and name): {count}", count=found.known_people),
        _("In their class already, nothing is added: {count}", count=found.there_already)
        if found.there_already
        else None,
        _("New kejuruan: {names}", names=_named(found.new_programmes)) if found.new_programmes else None,
        _("New cohorts: {names}", names=_named(found.new_cohorts)) if found.new_cohorts else None,
        _("New classes: {count}", count=found.new_classes) if found.new_classes else None,
    )


def _named(names: Sequence[str]) -> str:
    more = f" … (+{len(names) - NAMED})" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _asked(context: Context, rows: Sequence[Earlier]) -> Text:
    """Who would still be asked: only waves whose window is open, or that lie ahead."""
    still_open = {day: _open(context, day) for day in {row.ended_on for row in rows}}
    some = [row for row in rows if still_open[row.ended_on]]
    if not some:
        return _("All their waves have passed: nobody is asked.")
    return _(
        "{count} of them have waves that lie ahead or are still open, and are asked once they are connected or by "
        "phone; each is told the day before. For the others all waves have passed.",
        count=len(some),
    )


def _open(context: Context, ended_on: date) -> bool:
    calendar, rules = context.house.calendar, context.house.profile.followup
    firsts = (planning.first_instant(ended_on, wave, calendar) for wave in rules.waves)
    return any(first + rules.open_for > context.now for first in firsts)
