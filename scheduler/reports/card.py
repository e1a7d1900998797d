"""The public card: what everybody may see of a cut, in words. Small cells are withheld, and below half of the graduates
answering there is no percentage.
"""

from locales.text import Percent, Text, _
from records.indicators import published
from records.indicators.figure import Figure
from scheduler.pictures import values
from scheduler.pictures.values import Frame, Share
from scheduler.reports.frames import Voice, at_wave
from scheduler.reports.gathering import Gathered

MOST_SHARES = 8


def card(voice: Voice, found: Gathered) -> values.Card:
    say, public = voice.say, published(found.table)
    total = public.total
    told = total is not None and total.is_headline
    figures = [(row.name, row.figure) for row in public.rows if row.figure is not None]
    shares = [_share(voice, name, figure) for name, figure in figures if told and figure.is_headline]
    shares.sort(key=lambda share: (-share.share, share.name))
    return values.Card(
        frame=_frame(voice, found),
        centre=voice.centre.name,
        headline=say(headline(total)),
        sentence=say(sentence(found.figure, total)),
        share=total.share if told and total is not None else None,
        lower=None if total is None else total.lower,
        upper=None if total is None else total.upper,
        bounds="" if total is None else say(certain(total)),
        steps=_steps(voice, total),
        shares_title=say(_("By trade, of those who answered")),
        shares=tuple(shares[:MOST_SHARES]),
        withheld=say(_withheld(len(public.rows) - len(shares), len(shares))) if told else "",
    )


def _frame(voice: Voice, found: Gathered) -> Frame:
    say = voice.say
    footer = _(
        "As of {when}. To work means, after BPS: at least one hour in the last seven days, one's own business "
        "included.",
        when=found.wanted.day,
    )
    return Frame(say(_("Do the graduates of the BLK work?")), say(at_wave(found, voice.centre)), say(footer))


def headline(total: Figure | None) -> Text:
    """The percentage, or that there is none."""
    if total is None or not total.is_headline or total.share is None:
        return _("No percentage yet")
    return _("{share}", share=Percent(total.share))


def sentence(figure: Figure, total: Figure | None) -> Text:
    if total is None:
        return _("Too few have answered to tell anything without pointing at somebody.")
    if not total.is_headline:
        return _(
            "Only {response} have answered. A percentage is told once at least half of the graduates have.",
            response=Percent(figure.response or 0),
        )
    return _("of those who answered work or run a business")


def certain(total: Figure) -> Text:
    return _(
        "Of all {graduates} graduates it is between {lower} and {upper}: those who are silent may work or not.",
        graduates=total.graduates,
        lower=Percent(total.lower or 0),
        upper=Percent(total.upper or 0),
    )


def _steps(voice: Voice, total: Figure | None) -> tuple[tuple[str, str], ...]:
    if total is None:
        return ()
    counted = (
        (total.graduates, _("graduates")),
        (total.reached, _("reached")),
        (total.answered, _("answered")),
        (total.working, _("work")),
    )
    return tuple((voice.say(_("{number}", number=count)), voice.say(words)) for count, words in counted)


def _share(voice: Voice, name: str, figure: Figure) -> Share:
    share = figure.share or 0.0
    return Share(name, share, voice.say(_("{share}", share=Percent(share))))


def _withheld(count: int, shown: int) -> Text:
    if not shown:
        return _("Trades are not shown one by one: too few answered in each.")
    if not count:
        return _("Only trades in which enough people answered are shown.")
    return _("{count} trades are not shown: too few answered.", count=count)


def caption(voice: Voice, found: Gathered) -> Text:
    """The text beneath the card in the channel."""
    total = published(found.table).total
    if total is None or not total.is_headline:
        return sentence(found.figure, total)
    return _(
        "<b>{share} of the graduates who answered work or run a business</b> ({group}).\n{certain}\n"
        "{graduates} graduates, {reached} reached, {answered} answered, {working} work. As of {when}.",
        share=Percent(total.share or 0),
        group=at_wave(found, voice.centre),
        certain=certain(total),
        graduates=total.graduates,
        reached=total.reached,
        answered=total.answered,
        working=total.working,
        when=found.wanted.day,
    )
