"""Results: the alumni figure of a cohort, in words and as a chart."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Background, Button, Reply, column
from conversations.screen import Outcome, Screen, number
from conversations.screens.reports import report_buttons
from locales.text import Percent, Text, _
from records import cohorts, figures
from records.figures import Figure, Report
from records.indicators import Cut
from records.permissions import Permission


def choose(context: Context, _argument: str) -> Reply:
    """Which cohort: those that have graduates."""
    buttons = [
        Button(_("{cohort} · {count} graduates", cohort=c.name, count=graduates), f"m:figure:{c.id}")
        for c in cohorts.all_of_them(context.session)[:30]
        if (graduates := figures.graduates(context.session, c.id))
    ]
    if not buttons:
        return Reply(_("Nobody has graduated yet, so there is no figure."), rows=column(STAFF_MENU))
    return Reply(_("The figure of which cohort?"), rows=column(*buttons, STAFF_MENU))


def _chosen(context: Context, argument: str) -> tuple[int, int] | None:
    """`cohort.wave`, if there is such a cohort and such a wave; without a wave the one to open with."""
    left, dot, right = argument.partition(".")
    cohort_id, rules = number(left), context.house.profile.followup
    if cohort_id is None or cohorts.by_id(context.session, cohort_id) is None:
        return None
    if not dot:
        return cohort_id, figures.newest_wave(context.session, cohort_id, rules.waves, rules.headline_wave)
    wave = number(right)
    return None if wave is None or wave not in rules.waves else (cohort_id, wave)


def figure(context: Context, argument: str) -> Outcome:
    chosen = _chosen(context, argument)
    if chosen is None:
        return None
    cohort_id, wave = chosen
    report = figures.of_cohort(context.session, cohort_id, wave, context.now)
    waves = tuple(
        Button(_("• Month {wave}", wave=w) if w == wave else _("Month {wave}", wave=w), f"m:figure:{cohort_id}.{w}")
        for w in context.house.profile.followup.waves
    )
    pairs = tuple(waves[at : at + 2] for at in range(0, len(waves), 2))
    files = report_buttons(Cut(cohort_id=cohort_id), wave)
    rows = (*pairs, (Button(_("📊 As a chart"), f"m:chart:{cohort_id}.{wave}"),), *files, (STAFF_MENU,))
    return Reply(in_words(report), rows=rows)


def in_words(report: Report) -> Text:
    """The sentence to quote, or why there is none, and the numbers behind it."""
    total = report.total
    return _(
        "<b>{cohort}</b>, month {wave} after the training\n\n{headline}\n\n"
        "Graduates (N): {graduates}\nReached (T): {reached}\nAnswered (R): {answered}\nWorking (E): {working}\n"
        "Main activity is work: {main}\n\nAs of {when}.",
        cohort=report.cohort,
        wave=report.wave,
        headline=headline(total),
        graduates=total.graduates,
        reached=total.reached,
        answered=total.answered,
        working=total.working,
        main=total.main_activity_work,
        when=report.as_of,
    )


def headline(total: Figure) -> Text:
    """No percentage below half of the graduates answering."""
    if total.share is None or total.lower is None or total.upper is None or total.response is None:
        return _("Nobody has answered yet: there is no figure to quote.")
    if not total.is_headline:
        return _(
            "No percentage to quote: only {response} answered. Working are between {lower} and {upper} of all "
            "graduates.",
            response=Percent(total.response),
            lower=Percent(total.lower),
            upper=Percent(total.upper),
        )
    return _(
        "<b>{share} of those who answered work</b> ({working} of {answered}); "
        "of all {graduates} graduates it is between {lower} and {upper}.",
        share=Percent(total.share),
        working=total.working,
        answered=total.answered,
        graduates=total.graduates,
        lower=Percent(total.lower),
        upper=Percent(total.upper),
    )


def short_headline(total: Figure) -> Text:
    """The percentage as it stands big on a chart, or that there is none."""
    if not total.is_headline or total.share is None:
        return _("No percentage to quote")
    return _("{share} work", share=Percent(total.share))


def bounds(total: Figure) -> Text:
    """What is certain of all graduates."""
    if total.lower is None or total.upper is None:
        return _("Nobody has graduated yet.")
    if not total.is_headline:
        return _(
            "fewer than half answered; of all {graduates} graduates between {lower} and {upper} work",
            graduates=total.graduates,
            lower=Percent(total.lower),
            upper=Percent(total.upper),
        )
    return _(
        "of those who answered; of all {graduates} graduates between {lower} and {upper}",
        graduates=total.graduates,
        lower=Percent(total.lower),
        upper=Percent(total.upper),
    )


def chart(context: Context, argument: str) -> Outcome:
    """The chart is drawn by another process and follows as a picture."""
    chosen = _chosen(context, argument)
    if chosen is None:
        return None
    wanted = Background("chart", f"{chosen[0]}.{chosen[1]}")
    return Reply(_("📊 Drawing the chart, a moment please."), rows=column(STAFF_MENU), background=wanted)


SCREENS = (
    Screen("figures", choose, Permission.FIGURES),
    Screen("figure", figure, Permission.FIGURES),
    Screen("chart", chart, Permission.FIGURES),
)
