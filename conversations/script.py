"""Scripts: a conversation as data. The open ask is the first that has no valid answer and whose `when` holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Generic, TypeVar

from conversations.context import Context
from conversations.event import File
from conversations.reply import Background, Reply, Style
from conversations.talk import Entry
from locales.text import Text

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Misread:
    """An answer that cannot be taken, with the kind sentence that says why, and work that this starts."""

    text: Text
    background: Background | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers offered. `reopens` names an ask that is asked again instead of taking this as an answer."""

    value: str
    label: Text
    style: Style = Style.PLAIN
    reopens: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """The valid answers so far. An ask that repeats keeps its n-th answer under (key, n); n counts from 0."""

    values: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        return self.values[(key, 0)]

    def __contains__(self, key: str) -> bool:
        return (key, 0) in self.values

    def get(self, key: str, n: int = 0) -> str | None:
        return self.values.get((key, n))

    def all(self, key: str) -> tuple[str, ...]:
        """The answers of an ask that repeats, in order."""
        return tuple(value for (name, _), value in sorted(self.values.items()) if name == key)

    def plain(self) -> dict[str, str]:
        """By key, the repeated ones as key.n."""
        return {key if n == 0 else f"{key}.{n}": value for (key, n), value in self.values.items()}


def _always(_answers: Answers, _facts: Any) -> bool:
    return True


def _once(_answers: Answers, _facts: Any) -> int:
    return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Generic[F]):
    """A question about one fact.

    `reader` turns typed words into the value kept (a string) or a Misread; it must accept its own values.
    `upload` takes a file instead (see event.File; the value kept is `File.to_json`) or says why not.
    `choices` are the buttons offered now. `check` refuses a chosen value with a sentence. `shown` says a value in
    words.
    `rests_on` names the asks of which another answer unsettles this one, even where its value could stay.
    `label` names the fact in the summary (None: not in the summary). A `sensitive` value is echoed masked.
    A `formatted` one gives its reader the words as HTML, with the formatting of Telegram, and takes a message that was
    edited for another try. A `pointed` one takes a location that was sent as if its degrees had been typed.
    """

    key: str
    prompt: Callable[[Answers, F], Text]
    label: Text | None = None
    reader: Callable[[str, Answers, F], str | Misread] | None = None
    upload: Callable[[File, Answers, F], Misread | None] | None = None
    choices: Callable[[Answers, F], tuple[Choice, ...]] | None = None
    check: Callable[[str, Answers, F], Misread | None] | None = None
    shown: Callable[[str, Answers, F], Text] | None = None
    when: Callable[[Answers, F], bool] = _always
    times: Callable[[Answers, F], int] = _once
    rests_on: tuple[str, ...] = ()
    help: Text | None = None
    sensitive: bool = False
    contact: bool = False
    formatted: bool = False
    pointed: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Windows:
    """Days until a talk expires: untouched, and once begun."""

    untouched_days: int
    begun_days: int


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How a talk ended well: what to say. `again` names an ask that must be answered anew, so that it did not end."""

    reply: Reply
    again: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What a talk is about: its id, the person it speaks of, the id of the matter (a class, an application ...)."""

    talk_id: int
    subject_person: int | None
    about: int | None


def _whoever(_facts: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Control(Generic[F]):
    """A button below every question that is no answer to it: it opens a page of `choices`, each of which does something
    in the records.

    The question stays open behind the page, unless the control `ends` the talk; `chosen` is told the value of the
    choice and says what was done. `when`: whom it is offered to. `name` stands in the button's data.
    """

    name: str
    label: Text
    prompt: Callable[[F], Text]
    choices: Callable[[F], tuple[Choice, ...]]
    chosen: Callable[[Context, Matter, F, str], Reply]
    ends: bool = False
    when: Callable[[F], bool] = _whoever


@dataclass(frozen=True, slots=True, kw_only=True)
class Script(Generic[F]):
    """A conversation: its asks, the facts they need, and what is concluded.

    `gather` reads the facts from the records; a Text instead says why the talk cannot go on. `observe` is called after
    each answer, for a script whose partial answers count; it may name work that this starts. `urgent`: it goes first
    and the open talk waits behind it.
    `opening` is said before the first question; a script that we began has a `stop_label` instead of a cancel
    button: one tap ends it for good, and `stopped` sees to that; it may have other `controls` below each question.
    `why` is part of the help everywhere, and `help_label` then the name of its button. One that is not `counted` tells
    no steps: how many there are shows only on the way.
    `named`: the ask whose answer names the person it is about, once she is known; several may share a phone.
    `prefill` are answers that stand from the beginning; `leaving` is asked instead of whether to cancel it.
    `too_late` is said to a tap on its question once its time is over.
    `afterwards` says again how it ended, to somebody whom the last word may not have reached. A script that `forgets`
    keeps no answer in its journal once it is over, however it ended. A `confidential` one shows an officer what
    somebody else has told: its pages cannot be forwarded.
    `glance`: how long anybody at least looks at a page before a tap on it is meant, where each tap counts at once and
    no summary would show a slip.
    """

    name: str
    version: int
    title: Callable[[F], Text]
    asks: tuple[Ask[F], ...]
    gather: Callable[[Context, Matter], F | Text]
    conclude: Callable[[Context, Matter, Answers, F], Conclusion]
    windows: Callable[[Context], Windows]
    summary: Callable[[Answers, F], Text] | None = None
    submit: Text | None = None
    observe: Callable[[Context, Matter, Answers, F], Background | None] | None = None
    urgent: bool = False
    opening: Callable[[F], Text] | None = None
    stop_label: Text | None = None
    stopped: Callable[[Context, Matter, F], Reply] | None = None
    controls: tuple[Control[F], ...] = ()
    why: Text | None = None
    help_label: Text | None = None
    counted: bool = True
    too_late: Text | None = None
    afterwards: Callable[[Context], Reply] | None = None
    forgets: bool = False
    confidential: bool = False
    named: str | None = None
    prefill: Callable[[F], tuple[Entry, ...]] | None = None
    leaving: Text | None = None
    glance: timedelta = timedelta()

    def control(self, name: str) -> Control[F] | None:
        """The control of this name."""
        return next((one for one in self.controls if one.name == name), None)
