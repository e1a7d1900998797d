"""Naming: whose figure it is, in words."""

from conversations.context import Context
from locales.text import Text, _, lines, verbatim
from records import cohorts, programmes
from records.indicators import UNKNOWN, By, Cut
from records.people import Sex

SEXES = {Sex.FEMALE.value: _("women"), Sex.MALE.value: _("men"), UNKNOWN: _("sex not known")}
EVERYBODY = _("all cohorts")


def exists(context: Context, cut: Cut) -> bool:
    """Whether there is what a cut names: a button may be forged or old."""
    session, places = context.session, [one.code for one in context.house.profile.kecamatan]
    return (
        (cut.cohort_id is None or cohorts.by_id(session, cut.cohort_id) is not None)
        and (cut.programme_id is None or programmes.by_id(session, cut.programme_id) is not None)
        and (cut.sex is None or cut.sex in SEXES)
        and (cut.kecamatan is None or cut.kecamatan in (*places, UNKNOWN))
    )


def of_cut(context: Context, cut: Cut) -> Text:
    """A cut in words, what it leaves open left out."""
    session = context.session
    cohort = None if cut.cohort_id is None else cohorts.by_id(session, cut.cohort_id)
    programme = None if cut.programme_id is None else programmes.by_id(session, cut.programme_id)
    parts = [
        None if cohort is None else verbatim(cohort.name),
        None if cut.year is None else _("year {year}", year=str(cut.year)),
        None if programme is None else verbatim(programme.name),
        None if cut.sex is None else SEXES[cut.sex],
        None if cut.kecamatan is None else place(context, cut.kecamatan),
    ]
    told = [part for part in parts if part is not None]
    return lines(*told, separator=", ") if told else EVERYBODY


def place(context: Context, code: str) -> Text:
    """A kecamatan by its code; whoever has none here lives elsewhere."""
    for one in context.house.profile.kecamatan:
        if one.code == code:
            return verbatim(one.name)
    return _("outside the city")


def key(context: Context, by: By, key: str, name: str) -> Text:
    """What a row of a table is called."""
    match by:
        case By.SEX:
            return SEXES.get(key, SEXES[UNKNOWN])
        case By.KECAMATAN:
            return place(context, key)
        case By.WAVE:
            return _("Month {wave}", wave=int(key))
        case _:
            return verbatim(name)
