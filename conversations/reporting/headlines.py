"""Headlines: what stands big beside a picture of the figure."""

from locales.text import Percent, Text, _
from records.figures import Figure


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
