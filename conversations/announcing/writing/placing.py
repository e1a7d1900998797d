"""An officer says where it is that an announcement speaks of: its recipients get a button that shows the place."""

from dataclasses import dataclass

from conversations import points, readers
from conversations.announcing import drafting
from conversations.context import Context
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _, verbatim
from records import contents
from records.contents import Place

CENTRE, NONE = "centre", "none"
TITLE_LETTERS, ADDRESS_LETTERS = 60, 120


@dataclass(frozen=True, slots=True)
class Facts:
    """The centre's own place, and what the draft has."""

    campaign_id: int
    centre: Place
    has_place: bool = False


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    profile = context.house.profile
    centre = Place(profile.latitude, profile.longitude, profile.name, profile.address)
    return Facts(campaign.id, centre, contents.read(campaign).place is not None)


def _choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    centre = Choice(CENTRE, _("🏫 {centre}", centre=facts.centre.title))
    return (centre, Choice(NONE, _("🗑 Without a place"))) if facts.has_place else (centre,)


def _is_elsewhere(answers: Answers, _facts: Facts) -> bool:
    return answers.get("where") not in (None, CENTRE, NONE)


def _point(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    return points.point(typed)


def _place(answers: Answers, facts: Facts) -> Place | None:
    if answers["where"] == NONE:
        return None
    if answers["where"] == CENTRE:
        return facts.centre
    return Place(*points.degrees(answers["where"]), answers["title"], answers["address"])


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    changed = contents.place(context.session, facts.campaign_id, _place(answers, facts))
    return drafting.kept(context, facts.campaign_id, changed=changed)


SCRIPT = Script(
    name="announcement_place",
    version=1,
    title=lambda _facts: _("Place of an announcement"),
    asks=(
        Ask(
            key="where",
            prompt=lambda _a, _f: _(
                "<b>Where</b> is it? Send the location (📎, then “Location”), paste the link of the place from Google "
                "Maps, or choose. Under the announcement stands a button that shows it."
            ),
            reader=_point,
            pointed=True,
            choices=_choices,
            shown=lambda value, _a, _f: verbatim(value),
        ),
        Ask(
            key="title",
            prompt=lambda _a, _f: _("What is the place <b>called</b>? For example: Gedung Serbaguna Kuripan"),
            reader=lambda typed, _a, _f: readers.words(typed, limit=TITLE_LETTERS, least=2),
            when=_is_elsewhere,
        ),
        Ask(
            key="address",
            prompt=lambda _a, _f: _("And its <b>address</b>?"),
            reader=lambda typed, _a, _f: readers.words(typed, limit=ADDRESS_LETTERS, least=4),
            when=_is_elsewhere,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
