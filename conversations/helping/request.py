"""A help request as an officer reads it, and what she may do about it."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.following import vocabulary
from conversations.officer import officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.whatsapp import chat_link
from locales.text import Text, _, lines
from records import help_requests, people, staff
from records.help_requests import Listed
from records.permissions import Permission
from records.questionnaire import Need

LIST = Button(_("🤝 Requests for help"), "m:helps")
CLOSED = _("This request has been closed meanwhile.")


def need_of(request: Listed) -> Text:
    """What is wanted."""
    return vocabulary.NEED[Need(request.need)]


def taken(context: Context, request: Listed) -> Text | None:
    """Who else has it before her."""
    holder = request.holder(context.now)
    officer = officer_with(context, Permission.FOLLOW)
    if holder is None or officer is None or holder == officer.id:
        return None
    return _("<i>{name} looks after it</i>", name=staff.by_id(context.session, holder).name)


def page(context: Context, request: Listed) -> Reply:
    """Name, what is wanted, and how she is reached."""
    if request.closed_at is not None:
        return Reply(
            lines(CLOSED, _said(context, request), separator="\n\n"), rows=column(LIST, STAFF_MENU), protected=True
        )
    close = Button(_("✔️ Close it: what was done"), f"m:helpdone:{request.id}", style=Style.SUCCESS)
    return Reply(
        lines(_said(context, request), taken(context, request)),
        rows=column(_whatsapp(context, request), close, LIST, STAFF_MENU),
        protected=True,
    )


def _said(context: Context, request: Listed) -> Text:
    has_chat = people.chat_of(context.session, request.person_id) is not None
    return lines(
        _("<b>{name}</b>, {programme}", name=request.name, programme=request.programme),
        _("Asks for: <b>{need}</b>, on {when}", need=need_of(request), when=request.asked_at),
        _("Phone: {phone}", phone=request.phone or _("not known")),
        _("Is connected with Telegram.") if has_chat else _("Has no Telegram here: call her."),
        None if request.done is None else _("Done: <i>{words}</i>", words=request.done),
    )


def _whatsapp(context: Context, request: Listed) -> Button | None:
    words = _(
        "Hello {name}, this is {centre}. You asked us for help: {need}.",
        name=request.name,
        centre=context.house.profile.name,
        need=need_of(request),
    )
    link = chat_link(request.phone or "", context.plain(words))
    return None if link is None else Button(_("🟢 WhatsApp"), url=link)


def waiting(context: Context) -> int:
    return help_requests.count_waiting(context.session)
