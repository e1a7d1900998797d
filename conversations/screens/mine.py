"""One's own application: change its answers, turn to another class of the cohort, complete what is optional."""

from conversations.applying import dossier, eligibility, own
from conversations.applying.own import Own
from conversations.buttons import BACK_HOME, MY_STATUS
from conversations.context import Context
from conversations.people.addressing import called
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, verbatim
from records import applications, audit, candidates, offers, refiling, requirements
from records.offers import Offer
from records.requirements import Candidate

LISTED = 30


def _chosen(context: Context, argument: str) -> Own | None:
    chosen = number(argument)
    return None if chosen is None else own.of_chat(context, chosen)


def mine(context: Context, argument: str) -> Outcome:
    """What can still be done, and until when."""
    found = _chosen(context, argument)
    return None if found is None else _page(context, found)


def _page(context: Context, found: Own) -> Reply:
    which, changeable = found.application.id, found.is_changeable(context)
    text = _(
        "<b>{number}</b>, {name}\n{programme}, {cohort}\nSecond choice: {second}\n\n"
        "You may change and complete it until {closes}.",
        number=found.application.number,
        name=called(found.person),
        programme=found.brief.programme,
        cohort=found.brief.cohort,
        second=_second(context, found),
        closes=found.brief.closes_at,
    )
    rows = column(
        Button(_("✏️ Change my answers"), f"m:change:{which}") if changeable else None,
        Button(_("🔁 Another class"), f"m:reclass:{which}") if changeable and found.is_open(context) else None,
        Button(_("➕ Complete (optional)"), f"m:complete:{which}") if found.is_open(context) else None,
        MY_STATUS,
        BACK_HOME,
    )
    return Reply(text, rows=rows)


def _second(context: Context, found: Own) -> Text:
    chosen = found.application.second_class_id
    offer = None if chosen is None else offers.by_id(context.session, chosen)
    return _("none") if offer is None else verbatim(offer.programme)


def change(context: Context, argument: str) -> Outcome:
    found = _chosen(context, argument)
    return None if found is None else Begin("change", found.application.id)


def complete(context: Context, argument: str) -> Outcome:
    found = _chosen(context, argument)
    return None if found is None else Begin("completion", found.application.id)


def classes_to_choose(context: Context, argument: str) -> Outcome:
    """The other open classes of her cohort."""
    found = _chosen(context, argument)
    if found is None or not _may_turn(context, found):
        return None
    others = own.others_open(context, found)
    back = Button(_("⬅️ Back"), f"m:mine:{found.application.id}")
    if not others:
        return Reply(_("No other class of this cohort takes applicants at present."), rows=column(back))
    buttons = [Button(verbatim(o.programme), f"m:reclassto:{found.application.id}.{o.id}") for o in others[:LISTED]]
    text = _(
        "Your first choice is <b>{programme}</b>. Which class instead? Your number stays.",
        programme=found.brief.programme,
    )
    return Reply(text, rows=column(*buttons, back))


def turn_to(context: Context, argument: str) -> Outcome:
    """The first choice becomes another class, where she fits its requirements."""
    application, _dot, chosen = argument.partition(".")
    found, wanted = _chosen(context, application), number(chosen)
    if found is None or not _may_turn(context, found):
        return None
    offer = next((offer for offer in own.others_open(context, found) if offer.id == wanted), None)
    if offer is None:
        return None
    obstacles = requirements.check(offer.requirements, _candidate(context, found, offer))
    if obstacles:
        why = eligibility.sentence(obstacles[0], context.house.profile)
        return Reply(why, rows=column(Button(_("⬅️ Back"), f"m:reclass:{found.application.id}")))
    if not _turn(context, found, offer):
        return None
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", found.person.id),
        action="application.turned",
        matter=f"application:{found.application.id} class:{offer.id}",
    )
    text = _(
        "The first choice of {name} ({number}) is now <b>{programme}</b>.",
        name=called(found.person),
        number=found.application.number,
        programme=offer.programme,
    )
    return Reply(text, rows=column(Button(_("📋 My status"), "m:status", style=Style.PRIMARY), BACK_HOME))


def _may_turn(context: Context, found: Own) -> bool:
    return found.was_called_off(context) or (found.is_changeable(context) and found.is_open(context))


def _turn(context: Context, found: Own, offer: Offer) -> bool:
    """Where her class was cancelled the application begins anew, with the documents that are there."""
    session, which = context.session, found.application
    if not found.was_called_off(context):
        return applications.turn_to(session, which.id, which.class_id, offer.id)
    turned = refiling.turn(session, which.id, offer.id, context.now)
    if turned:
        dossier.open_for(context, which.id)
    return turned


def _candidate(context: Context, found: Own, offer: Offer) -> Candidate:
    return candidates.candidate(context.session, found.person, offer.starts_on, besides=found.application.id)


SCREENS = (
    Screen("mine", mine),
    Screen("change", change),
    Screen("complete", complete),
    Screen("reclass", classes_to_choose),
    Screen("reclassto", turn_to),
)
