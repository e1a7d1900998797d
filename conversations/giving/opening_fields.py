"""What is told of a job opening: its asks, which employers, officers and changes share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from conversations import readers
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Misread
from conversations.talk import Entry
from locales.text import Text, _, verbatim
from records.job_openings import Kind, Opening, Way

KINDS: dict[Kind, Text] = {
    Kind.PERMANENT: _("Permanent"),
    Kind.CONTRACT: _("Contract"),
    Kind.DAILY: _("Daily or piece work"),
    Kind.INTERNSHIP: _("Internship"),
}
WAYS: dict[Way, Text] = {
    Way.PHONE: _("📱 WhatsApp or phone"),
    Way.ADDRESS: _("📍 Come to an address"),
    Way.LINK: _("🔗 A link"),
}
# Which ask tells how one applies.
_APPLY = {Way.PHONE: "apply_phone", Way.ADDRESS: "apply_address", Way.LINK: "apply_link"}
ENOUGH = "0"
TRADES = ("trade", "trade2", "trade3")
DAYS = (7, 14, 30, 60, 90)
_LINK = re.compile(r"https?://[^\s/@<>\"]+\.[^\s/@<>\"]{2,}(/[^\s<>\"]*)?", re.IGNORECASE)
LONGEST_LINK = 300


@dataclass(frozen=True, slots=True)
class Facts:
    """The kejuruan that one can name (id and name), how many days an opening stays, at most, and its sender is known
    after its end; and what a change begins from.
    """

    programmes: tuple[tuple[str, str], ...]
    days: int
    most_days: int
    forget_days: int
    opening_id: int = 0
    before: Opening | None = None
    by_staff: bool = False

    def programme(self, chosen: str) -> str:
        return dict(self.programmes).get(chosen, "?")


def link(typed: str) -> str | Misread:
    """The address of a page; without http in front it is https."""
    cleaned = readers.clean(typed)
    whole = cleaned if "://" in cleaned else f"https://{cleaned}"
    if len(whole) > LONGEST_LINK or not _LINK.fullmatch(whole):
        return Misread(_("That is not a link. Please write it like https://contoh.id/lowongan."))
    return whole


def _words(limit: int, least: int) -> Callable[[str, Answers, Facts], str | Misread]:
    return lambda typed, _answers, _facts: readers.words(typed, limit=limit, least=least)


def _trades(answers: Answers, facts: Facts, which: int) -> tuple[Choice, ...]:
    """The kejuruan not named yet; from the second on one may say that it is enough."""
    named = {answers.get(key) for key in TRADES[:which]}
    left = tuple(Choice(key, verbatim(name)) for key, name in facts.programmes if key not in named)
    return left if which == 0 else (Choice(ENOUGH, _("✅ That is all"), Style.SUCCESS), *left)


def _trade(which: int) -> Ask[Facts]:
    prompt = (
        _("For which <b>kejuruan</b> is it? Alumni of it hear of it.")
        if which == 0
        else _("For another kejuruan as well?")
    )
    before = TRADES[:which]
    return Ask(
        key=TRADES[which],
        label=_("Kejuruan") if which == 0 else _("Kejuruan {number}", number=which + 1),
        when=lambda answers, facts: (
            all(answers.get(key) not in (None, ENOUGH) for key in before) and len(facts.programmes) > which
        ),
        rests_on=before,
        prompt=lambda _a, _f: prompt,
        choices=lambda answers, facts: _trades(answers, facts, which),
        shown=lambda value, _a, facts: _("none") if value == ENOUGH else verbatim(facts.programme(value)),
        columns=2,
    )


def _applies(way: Way) -> Callable[[Answers, Facts], bool]:
    return lambda answers, _facts: answers.get("way") == way.value


def _days(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    offered = sorted({facts.days, *(days for days in DAYS if days <= facts.most_days)})
    return tuple(Choice(str(days), _("{days} days", days=days)) for days in offered)


FIELDS: tuple[Ask[Facts], ...] = (
    Ask(
        key="employer",
        label=_("Employer"),
        prompt=lambda _a, _f: _("What is the <b>business</b> called that is looking for somebody?"),
        reader=_words(80, 2),
    ),
    Ask(
        key="title",
        label=_("Work"),
        prompt=lambda _a, _f: _("Which <b>work</b> is it? A few words, for example: Penjahit seragam"),
        reader=_words(80, 3),
    ),
    *(_trade(which) for which in range(len(TRADES))),
    Ask(
        key="place",
        label=_("Place"),
        prompt=lambda _a, _f: _("<b>Where</b> does one work? For example: Krapyak, Pekalongan Utara"),
        reader=_words(120, 3),
    ),
    Ask(
        key="kind",
        label=_("Kind"),
        prompt=lambda _a, _f: _("Which <b>kind</b> of work is it?"),
        choices=lambda _a, _f: tuple(Choice(kind.value, said) for kind, said in KINDS.items()),
        columns=2,
    ),
    Ask(
        key="asks",
        label=_("What is asked"),
        prompt=lambda _a, _f: _("<b>What is asked</b> of whoever applies? Skills, hours, age, pay, in a few lines."),
        reader=_words(600, 5),
    ),
    Ask(
        key="way",
        label=_("How to apply"),
        prompt=lambda _a, _f: _("<b>How</b> does one apply?"),
        choices=lambda _a, _f: tuple(Choice(way.value, said) for way, said in WAYS.items()),
    ),
    Ask(
        key="apply_phone",
        label=_("WhatsApp or phone"),
        when=_applies(Way.PHONE),
        prompt=lambda _a, _f: _("Which <b>number</b> do people write to or call? Everybody will read it."),
        reader=lambda typed, _a, _f: readers.phone(typed),
    ),
    Ask(
        key="apply_address",
        label=_("Address"),
        when=_applies(Way.ADDRESS),
        prompt=lambda _a, _f: _("To which <b>address</b> does one come, and when?"),
        reader=_words(200, 5),
    ),
    Ask(
        key="apply_link",
        label=_("Link"),
        when=_applies(Way.LINK),
        prompt=lambda _a, _f: _("Which <b>link</b> leads to it?"),
        reader=lambda typed, _a, _f: link(typed),
    ),
    Ask(
        key="days",
        label=_("Days"),
        prompt=lambda _a, facts: _(
            "For <b>how many days</b> shall it stay, from when it is published? At most {most}.", most=facts.most_days
        ),
        reader=lambda typed, _a, facts: readers.count(typed, 1, facts.most_days),
        choices=_days,
        shown=lambda value, _a, _f: _("{days} days", days=int(value)),
        columns=3,
    ),
)


def opening_of(answers: Answers) -> Opening:
    """What was answered, once all of it is."""
    way = Way(answers["way"])
    trades = tuple(int(chosen) for name in TRADES if (chosen := answers.get(name)) not in (None, ENOUGH))
    return Opening(
        employer=answers["employer"],
        title=answers["title"],
        trades=trades,
        place=answers["place"],
        kind=Kind(answers["kind"]),
        asks=answers["asks"],
        way=way,
        apply=answers[_APPLY[way]],
        days=int(answers["days"]),
    )


def entries_of(opening: Opening) -> tuple[Entry, ...]:
    """The answers that an opening came of, in the order of the asks."""
    trades = [str(trade) for trade in opening.trades] + [ENOUGH] * (len(TRADES) > len(opening.trades))
    return (
        Entry("employer", 0, opening.employer),
        Entry("title", 0, opening.title),
        *(Entry(key, 0, trade) for key, trade in zip(TRADES, trades, strict=False)),
        Entry("place", 0, opening.place),
        Entry("kind", 0, opening.kind.value),
        Entry("asks", 0, opening.asks),
        Entry("way", 0, opening.way.value),
        Entry(_APPLY[opening.way], 0, opening.apply),
        Entry("days", 0, str(opening.days)),
    )
