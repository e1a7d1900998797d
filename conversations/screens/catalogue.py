"""The catalogue: classes one can register for, as a list and as cards."""

from conversations import vocabulary
from conversations.applying import eligibility
from conversations.buttons import BACK_HOME, MY_STATUS
from conversations.context import Context
from conversations.offering import sharing
from conversations.offering.reasons import reason_text
from conversations.reply import Button, Reply, Style, Venue, column, grid
from conversations.screen import Begin, Outcome, Screen, begins, number
from conversations.screens import quickcheck, wishing
from locales.text import Text, _, lines, verbatim
from records import applications, classes, codes, cohorts, offers, talks
from records.applications import Registered
from records.offers import Offer

ALL = "0"


def listing(context: Context, argument: str) -> Reply:
    """The open classes of one cohort or of all, a button each."""
    chosen = number(argument) or None
    found = offers.open_at(context.session, context.now, chosen)
    open_cohorts = cohorts.open_at(context.session, context.now)
    if not found:
        return Reply(
            _("No class is open for registration at present. Send /tanya to ask when the next ones open."),
            rows=column(wishing.TELL_ME, BACK_HOME),
        )
    filters = () if len(open_cohorts) < 2 else _filters(open_cohorts, chosen)
    buttons = [Button(_title(offer, len(open_cohorts)), f"m:class:{offer.id}") for offer in found[:40]]
    text = _(
        "<b>Open for registration</b>: {count} classes. It is not a race: participants are selected by a test.\n"
        "Choose one to read more.",
        count=len(found),
    )
    return Reply(text, rows=(*filters, *column(*buttons, quickcheck.CHECK, wishing.TELL_ME, BACK_HOME)))


def _title(offer: Offer, open_cohorts: int) -> Text:
    if open_cohorts < 2:
        return verbatim(offer.programme)
    return _("{programme} · {cohort}", programme=offer.programme, cohort=offer.cohort)


def _filters(open_cohorts: list[cohorts.Cohort], chosen: int | None) -> tuple[tuple[Button, ...], ...]:
    def mark(label: Text, on: bool) -> Text:
        return _("• {label}", label=label) if on else label

    buttons = [Button(mark(_("All cohorts"), chosen is None), f"m:classes:{ALL}")]
    buttons += [Button(mark(verbatim(c.name), c.id == chosen), f"m:classes:{c.id}") for c in open_cohorts]
    return grid(buttons)


def card(context: Context, argument: str) -> Outcome:
    """One class: what one learns, when and where, for how many, and what is asked."""
    chosen = number(argument)
    offer = None if chosen is None else offers.by_id(context.session, chosen)
    return None if offer is None else _card(context, offer)


def card_by_code(context: Context, typed: str, *, surely: bool = False) -> Reply | None:
    """The card behind a deep link, or of a code that was typed (see records/codes.py)."""
    class_id = codes.class_of(context.session, typed, surely=surely)
    offer = None if class_id is None else offers.by_id(context.session, class_id)
    return None if offer is None else _card(context, offer)


def _card(context: Context, offer: Offer) -> Reply:
    text = _(
        "<b>{programme}</b>\n{cohort}\n\n{teaches}\n\n"
        "🗓 {starts} to {ends} ({hours} lesson hours)\n📍 {place}\n"
        "👥 {crowd}\n"
        "🎁 Free: {free}\n💰 Paid by: {funding}\n\n<b>Requirements</b>\n{requirements}\n\n"
        "Registration until {closes}.\n{code}",
        programme=offer.programme,
        cohort=offer.cohort,
        teaches=offer.teaches,
        starts=offer.starts_on,
        ends=offer.ends_on,
        hours=offer.lesson_hours,
        place=offer.place,
        crowd=lines(_crowd(offer), *_more(offer)),
        free=", ".join(context.house.profile.free_of_charge),
        funding=vocabulary.FUNDING.get(offer.funding) or verbatim(offer.funding),
        requirements=eligibility.listed(offer.requirements, context.house.profile),
        closes=offer.closes_at,
        code=sharing.code_line(offer),
    )
    is_open = offer.is_open(context.now)
    takes_more = is_open and not offer.is_full
    known = applications.of_chat(context.session, context.chat_id, offer.cohort_id)
    rows = column(
        _resume(context),
        None if known is None else MY_STATUS,
        Button(_("📝 Register"), f"m:register:{offer.id}", style=Style.SUCCESS) if takes_more else None,
        None if takes_more else wishing.tell_me_of(context, offer),
        Button(_("🗺 See it on the map"), f"m:map:{offer.id}") if offer.latitude is not None else None,
        *sharing.buttons(context, offer),
        Button(_("⬅️ All classes"), "m:classes"),
        BACK_HOME,
    )
    reply = Reply(text if known is None else lines(text, _registered(known), separator="\n\n"), rows=rows)
    return reply if takes_more else reply.with_note(_why_not(offer, is_open))


