"""Somebody among the recipients is looked for, to be left out: by a part of her name, or by a number of hers."""

from dataclasses import dataclass

from conversations import readers
from conversations.announcing import drafting
from conversations.announcing.audience import audience_people
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.people import search
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import announcing
from records.audiences import Audience, recipients
from records.audiences.recipients import Recipient
from records.campaigns import Campaign
from records.permissions import Permission

# Names lie sealed: among more people than that a turn would take too long to open them.
NAMES = 2000


@dataclass(frozen=True, slots=True)
class Facts:
    """Whether there are few enough to be found by name."""

    by_name: bool


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    everybody = audience_people.everybody(campaign.people)
    return Facts(recipients.count(context.session, everybody).people <= NAMES)


def _prompt(_answers: Answers, facts: Facts) -> Text:
    if facts.by_name:
        return _("Whom to leave out? Write a part of the name, the registration number, the NIK or the phone number.")
    return _("Whom to leave out? Write the registration number, the NIK or the phone number.")


def conclude(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """One who is found is left out at once, of several one is chosen by a tap."""
    officer = officer_with(context, Permission.ANNOUNCE)
    campaign = drafting.draft_of(context, matter)
    if officer is None or isinstance(campaign, Text):
        return Conclusion(drafting.left(context, matter, facts))
    note(context, officer, "people.searched", f"campaign:{campaign.id}")
    found = _found(context, campaign.people, answers["words"], facts)
    if len(found) == 1 and found[0].person_id is not None:
        return Conclusion(_left_out(context, campaign, found[0], found[0].person_id))
    if not found:
        said = _("Nobody among the recipients was found for “{words}”.", words=answers["words"])
        return Conclusion(audience_people.page(context, campaign, 0).with_note(said))
    return Conclusion(audience_people.some(campaign, found))


def _found(context: Context, audience: Audience, words: str, facts: Facts) -> list[Recipient]:
    everybody, session = audience_people.everybody(audience), context.session
    numbered = [
        Recipient(one.person_id, one.name)
        for one in search.exact(context, words)
        if recipients.includes(session, everybody, one.person_id)
    ]
    if numbered or not facts.by_name:
        return numbered
    part = words.casefold()
    return [one for one in recipients.page(session, everybody, NAMES, 0) if part in (one.name or "").casefold()]


def _left_out(context: Context, campaign: Campaign, one: Recipient, person_id: int) -> Reply:
    audience = campaign.people.leaving_out(person_id)
    if not announcing.change(context.session, campaign.id, audience=audience.to_json()):
        return drafting.begun(campaign.id)
    said = _("🚫 {name} is left out.", name=one.name or "")
    return audience_people.page(context, campaign, 0).with_note(said)


SCRIPT = Script(
    name="audience_person",
    version=1,
    title=lambda _facts: _("Leave somebody out"),
    asks=(
        Ask(
            key="words",
            prompt=_prompt,
            reader=lambda typed, _a, _f: readers.words(typed, limit=80, least=2),
            sensitive=True,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    forgets=True,
    stopped=drafting.left,
)
