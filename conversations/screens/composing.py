"""What an announcement is made of, by button: templates, the previews, the parts that a talk asks for, and the place
that its recipients may look at.
"""

from conversations.announcing import hub, message, preview
from conversations.announcing.buttons import back_to
from conversations.announcing.repeating import repeating
from conversations.announcing.writing import templates
from conversations.announcing.writing.fields import unfilled
from conversations.announcing.writing.templates import Template
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, Venue, column
from conversations.screen import Outcome, Screen, number
from conversations.screens.announcing import begins_part
from locales.text import _
from records import announcing, campaign_answers, campaigns, contents
from records.campaigns import Campaign, CampaignStatus
from records.permissions import Permission


def _draft(context: Context, argument: str) -> Campaign | None:
    chosen = number(argument)
    found = None if chosen is None else campaigns.by_id(context.session, chosen)
    return found if found is not None and found.status == CampaignStatus.DRAFT.value else None


def _campaign(context: Context, argument: str) -> Campaign | None:
    chosen = number(argument)
    return None if chosen is None else campaigns.by_id(context.session, chosen)


def listing(context: Context, argument: str) -> Outcome:
    """The templates to choose from."""
    draft = _draft(context, argument)
    if draft is None:
        return None
    buttons = [Button(each.label, f"m:anntext:{draft.id}.{each.code}") for each in templates.TEMPLATES]
    text = _("📄 <b>Templates</b>\nA template is a beginning: use it as it is, or change it afterwards.")
    return Reply(text, rows=column(*buttons, back_to(draft)))


def _chosen(context: Context, argument: str) -> tuple[Campaign, Template] | None:
    of_draft, _dot, code = argument.partition(".")
    draft, template = _draft(context, of_draft), templates.by_code(code)
    return None if draft is None or template is None else (draft, template)


def template(context: Context, argument: str) -> Outcome:
    """One of them whole, so that it can also be copied and changed."""
    found = _chosen(context, argument)
    if found is None:
        return None
    draft, chosen = found
    text = _(
        "{words}\n\n<i>To change it, copy this message, tap “✏️ Write it anew”, and send it with your changes.</i>",
        words=message.head(unfilled(templates.written(context, chosen))),
    )
    rows = column(
        Button(_("✅ Use it"), f"m:anntake:{draft.id}.{chosen.code}", style=Style.SUCCESS),
        Button(_("✏️ Write it anew"), f"m:annwords:{draft.id}"),
        Button(_("⬅️ Other templates"), f"m:anntexts:{draft.id}"),
    )
    return Reply(text, rows=rows)


def take(context: Context, argument: str) -> Outcome:
    """The words of the draft are those of the template from now on."""
    found = _chosen(context, argument)
    if found is None:
        return None
    draft, chosen = found
    announcing.write(context.session, draft.id, templates.written(context, chosen), formatted=True)
    announcing.change(context.session, draft.id, template=chosen.code)
    return hub.page(context, draft.id)


def see(context: Context, argument: str) -> Outcome:
    """What one of the samples will get."""
    chosen, _dot, n = argument.partition(".")
    campaign, at = _campaign(context, chosen), number(n or "0")
    officer = officer_with(context, Permission.ANNOUNCE)
    if campaign is None or at is None or officer is None:
        return None
    note(context, officer, "campaign.previewed", f"campaign:{campaign.id}")
    return preview.of_sample(context, campaign, at, repeating.next_day(context, campaign))


def to_myself(context: Context, argument: str) -> Outcome:
    """The real message, to whoever wrote it."""
    campaign, officer = _campaign(context, argument), officer_with(context, Permission.ANNOUNCE)
    if campaign is None or officer is None:
        return None
    return preview.to_myself(context, campaign, officer, repeating.next_day(context, campaign))


def place(context: Context, argument: str) -> Outcome:
    """Where it is, for whoever got the announcement, and for officers who look at it before: `campaign.delivery`."""
    named, _dot, delivered = argument.partition(".")
    campaign, delivery_id = _campaign(context, named), number(delivered)
    where = None if campaign is None else contents.read(campaign).place
    if campaign is None or where is None or delivery_id is None or not _may_look(context, campaign, delivery_id):
        return None
    venue = Venue(where.latitude, where.longitude, where.title, where.address)
    text = _("📍 <b>{title}</b>\n{address}", title=where.title, address=where.address)
    return Reply(text, venue=venue, fresh=True)


def _may_look(context: Context, campaign: Campaign, delivery_id: int) -> bool:
    got = campaign_answers.is_addressed(context.session, campaign.id, delivery_id, context.chat_id)
    return got or officer_with(context, Permission.ANNOUNCE) is not None


SCREENS = (
    Screen("annfile", begins_part("announcement_file"), Permission.ANNOUNCE),
    Screen("annwhere", begins_part("announcement_place"), Permission.ANNOUNCE),
    Screen("annlink", begins_part("announcement_link"), Permission.ANNOUNCE),
    Screen("annday", begins_part("announcement_date"), Permission.ANNOUNCE),
    Screen("anntexts", listing, Permission.ANNOUNCE),
    Screen("anntext", template, Permission.ANNOUNCE),
    Screen("anntake", take, Permission.ANNOUNCE),
    Screen("annsee", see, Permission.ANNOUNCE),
    Screen("annme", to_myself, Permission.ANNOUNCE),
    Screen(message.PLACE_SCREEN, place),
)