def _registered(known: Registered) -> Text:
    """For whoever comes to the card once more."""
    return _("✅ {name} is registered in this cohort: <b>{number}</b>.", name=known.name, number=known.number)


def _resume(context: Context) -> Button | None:
    """For somebody whose form lies open, and who came here by a link or a code."""
    open_talk = talks.open_of(context.session, context.chat_id)
    return None if open_talk is None else Button(_("▶️ Go on where I was"), "m:resume", style=Style.PRIMARY)


def _crowd(offer: Offer) -> Text:
    """It is not a race; a cap on applicants is a number of its own."""
    said = _(
        "{seats} seats, {applicants} applicants, selected by a test, not by who comes first",
        seats=offer.seats,
        applicants=offer.applicants,
    )
    return said if offer.cap is None else _("{said} (at most {cap} applicants)", said=said, cap=offer.cap)


def _more(offer: Offer) -> tuple[Text | None, ...]:
    """The instructor and the facilities, where they are known."""
    return (
        None if offer.instructor is None else _("👩‍🏫 Instructor: {name}", name=offer.instructor),
        None if offer.facilities is None else _("🧰 Facilities: {words}", words=offer.facilities),
    )


def _why_not(offer: Offer, is_open: bool) -> Text:
    if offer.cancel_reason is not None:
        return _("⚠️ This class is cancelled: {reason}", reason=reason_text(offer.cancel_reason))
    if not is_open:
        return _("⚠️ Registration for this class is closed.")
    return _(
        "⚠️ So many have applied to this class that no more can be tested. Please look at the other classes: "
        "“⬅️ All classes”."
    )


def on_the_map(context: Context, argument: str) -> Outcome:
    """Where the class takes place, as a place on the map."""
    chosen = number(argument)
    offer = None if chosen is None else offers.by_id(context.session, chosen)
    if offer is None or offer.latitude is None or offer.longitude is None:
        return None
    venue = Venue(offer.latitude, offer.longitude, offer.place, context.house.profile.address)
    text = _("<b>{programme}</b>\n📍 {place}", programme=offer.programme, place=offer.place)
    back = Button(_("⬅️ Back to the class"), f"m:class:{offer.id}")
    return Reply(text, rows=column(back), venue=venue, fresh=True)


def register(context: Context, argument: str) -> Outcome:
    """Begins; whoever has a number in this cohort is told first, since one person has one application in it."""
    chosen = number(argument)
    if chosen is None:
        return None
    brief = classes.brief(context.session, chosen)
    earlier = None if brief is None else applications.of_chat(context.session, context.chat_id, brief.cohort_id)
    return Begin("registration", chosen) if earlier is None else _known(chosen, earlier.number, earlier.name)


def _known(class_id: int, its_number: str, name: str) -> Reply:
    text = _(
        "{name} is already registered in this cohort, with the number <b>{number}</b>. "
        "One person has one registration in a cohort. Do you want to register somebody else? "
        "Then answer with the name, NIK and address of that person.",
        name=name,
        number=its_number,
    )
    rows = column(
        MY_STATUS,
        Button(_("👥 Register somebody else"), f"m:another:{class_id}"),
        Button(_("⬅️ All classes"), "m:classes"),
    )
    return Reply(text, rows=rows)


SCREENS = (
    Screen("classes", listing),
    Screen("class", card),
    Screen("map", on_the_map),
    Screen("register", register),
    Screen("another", begins("registration")),
)
