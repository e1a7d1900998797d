"""Certificates of a class: who has a number, giving numbers by rule, or those that staff bring."""

from conversations.context import Context
from conversations.screen import Begin, Outcome, Screen
from conversations.training import register
from conversations.training.trainee import chosen_class
from records import certificates
from records.permissions import Permission

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def certs(context: Context, argument: str) -> Outcome:
    chosen = chosen_class(context, argument)
    return None if chosen is None else register.page(context, chosen)


def paste(context: Context, argument: str) -> Outcome:
    chosen = chosen_class(context, argument)
    return None if chosen is None else Begin("numbers", chosen.id)


def by_rule(context: Context, argument: str) -> Outcome:
    """The next numbers of the year, in the order of the list."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    found = certificates.of_class(context.session, chosen.id)
    lacking = [one for one in register.graduates(context, chosen.id) if one.id not in found]
    pattern, year = context.house.profile.certificate.number, context.today.year
    serial, given = certificates.next_serial(context.session, year), {}
    for one in lacking:
        number = pattern.format(
            serial=serial, class_code=one.class_code, month=ROMAN[context.today.month - 1], year=year
        )
        given[one.id], serial = number, serial + 1
    return register.give(context, chosen.id, given, by_rule=True)


SCREENS = (
    Screen("certs", certs, Permission.TRAINING),
    Screen("certauto", by_rule, Permission.TRAINING),
    Screen("certpaste", paste, Permission.TRAINING),
)
