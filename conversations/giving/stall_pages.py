"""A business of the showcase as it is read: by everybody, by its owner, and by officers."""

from conversations import sharing
from conversations.applying import places
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving.refusal import in_words
from conversations.reply import Button, Reply, Style, column
from conversations.whatsapp import chat_link
from locales.text import Text, _, lines, verbatim
from records import graduates, people, programmes, showcases
from records.showcases import Hidden, Showcase, ShowcaseState, Stall

MINE = Button(_("🏪 My business"), "m:myshop")
BROWSE = Button(_("⬅️ Etalase alumni"), "m:shops")
DESK = Button(_("⬅️ Showcase of alumni"), "m:shopdesk")
HIDDEN: dict[str, Text] = {
    Hidden.HERSELF.value: _("🙈 You have hidden it: nobody sees it."),
    Hidden.UNCONFIRMED.value: _(
        "🙈 It is hidden, since we did not hear whether it still holds. One tap shows it again."
    ),
    Hidden.TAKEN_DOWN.value: _("🛑 The centre has taken it down."),
}


def place_name(context: Context, place: str) -> Text:
    """A kelurahan by its whole code."""
    found = places.kelurahan_of(place, context.house.profile)
    if found is None:
        return _("Outside {city}", city=context.house.profile.city)
    return verbatim(f"{found[1].name}, {found[0].name}")


def words(context: Context, stall: Stall) -> Text:
    """All that is shown of it."""
    trade = programmes.by_id(context.session, stall.trade)
    return lines(
        _(
            "🏪 <b>{name}</b>\n{sells}\n📍 {place}\n🧵 {programme}\n📱 {phone}",
            name=stall.name,
            sells=stall.sells,
            place=place_name(context, stall.place),
            programme="" if trade is None else trade.name,
            phone=stall.phone,
        ),
        verbatim(stall.words) if stall.words else None,
        separator="\n\n",
    )


def card(context: Context, found: Showcase) -> Reply | None:
    """For everybody; the caller sees to it that it is visible."""
    stall = found.shown
    if stall is None:
        return None
    said = _("Hello {name}, I saw your business at {centre}.", name=stall.name, centre=context.house.profile.name)
    link = chat_link(stall.phone, context.plain(said))
    invitation = _(
        "{name}: {sells}. A business of alumni of {centre}.",
        name=stall.name,
        sells=stall.sells,
        centre=context.house.profile.name,
    )
    return Reply(
        words(context, stall),
        rows=(
            *column(None if link is None else Button(_("🟢 Write on WhatsApp"), url=link)),
            sharing.buttons(context, f"{sharing.STALL}{found.id}", invitation),
            *column(Button(_("🚩 This looks suspicious"), f"m:flag:e{found.id}"), BROWSE, BACK_HOME),
        ),
    )


def standing(found: Showcase) -> Text:
    """How it stands, said to its owner."""
    reason = None if found.reason is None else _("Reason: {reason}", reason=in_words(found.reason))
    match ShowcaseState(found.state):
        case ShowcaseState.WAITING:
            return _("⏳ It waits for an officer's look.")
        case ShowcaseState.REFUSED:
            return lines(_("✖️ It is not shown."), reason)
        case ShowcaseState.HIDDEN:
            return lines(HIDDEN.get(found.hidden_why or ""), reason)
        case ShowcaseState.SHOWN if found.waits_since is not None:
            return _("🟢 It is shown. Your change waits for an officer's look; until then the old words stay.")
        case ShowcaseState.SHOWN if reason is not None:
            return lines(_("🟢 It is shown, but the change was not taken."), reason)
        case ShowcaseState.SHOWN:
            return _("🟢 It is shown to everybody.")


def for_owner(context: Context, person_id: int) -> Reply:
    """How it stands, and what she can do, each with one tap."""
    found = showcases.of_person(context.session, person_id)
    if found is None:
        return invitation(context)
    text = lines(standing(found), words(context, found.sent_in), separator="\n\n")
    shown, hidden = found.state == ShowcaseState.SHOWN.value, found.state == ShowcaseState.HIDDEN.value
    may_return = hidden and found.kept is not None and found.hidden_why != Hidden.TAKEN_DOWN.value
    change = _("✏️ Change") if found.reason is None else _("✏️ Mend it and send it again")
    rows = column(
        Button(_("✔️ It still holds"), f"m:shopholds:{person_id}", style=Style.SUCCESS) if found.asked_at else None,
        Button(_("👁 The card"), f"m:shop:{found.id}") if shown else None,
        Button(change, f"m:shopmake:{person_id}"),
        Button(_("🙈 Hide it"), f"m:shophide:{person_id}") if shown else None,
        Button(_("👀 Show it again"), f"m:shopreturn:{person_id}", style=Style.SUCCESS) if may_return else None,
        Button(_("🗑 Delete it, I withdraw my consent"), f"m:shopdrop:{person_id}", style=Style.DANGER),
        BROWSE,
        BACK_HOME,
    )
    return Reply(text, rows=rows)


def invitation(context: Context) -> Reply:
    """To graduates who show nothing yet: one button a person whom the chat speaks for."""
    hers = {one.person_id: one.name for one in graduates.of_chat(context.session, context.chat_id)}
    free = {person: name for person, name in hers.items() if showcases.of_person(context.session, person) is None}
    if not free:
        text = _("Here alumni of the centre show their businesses. It is for those who have finished a training here.")
        return Reply(text, rows=column(BROWSE, BACK_HOME))
    buttons = [Button(_make(name, len(free)), f"m:shopmake:{person}") for person, name in free.items()]
    text = _("Do you have a business? Show it here, so that people find you. It is free and up to you.")
    return Reply(text, rows=column(*buttons, BROWSE, BACK_HOME))


def _make(name: str, several: int) -> Text:
    return _("➕ Show my business") if several == 1 else _("➕ Show the business of {name}", name=name)


def for_staff(context: Context, found: Showcase) -> Reply:
    """With whose it is; not to be forwarded."""
    shown = found.state == ShowcaseState.SHOWN.value
    rows = column(
        Button(_("🛑 Take it down"), f"m:shopdown:{found.id}", style=Style.DANGER) if shown else None,
        Button(_("👁 The card"), f"m:shop:{found.id}") if shown else None,
        DESK,
    )
    return Reply(
        lines(words(context, found.shown or found.sent_in), owner(context, found), separator="\n\n"),
        rows=rows,
        protected=True,
    )


def owner(context: Context, found: Showcase) -> Text:
    return _("Sent in by {name}.", name=people.by_id(context.session, found.person_id).name)
