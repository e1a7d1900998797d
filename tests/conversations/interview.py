"""A small script of the tests' own: one ask of every kind."""

from dataclasses import dataclass
from typing import Any

from conversations import readers
from conversations.reply import Reply
from conversations.script import Answers, Ask, Choice, Conclusion, Misread, Script, Windows
from locales.text import Text, verbatim
from tests.conversations.speaker import Speaker


@dataclass(frozen=True)
class Facts:
    colours: tuple[str, ...] = ("red", "blue")
    sold_out: tuple[str, ...] = ()


def _shades(answers: Answers, _facts: Facts) -> tuple[Choice, ...]:
    colour = answers["colour"]
    return tuple(Choice(f"{colour}-{shade}", verbatim(f"{shade} {colour}")) for shade in ("dark", "light"))


def _children(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    return typed.strip() if typed.strip() in ("0", "1", "2", "3") else Misread(Text("Please write a number up to 3."))


def _secret(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    digits = readers.clean(typed)
    return digits if digits.isdigit() and len(digits) == 12 else Misread(Text("A secret has 12 digits."))


def _sold_out(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    return Misread(Text("That colour is sold out.")) if value in facts.sold_out else None


NAME: Ask[Facts] = Ask(
    key="name",
    label=Text("Name"),
    prompt=lambda _a, _f: Text("Your name?"),
    reader=lambda typed, _a, _f: readers.name(typed),
    help=Text("As your mother calls you."),
)
COLOUR: Ask[Facts] = Ask(
    key="colour",
    label=Text("Colour"),
    prompt=lambda answers, _f: Text("Which colour, {name}?", {"name": answers["name"]}),
    choices=lambda _a, facts: tuple(Choice(colour, verbatim(colour)) for colour in facts.colours),
    check=_sold_out,
)
SHADE: Ask[Facts] = Ask(
    key="shade", label=Text("Shade"), prompt=lambda _a, _f: Text("Which shade?"), choices=_shades, columns=2
)
CHILDREN: Ask[Facts] = Ask(
    key="children", label=Text("Children"), prompt=lambda _a, _f: Text("How many children?"), reader=_children
)
CHILD: Ask[Facts] = Ask(
    key="child",
    label=Text("Child"),
    prompt=lambda answers, _f: Text("Child {n}?", {"n": len(answers.all("child")) + 1}),
    reader=lambda typed, _a, _f: readers.name(typed),
    times=lambda answers, _f: int(answers.get("children") or 0),
)
SECRET: Ask[Facts] = Ask(
    key="secret", label=Text("Secret"), prompt=lambda _a, _f: Text("Your secret?"), reader=_secret, sensitive=True
)
PHONE: Ask[Facts] = Ask(
    key="phone",
    label=Text("Phone"),
    prompt=lambda _a, _f: Text("Your phone?"),
    reader=lambda typed, _a, _f: readers.phone(typed),
    contact=True,
)
PET: Ask[Facts] = Ask(
    key="pet",
    prompt=lambda _a, _f: Text("Cat or dog?"),
    reader=lambda typed, _a, _f: readers.words(typed),
    choices=lambda _a, _f: (
        Choice("cat", Text("A cat")),
        Choice("dog", Text("A dog")),
        Choice("name", Text("My name is wrong"), reopens="name"),
    ),
)
ASKS = (NAME, COLOUR, SHADE, CHILDREN, CHILD, SECRET, PHONE, PET)


def script(*asks: Ask[Any], summary: bool = True, **more: Any) -> Script[Any]:
    """The interview, or one of these asks only."""
    return Script(
        name="interview",
        version=1,
        title=lambda _f: Text("An interview"),
        asks=asks or ASKS,
        gather=lambda _c, _m: Facts(),
        conclude=lambda _c, _m, _a, _f: Conclusion(Reply(Text("Thank you."))),
        windows=lambda _c: Windows(1, 2),
        summary=(lambda _a, _f: Text("Please check.")) if summary else None,
        submit=Text("Send") if summary else None,
        **more,
    )


def interviewed(facts: Facts | None = None) -> Speaker:
    """Somebody at the beginning."""
    return Speaker(script(), facts or Facts())


def filled_in(facts: Facts | None = None) -> Speaker:
    """Somebody at the summary."""
    speaker = interviewed(facts).says("Siti").taps("red", "dark red").says("2", "Ayu", "Budi", "123456789012")
    return speaker.says("0812 3456 7890").taps("A cat")
