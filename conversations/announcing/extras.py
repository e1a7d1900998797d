"""Extras: what goes with the words of a draft, told in a line each on its page."""

from conversations.announcing.writing.lengths import cut
from conversations.reply import Kind
from locales.text import Text, _, lines
from records import contents
from records.campaigns import Campaign
from records.contents import Link, Place, SentFile

# Of a name or an address that has no end.
LETTERS = 60


def told(campaign: Campaign) -> Text | None:
    """None where there are only words."""
    found = contents.read(campaign)
    said = (
        None if found.file is None else _file(found.file),
        None if found.place is None else _place(found.place),
        *(_link(link) for link in found.links),
    )
    return lines(*said) if any(said) else None


def _file(file: SentFile) -> Text:
    if file.kind == Kind.PHOTO.value:
        return _("📎 With a photo")
    return _("📎 With the file {name}", name=cut(file.name, LETTERS)) if file.name else _("📎 With a file")


def _place(place: Place) -> Text:
    return _("📍 {title}, {address}", title=place.title, address=place.address)


def _link(link: Link) -> Text:
    return _("🔗 {label}: {url}", label=link.label, url=cut(link.url, LETTERS))
