"""One's own business in the showcase: show, change, hide, confirm, delete. Each argument is a person of this chat."""

from collections.abc import Callable

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import stall_pages
from conversations.reply import Button, Reply, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, verbatim
from records import audit, confirmations, people, showcases
from records.people import Person
from records.showcases import Hidden, Showcase


def mine(context: Context, argument: str) -> Outcome:
    """Hers; where the chat speaks for several who show one, which."""
    there = [
        person
        for person in people.of_chat(context.session, context.chat_id)
        if showcases.of_person(context.session, person.id) is not None
    ]
    chosen = number(argument)
    if chosen is not None:
        return stall_pages.for_owner(context, chosen) if any(one.id == chosen for one in there) else None
    if not there:
        return stall_pages.invitation(context)
    return stall_pages.for_owner(context, there[0].id) if len(there) == 1 else _several(there)


def _several(there: list[Person]) -> Reply:
    buttons = [Button(verbatim(person.name), f"m:myshop:{person.id}") for person in there]
    return Reply(_("Whose business?"), rows=column(*buttons, stall_pages.BROWSE, BACK_HOME))


def _own(context: Context, argument: str) -> Person | None:
    chosen = number(argument)
    return next((one for one in people.of_chat(context.session, context.chat_id) if one.id == chosen), None)


def make(context: Context, argument: str) -> Outcome:
    """The script sees to it that she has graduated."""
    person = _own(context, argument)
    return None if person is None else Begin("showcase", person.id)


def _acting(action: str, act: Callable[[Context, Showcase], bool], said: Text) -> Callable[[Context, str], Outcome]:
    """A page that does something to hers with one tap, and shows how it stands then."""

    def show(context: Context, argument: str) -> Outcome:
        person = _own(context, argument)
        found = None if person is None else showcases.of_person(context.session, person.id)
        if person is None or found is None or not act(context, found):
            return None
        actor = context.house.vault.pseudonym("person", person.id)
        audit.note(context.session, at=context.now, actor=actor, action=action, matter=f"showcase:{found.id}")
        return stall_pages.for_owner(context, person.id).with_note(said)

    return show


SCREENS = (
    Screen("myshop", mine),
    Screen("shopmake", make),
    Screen(
        "shophide",
        _acting(
            "showcase.hidden",
            lambda context, found: showcases.hide(context.session, found.id, Hidden.HERSELF),
            _("🙈 Hidden: nobody sees it any more."),
        ),
    ),
    Screen(
        "shopreturn",
        _acting(
            "showcase.shown",
            lambda context, found: showcases.show_again(context.session, found.id, context.now),
            _("👀 It is shown again."),
        ),
    ),
    Screen(
        "shopholds",
        _acting(
            "showcase.confirmed",
            lambda context, found: confirmations.confirm(context.session, found.id, context.now),
            _("👍 Noted: it still holds."),
        ),
    ),
    Screen(
        "shopdrop",
        _acting(
            "showcase.deleted",
            lambda context, found: showcases.remove(context.session, found.person_id, context.now),
            _("🗑 Deleted, and your consent is withdrawn. Nothing else changes."),
        ),
    ),
)
