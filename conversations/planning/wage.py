"""An officer sets the minimum wage (UMK) of a year: the bands of income in the questionnaire are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.planning.rupiah import rupiah
from conversations.planning.wage_page import known, wage_page
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Rupiah, Text, _, verbatim
from records import minimum_wages
from records.permissions import Permission

LEAST, MOST = 1_000_000, 20_000_000
FIRST_YEAR = 2015
# From one year to the next it has never changed by more; what does is asked once more.
USUAL_CHANGE = 0.15


@dataclass(frozen=True, slots=True)
class Facts:
    today: date
    known: Mapping[int, int]


def gather(context: Context, _matter: Matter) -> Facts | Text:
    if officer_with(context, Permission.FOLLOW) is None:
        return INVISIBLE
    return Facts(context.today, known(context))


def _years(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return tuple(Choice(str(year), verbatim(str(year))) for year in (facts.today.year, facts.today.year + 1))


def _year(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    found = readers.count(typed, FIRST_YEAR, facts.today.year + 1)
    if isinstance(found, Misread):
        latest = str(facts.today.year + 1)
        return Misread(_("Please write a year from {least} to {most}.", least=str(FIRST_YEAR), most=latest))
    return found


def _neighbour(answers: Answers, facts: Facts) -> int | None:
    """The amount of the nearest year that is known."""
    year = int(answers["year"])
    others = [each for each in facts.known if each != year]
    return facts.known[min(others, key=lambda each: abs(each - year))] if others else None


def _is_odd(answers: Answers, facts: Facts) -> bool:
    if "year" not in answers or "amount" not in answers:
        return False
    neighbour = _neighbour(answers, facts)
    return neighbour is not None and abs(int(answers["amount"]) / neighbour - 1) > USUAL_CHANGE


def conclude(context: Context, _matter: Matter, answers: Answers, _facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        raise ValueError("only an officer sets the minimum wage")
    year, amount = int(answers["year"]), int(answers["amount"])
    minimum_wages.keep(context.session, year, amount, officer.id, context.now)
    note(context, officer, "wage.set", f"wage:{year}:{amount}")
    said = _("✅ UMK {year}: {amount}. Who is asked from now on sees its bands.", year=str(year), amount=Rupiah(amount))
    return Conclusion(wage_page(context).with_note(said))


SCRIPT = Script(
    name="minimum_wage",
    version=1,
    title=lambda _facts: _("Minimum wage (UMK) of a year"),
    asks=(
        Ask(
            key="year",
            prompt=lambda _a, _f: _("Of which year?"),
            choices=_years,
            reader=_year,
            columns=2,
        ),
        Ask(
            key="amount",
            prompt=lambda answers, _f: _(
                "What is the UMK of {year}, a month? For example: 2.700.926 or Rp2,7 juta. Please take it from the "
                "governor's decree.",
                year=answers["year"],
            ),
            reader=lambda typed, _a, _f: rupiah(typed, LEAST, MOST),
            shown=lambda value, _a, _f: _("{amount}", amount=Rupiah(int(value))),
        ),
        Ask(
            key="sure",
            when=_is_odd,
            prompt=lambda answers, facts: _(
                "{amount} is far from {neighbour}, the nearest year that is known. Is it right?",
                amount=Rupiah(int(answers["amount"])),
                neighbour=Rupiah(_neighbour(answers, facts) or 0),
            ),
            choices=lambda _a, _f: (
                Choice("yes", _("Yes, it is right")),
                Choice("no", _("Write it again"), reopens="amount"),
            ),
            rests_on=("year", "amount"),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=7),
)
