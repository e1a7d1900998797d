"""The questionnaire's answers in words, by their codes in the records."""

from collections.abc import Mapping

from locales.text import Text, _, verbatim
from records.labour import Activity
from records.questionnaire import Away, Need, Sector, Seeking, Since

ACTIVITY: dict[Activity, Text] = {
    Activity.EMPLOYED: _("Work for pay"),
    Activity.OWN_BUSINESS: _("Own business or selling"),
    Activity.FAMILY_BUSINESS: _("Helping in the family's business"),
    Activity.OJT: _("OJT or internship"),
    Activity.SEEKING: _("Looking for work or preparing a business"),
    Activity.SCHOOL: _("School"),
    Activity.HOUSEKEEPING: _("Looking after the household"),
    Activity.OTHER: _("Something else"),
}
PERMANENCE: dict[str, Text] = {
    "4": _("Yes, permanent"),
    "5": _("Daily or piece work on a farm"),
    "6": _("Daily, piece or home work elsewhere"),
}
WORKERS: dict[str, Text] = {
    "1": _("No"),
    "2": _("Yes, casual or unpaid"),
    "3": _("Yes, permanent and paid"),
}
SINCE: dict[Since, Text] = {
    Since.BEFORE: _("Since before the training"),
    Since.DURING: _("During the training"),
    Since.FIRST: _("Within a month after it"),
    Since.THIRD: _("2-3 months after it"),
    Since.SIXTH: _("4-6 months after it"),
    Since.TWELFTH: _("7-12 months after it"),
}
RELEVANCE: dict[str, Text] = {
    "4": _("Very well"),
    "3": _("Quite well"),
    "2": _("A little"),
    "1": _("Not at all"),
}
SECTOR: dict[Sector, Text] = {
    Sector.TEXTILE: _("Batik, textiles, garments"),
    Sector.FOOD: _("Food and drinks"),
    Sector.INDUSTRY: _("Other industry"),
    Sector.TRADE: _("Trade, shop"),
    Sector.WORKSHOP: _("Vehicle workshop"),
    Sector.HOSPITALITY: _("Food stall, hotel"),
    Sector.CONSTRUCTION: _("Building, electric, welding"),
    Sector.TRANSPORT: _("Driver, courier"),
    Sector.DIGITAL: _("IT, design"),
    Sector.SERVICES: _("Beauty, services"),
    Sector.FARMING: _("Fishing, farming"),
    Sector.PUBLIC: _("Office, school, health"),
    Sector.OTHER: _("Something else"),
}
AWAY: dict[Away, Text] = {
    Away.ELSEWHERE: _("Elsewhere in Indonesia"),
    Away.ABROAD: _("Abroad"),
}
SEEKING: dict[Seeking, Text] = {
    Seeking.SEEKING: _("Yes, looking for work"),
    Seeking.PREPARING: _("Yes, preparing a business"),
    Seeking.ACCEPTED: _("Accepted, not begun yet"),
    Seeking.IMPOSSIBLE: _("I would, but there is no work to be found"),
    Seeking.NOT: _("No, I do not want to at present"),
}
NEED: dict[Need, Text] = {
    Need.VACANCY: _("Vacancies"),
    Need.CAPITAL: _("Capital for a business"),
    Need.PERMITS: _("NIB, P-IRT or halal"),
    Need.MARKETING: _("Marketing"),
    Need.TEST: _("The competency test again"),
    Need.TRAINING: _("Another training"),
    Need.NONE: _("No, thank you"),
}


def work_places(places: Mapping[str, str]) -> dict[str, Text]:
    """Where work can be: the profile's places (by code, in their own words), and elsewhere."""
    return {
        **{code: verbatim(name) for code, name in places.items()},
        **{code.value: label for code, label in AWAY.items()},
    }
