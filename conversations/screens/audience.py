"""Who gets an announcement: groups by taps, exceptions, saved audiences. Each tap is kept with the draft at once."""

from conversations.announcing.audience import audience_page, audience_people, audience_saved, group_page
from conversations.announcing.audience.group_address import draft, read, read_choice
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.screen import Outcome, Screen, begins, number
from conversations.screens.announcing import begins_part
from locales.text import _
from records import announcing
from records.audiences import Audience, Group, saved
from records.campaigns import Campaign
from records.permissions import Permission


def _three(argument: str) -> tuple[str, str, str]:
    """What stands between its first two dots; what is missing is empty."""
    first, second, third = [*argument.split(".", 2), "", ""][:3]
    return first, second, third


def _draft(context: Context, argument: str) -> Campaign | None:
    chosen = number(argument)
    return None if chosen is None else draft(context, chosen)


def _keep(context: Context, campaign: Campaign, audience: Audience) -> bool:
    """False: another officer has confirmed it meanwhile."""
    return announcing.change(context.session, campaign.id, audience=audience.to_json())


def new(context: Context, _argument: str) -> Outcome:
    """A draft for nobody yet."""
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None:
        return None
    return audience_page.page(context, announcing.draft(context.session, Audience(), officer.id, context.now))


def audience(context: Context, argument: str) -> Outcome:
    """`draft` or `draft.turn`: the page, with other names at each turn."""
    first, _dot, turn = argument.partition(".")
    campaign, at = _draft(context, first), number(turn or "0")
    return None if campaign is None or at is None else audience_page.page(context, campaign, at)


def group(context: Context, argument: str) -> Outcome:
    found = read(context, argument)
    return None if found is None or found[2] else group_page.page(context, *found[:2])


def group_of(context: Context, argument: str) -> Outcome:
    """A page of a trait's values; with a value at its end that is taken or given up first."""
    found = read(context, argument)
    if found is None:
        return None
    campaign, address, rest = found
    chosen = address.group(campaign.people)
    choice = read_choice(context, chosen, rest)
    if choice is None:
        return None
    if choice.value is not None and (choice.value in chosen.of(choice.trait)) is not choice.wanted:
        changed = chosen.toggled(choice.trait, choice.value)
        placed = campaign.people.placing(address.at, changed, without=address.without)
        if not _keep(context, campaign, placed):
            return None
    return group_page.values(context, campaign, address, choice.trait, choice.page)


def drop_group(context: Context, argument: str) -> Outcome:
    found = read(context, argument)
    if found is None or found[2]:
        return None
    campaign, address, _rest = found
    emptied = campaign.people.placing(address.at, Group({}), without=address.without)
    return audience_page.page(context, campaign) if _keep(context, campaign, emptied) else None


def skip(context: Context, argument: str) -> Outcome:
    """`draft.page`: whom to leave out one by one; with a wish at its end (see audience_people) that comes first."""
    first, page, wish = _three(argument)
    campaign, at = _draft(context, first), number(page)
    if campaign is None or at is None:
        return None
    if wish:
        changed = audience_people.changed(context, campaign.people, wish)
        if changed is None or not _keep(context, campaign, changed):
            return None
    return audience_people.page(context, campaign, at)


def choose_saved(context: Context, argument: str) -> Outcome:
    """`draft.page`: which saved audience to use."""
    first, _dot, page = argument.partition(".")
    campaign, at = _draft(context, first), number(page or "0")
    return None if campaign is None or at is None else audience_saved.choosing(context, campaign, at)


def use_saved(context: Context, argument: str) -> Outcome:
    """`draft.saved`, with `.add` or `.instead` where the draft has recipients already."""
    first, chosen, way = _three(argument)
    campaign, saved_id = _draft(context, first), number(chosen)
    one = None if saved_id is None else saved.by_id(context.session, saved_id)
    if campaign is None or one is None or way not in ("", "add", "instead"):
        return None
    taken = audience_saved.taken(campaign.people, one, way)
    if taken is None:
        return audience_saved.how(context, campaign, one)
    if not _keep(context, campaign, taken):
        return None
    return audience_page.page(context, campaign)


def listing(context: Context, argument: str) -> Outcome:
    at = number(argument or "0")
    return None if at is None else audience_saved.listing(context, at)


def saved_one(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    one = None if chosen is None else saved.by_id(context.session, chosen)
    return None if one is None else audience_saved.page(context, one)


def forget(context: Context, argument: str) -> Outcome:
    """A saved audience is deleted once one says so twice."""
    bare, sure = argument.removesuffix(".yes"), argument.endswith(".yes")
    chosen, officer = number(bare), officer_with(context, Permission.ANNOUNCE)
    one = None if chosen is None else saved.by_id(context.session, chosen)
    if one is None or officer is None:
        return None
    if not sure:
        return audience_saved.really(one)
    saved.drop(context.session, one.id)
    note(context, officer, "audience.deleted", f"audience:{bare}")
    return audience_saved.listing(context, 0).with_note(_("The saved audience is deleted."))


SCREENS = (
    Screen("annother", new, Permission.ANNOUNCE),
    Screen("audience", audience, Permission.ANNOUNCE),
    Screen("group", group, Permission.ANNOUNCE),
    Screen("groupof", group_of, Permission.ANNOUNCE),
    Screen("groupdrop", drop_group, Permission.ANNOUNCE),
    Screen("audskip", skip, Permission.ANNOUNCE),
    Screen("audfind", begins_part("audience_person"), Permission.ANNOUNCE),
    Screen("audsave", begins_part("audience_save"), Permission.ANNOUNCE),
    Screen("audsaved", choose_saved, Permission.ANNOUNCE),
    Screen("auduse", use_saved, Permission.ANNOUNCE),
    Screen("audiences", listing, Permission.ANNOUNCE),
    Screen("savedaud", saved_one, Permission.ANNOUNCE),
    Screen("audrename", begins("audience_rename"), Permission.ANNOUNCE),
    Screen("audforget", forget, Permission.ANNOUNCE),
)
