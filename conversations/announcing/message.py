"""The message of an announcement, as one of its recipients sees it. What many messages share is made once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conversations.announcing.answering.answering import NO_DELIVERY, answer_rows
from conversations.announcing.writing import fields, lengths, markup
from conversations.announcing.writing.fields import Field
from conversations.notice import Skip
from conversations.people.addressing import called_by
from conversations.reply import Attached, Button, Kind, Reply, Rows, column
from locales.text import Text, _, verbatim
from records import contents, field_values
from records.campaigns import Campaign
from records.contents import Contents, Place
from records.field_values import FieldValues, Scope
from records.session import Session

PLACE_SCREEN = "annplace"
MAP = "https://maps.google.com/?q="
# Whoever has no record with us, as who only asked to be told of job openings.
NOBODY = FieldValues("Bapak/Ibu")


@dataclass(frozen=True, slots=True)
class Issue:
    """An announcement as it is loaded once for all that get it, the fields that its words use, in their order, and the
    day that it is about.
    """

    campaign: Campaign
    words: str
    contents: Contents
    used: tuple[Field, ...]
    day: date | None

    @property
    def needs_training(self) -> bool:
        """Whether classes and numbers must be looked up."""
        return Field.CLASS in self.used or Field.NUMBER in self.used


def issue_of(campaign: Campaign, day: date | None = None) -> Issue | None:
    """None where nothing is written. `day`: of one that is about another each time."""
    if campaign.words is None:
        return None
    used = fields.used(campaign.words) if campaign.formatted else frozenset[Field]()
    in_order = tuple(field for field in Field if field in used)
    return Issue(campaign, campaign.words, contents.read(campaign), in_order, day or campaign.date_meant)


def values_for(session: Session, issue: Issue, person_ids: Sequence[int]) -> Mapping[int, FieldValues]:
    """What the recipients have for its fields, in a few statements for hundreds; nothing where it uses none."""
    if issue.used in ((), (Field.DATE,)):
        return {}
    scope = Scope.of(issue.campaign.people)
    return field_values.values_of(session, person_ids, scope, training=issue.needs_training)


def reply_for(issue: Issue, person: FieldValues | None = None, delivery_id: int = NO_DELIVERY) -> Reply | Skip:
    """What one recipient gets, or why she gets nothing. `delivery_id` is that of the message, for what she taps
    below it.
    """
    values: dict[Field, str | date] = {}
    for field in issue.used:
        value = _value(field, issue, person or NOBODY)
        if value is None:
            return Skip(f"no {{{field}}}")
        values[field] = value
    text = fields.fill(issue.words, values) if issue.campaign.formatted else verbatim(issue.words)
    return Reply(
        head(text),
        rows=_buttons(issue.campaign, issue.contents, delivery_id, None),
        attachment=attached(issue.contents),
    )


def head(words: Text) -> Text:
    """The words under the line that says what they are."""
    return _("📢 <b>Announcement</b>\n\n{words}", words=words)


def shown(campaign: Campaign, limit: int = 4096) -> Text:
    """The words among staff, their fields as they stand there; of long ones the beginning."""
    words = campaign.words or ""
    if campaign.formatted:
        return fields.unfilled(markup.shortened(words, limit))
    return verbatim(lengths.cut(words, limit))


def _value(field: Field, issue: Issue, person: FieldValues) -> str | date | None:
    match field:
        case Field.NAME:
            return called_by(person.name, person.form_of_address)
        case Field.CLASS:
            return person.class_name
        case Field.NUMBER:
            return person.number
        case Field.DATE:
            return issue.day


def attached(found: Contents) -> Attached | None:
    return None if found.file is None else Attached(Kind(found.file.kind), found.file.file_id)


def buttons(campaign: Campaign, delivery_id: int, chosen: str | None = None) -> Rows:
    """What stands under the message of one delivery, her choice marked."""
    return _buttons(campaign, contents.read(campaign), delivery_id, chosen)


def _buttons(campaign: Campaign, found: Contents, delivery_id: int, chosen: str | None) -> Rows:
    """What she may answer, then the place and the links, each on a line of its own."""
    place = None if found.place is None else _place_button(campaign, delivery_id, found.place)
    links = (Button(verbatim(link.label), url=link.url) for link in found.links)
    return (*answer_rows(campaign, delivery_id, chosen), *column(place, *links))


def _place_button(campaign: Campaign, delivery_id: int, place: Place) -> Button:
    """The bot shows the place; where nobody is heard, as in a group, the link to a map is left."""
    at = f"{MAP}{place.latitude:.6f},{place.longitude:.6f}"
    return Button(_("📍 Where it is"), f"m:{PLACE_SCREEN}:{campaign.id}.{delivery_id}", url=at)
