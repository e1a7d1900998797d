"""A person's sheet: what is known of her, as officers read and compare it."""

from conversations import vocabulary
from conversations.context import Context
from locales.text import Text, _, verbatim
from records.people import Education, Person, Sex


def particulars(context: Context, person: Person) -> Text:
    return _(
        "<b>{name}</b>\nNIK: <code>{nik}</code>\nBorn: {born}, {sex}\nPhone: {phone}\nResidence: {residence}\n"
        "Education: {education}\nAt present: {activity}",
        name=person.name,
        nik=in_fours(person.nik or "?"),
        born=person.born or "?",
        sex=vocabulary.SEX[Sex(person.sex)] if person.sex else "?",
        phone=person.phone or "?",
        residence=residence(context, person),
        education=vocabulary.EDUCATION[Education(person.education)] if person.education else "?",
        activity=vocabulary.PRESENT_ACTIVITY.get(person.activity or "") or verbatim("?"),
    )


def residence(context: Context, person: Person) -> Text:
    """The address with kelurahan and kecamatan, or the town."""
    where = person.town or ""
    if person.kecamatan is not None:
        kecamatan = context.house.profile.kecamatan_of(person.kecamatan)
        kelurahan = context.house.profile.kelurahan_name(person.kecamatan, person.kelurahan or "")
        where = f"{kelurahan}, {kecamatan.name if kecamatan else person.kecamatan}"
    return _("{address}, {where}", address=person.address or "", where=where)


def in_fours(digits: str) -> str:
    """A long number as people compare it."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
