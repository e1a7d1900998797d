"""Links to the questionnaire on the web, for officers to send: the address, and a prepared message for WhatsApp."""

from conversations.context import Context, House
from conversations.whatsapp import chat_link
from locales.languages import DEFAULT, SPOKEN
from locales.text import Text, _
from records import chats, followups, people, web_links
from records.followups import Followup
from records.people import Person
from records.session import Session

PATH = "/a/"


def is_on(house: House) -> bool:
    """Whether the questionnaire is a page on the web."""
    return bool(house.web_url)


def link_of(context: Context, followup_id: int) -> str | None:
    """The address at which this follow-up is answered; None where the page is off or there is no such follow-up."""
    followup = followups.by_id(context.session, followup_id)
    if followup is None or not is_on(context.house):
        return None
    return address(context.house, followup)


def address(house: House, followup: Followup) -> str:
    return f"{house.web_url}{PATH}{web_links.token(house.vault, followup)}"


def whatsapp_of(context: Context, followup_id: int) -> str | None:
    """A link that opens WhatsApp with a message to her, ready to be sent; None where her number is none, or the page is
    off.
    """
    followup = followups.by_id(context.session, followup_id)
    link = link_of(context, followup_id)
    if followup is None or link is None:
        return None
    person = people.by_id(context.session, followup.person_id)
    words = context.house.languages.plain(invitation(context, person.name, link), language_of(context.session, person))
    return chat_link(person.phone or "", words)


def language_of(session: Session, person: Person) -> str:
    """The one she chose in her chat, or wants to be spoken to in, as far as we speak it."""
    chat_id = people.chat_of(session, person.id)
    chosen = None if chat_id is None else chats.language_of(session, chat_id)
    return next((code for code in (chosen, person.spoken_language) if code in SPOKEN), DEFAULT)


def first_name(name: str) -> str:
    """The first word of a name: enough to say whom it is for, and no more."""
    return name.split()[0] if name.split() else ""


def invitation(context: Context, name: str, link: str) -> Text:
    """What the message says: who writes, why, the link, and that nobody asks for money."""
    return _(
        "Hello {name}, this is {centre}. You once followed a training with us, and we would like to know how you are "
        "now. A few taps on this page are enough, also on a small phone:\n{link}\n\nThe link is for you alone. Your "
        "answers help us to make the trainings better. All is free; we never ask for money or an OTP.",
        name=first_name(name),
        centre=context.house.profile.name,
        link=link,
    )
