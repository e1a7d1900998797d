"""The words of the report for the head of the department."""

from conversations.reporting.headlines import headline
from conversations.reporting.pages import before_training
from locales.text import Percent, Text, _
from records.acts import Acts
from records.indicators import SMALL_CELL, Row
from records.indicators.figure import Figure
from scheduler.reports import pictures
from scheduler.reports.frames import Voice, at_wave
from scheduler.reports.gathering import Gathered
from scheduler.reports.leaflet import Definition, Grid, Leaflet


def leaflet(voice: Voice, found: Gathered, number: str) -> Leaflet:
    """`number` is the report's own, as it stands on it."""
    say, figure = voice.say, found.figure
    told = figure.is_headline
    return Leaflet(
        centre=voice.centre.name,
        title=say(_("Report on the graduates")),
        subtitle=say(at_wave(found, voice.centre)),
        number=say(_("Number {number} · as of {when}", number=number, when=found.wanted.day)),
        headline=_without_marks(say(headline(figure))),
        steps=_steps(voice, figure),
        share=figure.share if told else None,
        lower=figure.lower,
        upper=figure.upper,
        certain=say(_certain(figure)),
        definitions_title=say(_("Two ways to count")),
        definitions=_definitions(voice, figure),
        before=say(before_training(figure)),
        states_title=say(_("What all graduates do, month by month")),
        states=tuple((state, say(name)) for state, name in pictures.NAMES.items()),
        columns=pictures.columns(voice, found),
        no_states=say(_("There is a flow once two months have been asked.")),
        trades=_trades(voice, found),
        response=_response(voice, found),
        waiting_title=say(_("How long until the first job?")),
        waiting=say(_waiting(found)),
        officers_title=say(_("What officers did")),
        officers=tuple(say(line) for line in _officers(found.acts)),
        method_title=say(_("How this was counted")),
        method=tuple(say(sentence) for sentence in METHOD),
        foot=say(_("{centre} · report on the graduates {number}", centre=voice.centre.name, number=number)),
        made_at=found.wanted.as_of,
    )


METHOD: tuple[Text, ...] = (
    _("Every graduate is asked, not a sample, in the months after her training; those who have died are not counted."),
    _("To work means, after BPS: at least one hour in the last seven days for income, one's own business included."),
    _("Whoever is silent counts neither as working nor as without work: hence a lower and an upper bound."),
    _("Below half of the graduates answering no percentage is told, and none of fewer than five answers."),
)


def _without_marks(words: str) -> str:
    """The sentence as paper has it."""
    return words.replace("<b>", "").replace("</b>", "")


def _steps(voice: Voice, figure: Figure) -> tuple[tuple[int, str], ...]:
    counted = (
        (figure.graduates, _("graduates (N)")),
        (figure.reached, _("reached (T): the question arrived")),
        (figure.answered, _("answered (R)")),
        (figure.working, _("work (E)")),
    )
    return tuple((count, voice.say(words)) for count, words in counted)


def _certain(figure: Figure) -> Text:
    if figure.lower is None or figure.upper is None:
        return _("Nobody has graduated yet.")
    return _(
        "What is certain: between {lower} (nobody who is silent works) and {upper} (everybody who is silent works) of "
        "all graduates.",
        lower=Percent(figure.lower),
        upper=Percent(figure.upper),
    )


def _definitions(voice: Voice, figure: Figure) -> tuple[Definition, ...]:
    say = voice.say
    hour = _(
        "at least one hour in the last seven days, or away from a job for a while: {working} of {answered} who "
        "answered",
        working=figure.working,
        answered=figure.answered,
    )
    main = _(
        "work or a business was what she mainly did in the last seven days: {working} of {answered} who answered",
        working=figure.main_activity_work,
        answered=figure.answered,
    )
    return (
        Definition(say(_("Working, after BPS")), _share(voice, figure, figure.share), say(hour)),
        Definition(say(_("Work as the main activity")), _share(voice, figure, figure.main_share), say(main)),
    )


def _share(voice: Voice, figure: Figure, share: float | None) -> str:
    return "–" if share is None or not figure.is_headline else voice.say(_("{share}", share=Percent(share)))


def _trades(voice: Voice, found: Gathered) -> Grid:
    heads = (_("Trade"), _("Graduates N"), _("Answered R"), _("Working E"), _("E/R"), _("What is certain"))
    return Grid(
        title=voice.say(_("By trade")),
        heads=tuple(voice.say(head) for head in heads),
        rows=tuple(_trade(voice, row) for row in found.table.rows),
        note=voice.say(_("With fewer than {count} answers there is no percentage.", count=SMALL_CELL)),
    )


def _trade(voice: Voice, row: Row) -> tuple[str, ...]:
    """Its percentage where five or more answered, as on the chart."""
    figure = row.indicators.figure
    counts = (str(figure.graduates), str(figure.answered), str(figure.working))
    if figure.answered < SMALL_CELL or figure.share is None or figure.lower is None or figure.upper is None:
        return (row.name, *counts, "–", "–")
    bounds = _("{lower} to {upper}", lower=Percent(figure.lower), upper=Percent(figure.upper))
    return (row.name, *counts, voice.say(_("{share}", share=Percent(figure.share))), voice.say(bounds))


def _response(voice: Voice, found: Gathered) -> Grid:
    heads = (_("Wave"), _("Graduates N"), _("Reached T"), _("Answered R"), _("R/N"), _("R/T"))
    return Grid(
        title=voice.say(_("Response by month")),
        heads=tuple(voice.say(head) for head in heads),
        rows=tuple(_wave(voice, row) for row in found.waves),
    )


def _wave(voice: Voice, row: Row) -> tuple[str, ...]:
    figure, say = row.indicators.figure, voice.say
    name = say(pictures.wave_name(row.indicators.wave))
    if not figure.reached:
        return (f"{name}: {say(_('not asked yet'))}", str(figure.graduates), "0", "0", "–", "–")
    shares = (Percent(figure.response or 0), Percent(figure.net_response or 0))
    counts = (str(figure.graduates), str(figure.reached), str(figure.answered))
    return (name, *counts, *(say(_("{share}", share=share)) for share in shares))


def _waiting(found: Gathered) -> Text:
    lived = found.table.total.curve
    if not lived.observed:
        return _("Nobody has told yet when work began.")
    return _(
        "{median}. Known of {observed} people, of whom {began} have begun; {before} who worked before the training "
        "already are not counted.",
        median=pictures.median(found),
        observed=lived.observed,
        began=lived.began,
        before=lived.before,
    )


def _officers(acts: Acts) -> tuple[Text, ...]:
    told = _(
        "{themselves} people answered by themselves, {calls} on the phone to an officer.",
        themselves=acts.by_themselves,
        calls=acts.by_call,
    )
    calls = _("{calls} calls were made, to {called} people.", calls=acts.calls, called=acts.called)
    wishes = _("{wishes} requests for help came in, {granted} are closed.", wishes=acts.wishes, granted=acts.granted)
    employers = _("Of {count} an employer told.", count=acts.by_employers)
    return (told, calls, wishes, *((employers,) if acts.by_employers else ()))
