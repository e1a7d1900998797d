"""Words of a call: what an officer reads aloud, and what WhatsApp is filled with, always in Indonesian.

To a second contact nothing is told of the alumna but that the centre would like to hear from her: not that she was
trained, nor what she is asked.
"""

from conversations.context import Context
from conversations.people.addressing import called
from conversations.whatsapp import chat_link
from locales.languages import DEFAULT
from locales.text import Text, _
from records.people import Person, PreferredHours

GREETINGS: dict[str, Text] = {
    PreferredHours.MORNING.value: _("Good morning"),
    PreferredHours.NOON.value: _("Good day"),
    PreferredHours.AFTERNOON.value: _("Good afternoon"),
}


def greeting(part: str) -> Text:
    """As one greets in this part of the day."""
    return GREETINGS[part]


def to_read(context: Context, person: Person, programme: str, officer: str, part: str) -> Text:
    """First who it is: the training is named only to herself."""
    return _(
        "“{greeting}. I am {officer} from {centre}. Do I speak with {name}?”\n"
        "<i>If it is she:</i> “You followed the training in {programme}. May I ask in a few short questions how you "
        "are? It takes two minutes, and you need not answer.”\n"
        "<i>If it is somebody else:</i> “Sorry for the trouble.” Say nothing of a training.",
        greeting=greeting(part),
        officer=officer,
        centre=context.house.profile.name,
        name=called(person),
        programme=programme,
    )


def to_second_contact(context: Context, person: Person, officer: str, part: str) -> Text:
    return _(
        "“{greeting}. I am {officer} from {centre}. Would you kindly ask {name} to call us, {where}? Thank you.”",
        greeting=greeting(part),
        officer=officer,
        centre=context.house.profile.name,
        name=called(person),
        where=_where(context),
    )


def whatsapp(context: Context, person: Person, officer: str, part: str, link: str | None) -> str | None:
    """A wa.me link to her own number; with a link to the questions, where there is one."""
    text = _(
        "{greeting}, {name}. I am {officer} from {centre}. We would like to know how our alumni are. May we ask you a "
        "few short questions? Please answer here, or call us, {where}. Thank you.",
        greeting=greeting(part),
        name=called(person),
        officer=officer,
        centre=context.house.profile.name,
        where=_where(context),
    )
    if link is not None:
        text = _("{text}\n\nYou can also answer by yourself, here: {link}", text=text, link=link)
    return _wa_me(context, person.phone, text)


def whatsapp_to_second_contact(context: Context, person: Person, officer: str, part: str) -> str | None:
    """A wa.me link to her second contact's number."""
    text = _(
        "{greeting}, {contact}. I am {officer} from {centre}. Would you kindly ask {name} to call us, {where}? "
        "Thank you.",
        greeting=greeting(part),
        contact=person.second_contact or "",
        officer=officer,
        centre=context.house.profile.name,
        name=called(person),
        where=_where(context),
    )
    return _wa_me(context, person.second_contact_phone, text)


def _where(context: Context) -> Text:
    """By which number, or at which place."""
    profile = context.house.profile
    if profile.phone:
        return _("{phone} ({hours})", phone=profile.phone, hours=profile.office_hours)
    return _("{address} ({hours})", address=profile.address, hours=profile.office_hours)


def _wa_me(context: Context, phone: str | None, text: Text) -> str | None:
    return None if phone is None else chat_link(phone, context.house.languages.plain(text, DEFAULT))
