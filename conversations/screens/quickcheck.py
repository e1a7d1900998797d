"""The quick check ("Cek cepat"): three taps, and which open classes fit. Its state is the data of its buttons:
`residence.age.education`; nothing is stored.
"""

from conversations import vocabulary
from conversations.applying import eligibility
from conversations.buttons import ASK, BACK_HOME
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column, grid
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines, verbatim
from records import offers
from records.offers import Offer
from records.people import Education
from records.requirements import LEGAL_AGE, Candidate, Obstacle, Requirements, check

CITY, ELSEWHERE = "y", "n"
# Sentences of why not; with the longest names they still fit one message.
TOLD = 14
CARDS = 40
CHECK = Button(_("⚡ Quick check: which class fits me?"), "m:check")
AGAIN = Button(_("🔁 Check once more"), "m:check")
TELL_ME = Button(_("🔔 Tell me when another opens"), "m:wishes")
ALL_CLASSES = Button(_("⬅️ All classes"), "m:classes")


def quick_check(context: Context, argument: str) -> Outcome:
    """The next of the three questions, or the result."""
    said = argument.split(".") if argument else []
    open_now = offers.open_at(context.session, context.now)
    if not open_now:
        return Reply(_("No class is open for registration at present."), rows=column(ALL_CLASSES, BACK_HOME))
    where, age, education = (*said, "", "", "")[:3]
    if not said:
        return _residence(context)
    if where not in (CITY, ELSEWHERE) or len(said) > 3:
        return None
    if len(said) == 1:
        return _age(argument, open_now)
    years = number(age)
    if years is None or (len(said) == 3 and education not in set(Education)):
        return None
    if len(said) == 2:
        return _education(argument)
    candidate = Candidate(resident=where == CITY, age=years, education=Education(education))
    return _result(context, candidate, open_now)


def _step(step: int, question: Text, rows: Rows, back: str | None) -> Reply:
    head = _("<b>Quick check</b>, {step} of 3. Nothing of it is stored.", step=step)
    navigation = (ALL_CLASSES,) if back is None else (Button(_("⬅️ Back"), back), ALL_CLASSES)
    return Reply(lines(head, question, separator="\n\n"), rows=(*rows, navigation))


def _residence(context: Context) -> Reply:
    city = context.house.profile.city
    outside = Button(_("Outside {city}", city=city), f"m:check:{ELSEWHERE}")
    rows = column(Button(verbatim(city), f"m:check:{CITY}"), outside)
    return _step(1, _("Where is your <b>KTP</b> from?"), rows, None)


def _age(said: str, open_now: list[Offer]) -> Reply:
    first = min(offer.starts_on for offer in open_now)
    bands = age_bands([offer.requirements for offer in open_now])
    buttons = [Button(_band(least, most), f"m:check:{said}.{least}") for least, most in bands]
    text = _("How <b>old</b> will you be when the training begins ({day})?", day=first)
    return _step(2, text, grid(buttons), "m:check")


def age_bands(rules: list[Requirements]) -> list[tuple[int, int | None]]:
    """Ages that no class tells apart, (least, most), from 0 on; the last has no end."""
    begins = {0, LEGAL_AGE, *(max(rule.minimum_age, LEGAL_AGE) for rule in rules)}
    begins |= {rule.maximum_age + 1 for rule in rules if rule.maximum_age is not None}
    ordered = sorted(begins)
    return [
        (least, None if following is None else following - 1)
        for least, following in zip(ordered, [*ordered[1:], None], strict=True)
    ]


def _band(least: int, most: int | None) -> Text:
    if most is None:
        return _("{least} years and over", least=least)
    if least == 0:
        return _("under {age} years", age=most + 1)
    return _("{least} to {most} years", least=least, most=most)


def _education(said: str) -> Reply:
    buttons = [Button(label, f"m:check:{said}.{code.value}") for code, label in vocabulary.EDUCATION.items()]
    back = f"m:check:{said.partition('.')[0]}"
    return _step(3, _("What is your highest <b>finished education</b>?"), column(*buttons), back)


def _result(context: Context, candidate: Candidate, open_now: list[Offer]) -> Reply:
    """Which fit, a button each to their cards, and for each of the others why not."""
    found = [(offer, check(offer.requirements, candidate)) for offer in open_now]
    fitting = [offer for offer, obstacles in found if not obstacles]
    others = [
        _("✖️ {programme}: {why}", programme=_named(offer, open_now), why=_why(context, obstacles))
        for offer, obstacles in found
        if obstacles
    ]
    minor = candidate.age is not None and candidate.age < LEGAL_AGE
    text = lines(
        _head(len(fitting)),
        lines(*others[:TOLD]) if others else None,
        _("… and {count} more that do not fit.", count=len(others) - TOLD) if len(others) > TOLD else None,
        _next_step(minor, bool(others)),
        separator="\n\n",
    )
    cards = [
        Button(_("✅ {programme}", programme=_named(offer, open_now)), f"m:class:{offer.id}", style=Style.SUCCESS)
        for offer in fitting[:CARDS]
    ]
    return Reply(text, rows=column(*cards, TELL_ME, ASK, AGAIN, ALL_CLASSES))


def _why(context: Context, obstacles: list[Obstacle]) -> Text:
    """One sentence: the first thing that stands in the way."""
    return eligibility.why(obstacles[0], context.house.profile)


def _head(fitting: int) -> Text:
    if not fitting:
        return _("<b>No open class fits you at present.</b>")
    return _("<b>{count} open classes fit you.</b> Choose one to read more and to register.", count=fitting)


def _next_step(minor: bool, some_do_not_fit: bool) -> Text | None:
    if minor:
        return _("Under 18? Please come to the counter: we gladly look with you for what is possible now.")
    if not some_do_not_fit:
        return None
    return _("Every cohort has other classes: let us tell you when one opens, or ask an officer.")


def _named(offer: Offer, open_now: list[Offer]) -> Text:
    """With the cohort where several are open."""
    if len({each.cohort_id for each in open_now}) < 2:
        return verbatim(offer.programme)
    return _("{programme} · {cohort}", programme=offer.programme, cohort=offer.cohort)


SCREENS = (Screen("check", quick_check),)
