"""Pages of a report: the figure with its denominators, and the other indicators."""

from conversations.context import Context
from conversations.reporting import naming
from conversations.reporting.quote import quote, shortage
from locales.text import Percent, Text, _, lines, verbatim
from records import call_listings
from records.indicators import Cut, Figure, Indicators, Median, Share, conditions

NOT_KNOWN = _("not known yet")


def first(context: Context, cut: Cut, found: Indicators) -> Text:
    """The sentence to quote, and the numbers behind it."""
    return lines(
        verbatim(sentence(context, cut, found)),
        _shortage(context, cut, found),
        _counts(found),
        None if found.figure.withheld is not None else _side_by_side(found),
        _("As of {when}.", when=found.as_of),
        separator="\n\n",
    )


def _shortage(context: Context, cut: Cut, found: Indicators) -> Text | None:
    if found.figure.withheld is None:
        return None
    return shortage(found.figure, call_listings.silent(context.session, conditions.of_cut(cut), found.wave))


def sentence(context: Context, cut: Cut, found: Indicators) -> str:
    """In this chat's language, as of today."""
    return quote(context.plain, found.figure, naming.of_cut(context, cut), found.wave, context.today)


def _counts(found: Indicators) -> Text:
    figure = found.figure
    return _(
        "Graduates (N): {graduates}\nReached (T): {reached}\nAnswered (R): {answered}\nWorking (E): {working}\n"
        "Response: {gross} of N, {net} of T",
        graduates=figure.graduates,
        reached=figure.reached,
        answered=figure.answered,
        working=figure.working,
        gross=_percent(figure.response),
        net=_percent(figure.net_response),
    )


def _side_by_side(found: Indicators) -> Text:
    """Two ways to count work, how many worked anyway, and what the answers would say had all trades answered alike."""
    figure, weighted = found.figure, found.weighted
    return lines(
        _(
            "<b>Worked an hour in 7 days (BPS): {hour}</b>\nMain activity is work: {main}",
            hour=_percent(figure.share),
            main=_percent(figure.main_share),
        ),
        before_training(figure),
        _(
            "Weighted by trade and sex: {weighted} ({strata} groups)",
            weighted=_percent(weighted.share),
            strata=weighted.strata,
        ),
    )


def before_training(figure: Figure) -> Text:
    """How many of those working did so before the training, where anybody told it."""
    if not figure.before_known:
        return _("Whether they worked before the training is not known of any of them.")
    return _(
        "Of {known} who work now and told it, {before} worked before the training already.",
        known=figure.before_known,
        before=figure.worked_before,
    )


def second(context: Context, cut: Cut, found: Indicators) -> Text:
    """The other indicators, each with what it is a share of."""
    head = _("<b>{who}</b>, month {wave} after the training", who=naming.of_cut(context, cut), wave=found.wave)
    told = (
        _("Self-employed, of those who answered: {share}", share=share(found.self_employed_of_answered)),
        _("Self-employed, of those working: {share}", share=share(found.self_employed_of_working)),
        _("Unemployed, of the labour force: {share}", share=share(found.unemployment)),
        _("In OJT, not counted as working: {count}", count=found.tally.ojt),
        _("Work fits the training: {share}", share=share(found.relevance)),
        _("Employees at or above the minimum wage: {share}", share=share(found.wage)),
        _("Working at month 6 and still at 12: {share}", share=share(found.retention)),
        _("Competent, of those who sat the test: {share}", share=share(found.competent)),
        _("Half had their first job after: {months}", months=months(found.curve.median)),
    )
    apart = _(
        "First job: {observed} people; {before} who worked before the training are left out.",
        observed=found.curve.observed,
        before=found.curve.before,
    )
    return lines(head, lines(*told), apart, separator="\n\n")


def share(told: Share) -> Text:
    """A share with its numbers."""
    if told.value is None:
        return NOT_KNOWN
    return _("{percent} ({part} of {whole})", percent=Percent(told.value), part=told.part, whole=told.whole)


def months(median: Median) -> Text:
    """The range in which half had a job."""
    if median.after is None or median.until is None:
        return _("fewer than half have one so far")
    if median.until == 0:
        return _("they had it when the training ended")
    return _("more than {after} and at most {until} months", after=int(median.after), until=int(median.until))


def _percent(value: float | None) -> Text:
    return NOT_KNOWN if value is None else _("{percent}", percent=Percent(value))
