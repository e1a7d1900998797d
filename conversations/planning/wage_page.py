"""The page of the minimum wages (UMK), by year; a year that is missing is told while there is still time."""

from datetime import date

from conversations.buttons import ALUMNI_DESK
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from locales.text import Rupiah, Text, _, lines
from records import minimum_wages

DECEMBER, JANUARY = 12, 1


def known(context: Context) -> dict[int, int]:
    """Every year's amount, those of the profile and those of staff."""
    return minimum_wages.by_year(context.session, context.house.profile.umk)


def missing(years: dict[int, int], today: date) -> int | None:
    """The year whose amount is wanted now and not known: the next from December on, else this one."""
    wanted = today.year + (today.month == DECEMBER)
    return None if wanted in years or not years else wanted


def entry(context: Context) -> Text:
    """The button on the alumni's desk."""
    year = missing(known(context), context.today)
    return _("💰 Minimum wage (UMK)") if year is None else _("💰 UMK · ⚠️ {year} is missing", year=str(year))


def wage_page(context: Context) -> Reply:
    years = known(context)
    year = missing(years, context.today)
    latest = max(years, default=None)
    text = lines(
        _("<b>💰 Minimum wage (UMK)</b>, a month\nThe bands of income in the questionnaire are made from it."),
        lines(*(_("{year}: {amount}", year=str(each), amount=Rupiah(years[each])) for each in sorted(years))),
        None
        if year is None or latest is None
        else _(
            "⚠️ The amount of {year} is missing. Until it is set, the bands are made from {latest}.",
            year=str(year),
            latest=str(latest),
        ),
        separator="\n\n",
    )
    return Reply(text, rows=column(Button(_("✏️ Set a year"), "m:wagenew", style=Style.PRIMARY), ALUMNI_DESK))
