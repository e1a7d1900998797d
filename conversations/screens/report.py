"""The report: a figure ready to quote, for any cut; /laporan opens it."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.paging import SHOWN, turning, within
from conversations.reply import Button, Reply, Rows, Style, column, grid
from conversations.reporting import naming, pages
from conversations.screen import Outcome, Screen, number
from conversations.screens.reports import report_buttons
from locales.text import Text, _
from records import call_listings, cohorts, figures, indicators
from records.indicators import By, Cut, Indicators, conditions
from records.permissions import Permission

# Asked by staff for classes of their own too, up to two years after.
LATEST_WAVE = 60
CUTS: dict[By, Text] = {
    By.COHORT: _("Cohort"),
    By.PROGRAMME: _("Trade"),
    By.YEAR: _("Year"),
    By.SEX: _("Sex"),
    By.KECAMATAN: _("Kecamatan"),
    By.WAVE: _("Month"),
}


def chosen(context: Context, argument: str) -> tuple[Cut, int] | None:
    """The cut and the wave of a button; without one, the latest cohort that has graduates, at the wave to open with."""
    if not argument:
        return _opening(context)
    found = indicators.read(argument)
    if found is None or not 1 <= found[1] <= LATEST_WAVE or not naming.exists(context, found[0]):
        return None
    return found


def _opening(context: Context) -> tuple[Cut, int]:
    rules = context.house.profile.followup
    for cohort in cohorts.all_of_them(context.session):
        if figures.graduates(context.session, cohort.id):
            return Cut(cohort_id=cohort.id), figures.newest_wave(
                context.session, cohort.id, rules.waves, rules.headline_wave
            )
    return Cut(), rules.headline_wave


def report(context: Context, argument: str) -> Outcome:
    found = chosen(context, argument)
    return None if found is None else page(context, *found)


def page(context: Context, cut: Cut, wave: int) -> Reply:
    """The first page of a cut."""
    found = indicators.indicators(context.session, cut, wave, context.now)
    if not found.figure.graduates:
        return Reply(
            _("{who}: nobody has graduated yet, so there is no figure.", who=naming.of_cut(context, cut)),
            rows=(*_cutting(cut, wave), (STAFF_MENU,)),
        )
    copy = Button(_("📋 Copy the sentence"), copy=pages.sentence(context, cut, found), style=Style.PRIMARY)
    lock = Button(_("🔒 Lock the figure"), f"m:lock:{cut.code(wave)}")
    kept = Button(_("🔒 Locked figures"), "m:lockedlist:0")
    more = Button(_("Indicators ▶️"), f"m:reportmore:{cut.code(wave)}")
    rows = (
        (copy, more),
        (lock, kept),
        *phoning(context, cut, found),
        *report_buttons(cut, wave),
        *_cutting(cut, wave),
        (STAFF_MENU,),
    )
    return Reply(pages.first(context, cut, found), rows=rows)


def phoning(context: Context, cut: Cut, found: Indicators) -> Rows:
    """Where too few answered: whoever is silent goes to the phone list with a tap."""
    if found.figure.withheld is None or officer_with(context, Permission.FOLLOW) is None:
        return ()
    count = call_listings.silent(context.session, conditions.of_cut(cut), found.wave)
    if not count:
        return ()
    label = _("☎️ Put them on the phone list: {count}", count=count)
    return ((Button(label, f"m:phonethem:{cut.code(found.wave)}", style=Style.PRIMARY),),)


def phone_them(context: Context, argument: str) -> Outcome:
    """Whoever was asked in this wave and is silent is to be called."""
    found, officer = chosen(context, argument), officer_with(context, Permission.FOLLOW)
    if found is None or officer is None or not argument:
        return None
    cut, wave = found
    count = call_listings.put_on_list(context.session, conditions.of_cut(cut), wave, officer.id, context.now)
    note(context, officer, "figure.phoned", f"cut:{argument}")
    said = _("{count} people are on the phone list now. Whoever was not asked yet is not among them.", count=count)
    calls = Button(_("☎️ Open the phone list"), "m:call")
    back = Button(_("◀️ To the figure"), f"m:report:{argument}")
    return Reply(said, rows=column(calls, back, STAFF_MENU))


def _cutting(cut: Cut, wave: int) -> Rows:
    """What the figure can be cut by, two in a row; a dot where it is."""
    code = cut.code(wave)
    is_cut = {by: cut.without(by) != cut for by in CUTS}
    labels = {by: _("• {cut}", cut=label) if is_cut[by] else label for by, label in CUTS.items()}
    buttons = [Button(labels[by], f"m:cutby:{by}.0.{code}") for by in CUTS]
    every = (Button(_("All cohorts, uncut"), f"m:report:{Cut().code(wave)}"),)
    return (
        *grid(buttons),
        *((every,) if any(is_cut.values()) else ()),
    )


def more(context: Context, argument: str) -> Outcome:
    """The second page."""
    found = chosen(context, argument)
    if found is None:
        return None
    cut, wave = found
    told = indicators.indicators(context.session, cut, wave, context.now)
    back = Button(_("◀️ To the figure"), f"m:report:{cut.code(wave)}")
    return Reply(pages.second(context, cut, told), rows=column(back, STAFF_MENU))


def cut_by(context: Context, argument: str) -> Outcome:
    """`by.page.cut`: what there is to choose from, with how many graduated."""
    by, _dot, rest = argument.partition(".")
    place, _dot, code = rest.partition(".")
    found, at = chosen(context, code), number(place)
    if by not in tuple(CUTS) or found is None or at is None or not code:
        return None
    return _choices(context, By(by), at, *found)


def _choices(context: Context, by: By, at: int, cut: Cut, wave: int) -> Reply:
    wider = cut.without(by)
    buttons = _waves(context, cut, wave) if by is By.WAVE else _rows(context, by, wider, wave)
    at = within(at, len(buttons))
    code = cut.code(wave)
    everything = None if by is By.WAVE else Button(_("All of them"), f"m:report:{wider.code(wave)}")
    back = Button(_("◀️ Back"), f"m:report:{code}")
    turns = turning(at, len(buttons), f"m:cutby:{by}.")
    turns = tuple(Button(turn.label, f"{turn.data}.{code}") for turn in turns)
    shown = column(*buttons[at * SHOWN : (at + 1) * SHOWN])
    return Reply(
        _("<b>{what}</b>: whose figure?", what=CUTS[by]),
        rows=(*shown, *((turns,) if turns else ()), *column(everything, back)),
    )


def _rows(context: Context, by: By, wider: Cut, wave: int) -> list[Button]:
    """The rows of the table, the latest cohort and year first."""
    table = indicators.table(context.session, wider, wave, by, context.now)
    rows = sorted(table.rows, key=lambda row: int(row.key), reverse=True) if by in (By.COHORT, By.YEAR) else table.rows
    return [
        Button(
            _("{name} · {count} graduates", name=naming.key(context, by, row.key, row.name), count=graduates),
            f"m:report:{wider.to(by, row.key).code(wave)}",
        )
        for row in rows
        if (graduates := row.indicators.figure.graduates)
    ]


def _waves(context: Context, cut: Cut, wave: int) -> list[Button]:
    waves = sorted({*context.house.profile.followup.waves, wave})
    return [
        Button(
            _("• Month {wave}", wave=one) if one == wave else _("Month {wave}", wave=one), f"m:report:{cut.code(one)}"
        )
        for one in waves
    ]


def of_cohort(context: Context, argument: str) -> Outcome:
    """The figure of a cohort, where another page names it."""
    cohort_id, rules = number(argument), context.house.profile.followup
    if cohort_id is None or cohorts.by_id(context.session, cohort_id) is None:
        return None
    wave = figures.newest_wave(context.session, cohort_id, rules.waves, rules.headline_wave)
    return page(context, Cut(cohort_id=cohort_id), wave)


SCREENS = (
    Screen("figures", lambda context, _argument: report(context, ""), Permission.FIGURES),
    Screen("report", report, Permission.FIGURES),
    Screen("reportmore", more, Permission.FIGURES),
    Screen("phonethem", phone_them, Permission.FOLLOW),
    Screen("cutby", cut_by, Permission.FIGURES),
    Screen("figure", of_cohort, Permission.FIGURES),
)
