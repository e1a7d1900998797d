"""An officer says why something is not published, or is taken down. Whoever sent it in reads the reason."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _, verbatim
from records import submissions
from records.permissions import Permission
from records.submissions import Sent

# Before the code of a ready reason, so that nobody can type one.
READY = "\N{SECTION SIGN}"
MEANWHILE = _("Another officer has it, or it was changed or decided meanwhile. Please look at it again.")
REFUSED = _("Refused; whoever sent it in reads why.")
TAKEN_DOWN = _("Taken down: nobody sees it any more.")

REASONS: dict[str, Text] = {
    "fee": _("It asks for money, or for an ijazah or KTP as a pledge. Work that we publish is free of that."),
    "unclear": _("It does not say clearly enough what is offered. Please add what one does, where, and what is asked."),
    "contact": _("We could not reach anybody at this number or address. Please look at it again."),
    "place": _("It is not of the kind that is shown here. You are welcome with another one."),
    "untrue": _("It was reported as not true, and we found it so."),
}
LABELS: dict[str, Text] = {
    "fee": _("💰 Money or a pledge"),
    "unclear": _("Unclear"),
    "contact": _("Cannot be reached"),
    "place": _("Does not belong here"),
    "untrue": _("Not true"),
}


def in_words(kept: str | None) -> Text:
    """A reason as it is kept: the sentence of a code, or an officer's own words."""
    own = verbatim(kept or "")
    return REASONS.get(kept.removeprefix(READY), own) if kept is not None and kept.startswith(READY) else own


@dataclass(frozen=True, slots=True)
class Facts:
    """What is refused or taken down."""

    matter_id: int
    title: str


def before_her(model: type[Sent], title: Callable[[Sent], str]) -> Callable[[Context, int, int], Facts | Text]:
    """Only what this officer has before her."""

    def gather(context: Context, about: int, staff_id: int) -> Facts | Text:
        found = submissions.by_id(context.session, model, about)
        if found is None or found.waits_since is None or found.claimed_by != staff_id:
            return MEANWHILE
        return Facts(found.id, title(found))

    return gather


def refusal(
    name: str,
    *,
    prompt: Text,
    gather: Callable[[Context, int, int], Facts | Text],
    decide: Callable[[Context, int, int, str], bool],
    tell: Callable[[Context, int], None],
    action: str,
    desk: Button,
    done: Text = REFUSED,
    gone: Text = MEANWHILE,
) -> Script[Facts]:
    """`gather` and `decide` get the matter's id and the officer's, `decide` the reason too. False: it is `gone`; else
    `tell` whoever sent it in.
    """

    def for_officers(context: Context, matter: Matter) -> Facts | Text:
        officer = officer_with(context, Permission.FOLLOW)
        return INVISIBLE if officer is None or matter.about is None else gather(context, matter.about, officer.id)

    def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
        officer = officer_with(context, Permission.FOLLOW)
        if officer is None:
            return Conclusion(Reply(INVISIBLE))
        note(context, officer, action, f"{action.partition('.')[0]}:{facts.matter_id}")
        if not decide(context, facts.matter_id, officer.id, answers["reason"]):
            return Conclusion(Reply(gone, rows=column(desk)))
        tell(context, facts.matter_id)
        return Conclusion(Reply(done, rows=column(desk)))

    return Script(
        name=name,
        version=1,
        confidential=True,
        title=lambda facts: _("Reason for “{title}”", title=facts.title),
        asks=(
            Ask(
                key="reason",
                prompt=lambda _a, facts: Text(prompt.msgid, {"title": facts.title}),
                choices=lambda _a, _f: tuple(Choice(READY + code, said) for code, said in LABELS.items()),
                reader=lambda typed, _a, _f: readers.words(typed.replace(READY, ""), least=5),
                shown=lambda value, _a, _f: in_words(value),
                columns=2,
            ),
        ),
        gather=for_officers,
        conclude=conclude,
        windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    )
