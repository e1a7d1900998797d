"""Optional questions: what is good to know and nobody must tell. Each can be skipped, or what was told removed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from conversations import phrases, readers
from conversations.people.addressing import FormOfAddress
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Misread
from locales.text import Text, _, lines, verbatim

SKIP, REMOVE = "-", "~"
# How officers may speak with her; what the bot speaks is chosen with /bahasa.
LANGUAGES: dict[str, Text] = {"id": _("Indonesian"), "jv": _("Javanese"), "en": _("English")}


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose application it is, the other classes of its cohort by id, and what she had told before, by ask."""

    application_id: int
    person_id: int
    name: str
    number: str
    others: Mapping[str, str]
    told: Mapping[str, str]
    consented: bool


def agrees(answers: Answers, facts: Facts) -> bool:
    return facts.consented or answers.get("consent") == "yes"


def _optional(
    key: str,
    question: Callable[[Facts], Text],
    *,
    choices: Callable[[Facts], tuple[Choice, ...]] = lambda _facts: (),
    reader: Callable[[str], str | Misread] | None = None,
    when: Callable[[Answers, Facts], bool] = agrees,
    columns: int = 1,
) -> Ask[Facts]:
    """A question with what was told before, and buttons to skip it or to take that away."""

    def prompt(_answers: Answers, facts: Facts) -> Text:
        before = facts.told.get(key)
        if before is None:
            return question(facts)
        return lines(question(facts), _("So far: <b>{value}</b>", value=_said(key, before, facts)))

    def offered(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
        remove = (Choice(REMOVE, _("🗑 Remove it")),) if key in facts.told else ()
        return (*choices(facts), *remove, Choice(SKIP, _("⏭ Skip"), Style.PRIMARY))

    def read(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
        """What was taken away stays an answer, though there is nothing left to take away."""
        if typed == REMOVE:
            return REMOVE
        return Misread(phrases.TAP_ONE) if reader is None else reader(typed)

    return Ask(
        key=key,
        prompt=prompt,
        choices=offered,
        reader=read,
        when=when,
        columns=columns,
        sensitive=key == "accommodation",
    )


def _said(key: str, value: str, facts: Facts) -> Text:
    match key:
        case "second":
            return verbatim(facts.others.get(value, value))
        case "form":
            return verbatim(value.capitalize())
        case "language":
            return LANGUAGES.get(value) or verbatim(value)
        case _:
            return verbatim(value)


def _has_contact(answers: Answers, facts: Facts) -> bool:
    given = answers.get("contact", 0)
    return agrees(answers, facts) and given is not None and given not in (SKIP, REMOVE)


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="consent",
        when=lambda _a, facts: not facts.consented,
        prompt=lambda _a, facts: _(
            "<b>Completing {number}, {name}</b>\nThe next questions are optional and change nothing about your chance. "
            "Your answers help us to reach and support you, are kept as long as your registration, and can be removed "
            "here at any time. May we ask?",
            number=facts.number,
            name=facts.name,
        ),
        choices=lambda _a, _f: (Choice("yes", _("Yes, ask"), Style.SUCCESS), Choice("no", _("No, thank you"))),
    ),
    _optional(
        "second",
        lambda _facts: _(
            "Is there a <b>second choice</b>, should your first have no seat left? All first choices are ranked first; "
            "seats that remain go to second choices."
        ),
        choices=lambda facts: tuple(Choice(code, verbatim(name)) for code, name in facts.others.items()),
        when=lambda answers, facts: agrees(answers, facts) and bool(facts.others),
    ),
    _optional(
        "accommodation",
        lambda _facts: _(
            "Is there anything that <b>would help you follow</b> the training or the test: a place near the front, "
            "more time, a ramp, somebody who signs? Write what helps, not a diagnosis."
        ),
        reader=lambda typed: readers.words(typed, least=3),
    ),
    _optional(
        "contact",
        lambda _facts: _(
            "Who could <b>reach you in a year</b>, should your number have changed: a relative, a friend? "
            "Write the name."
        ),
        reader=readers.name,
    ),
    _optional(
        "contact_phone",
        lambda _facts: _("And that person's <b>phone number</b>? Please tell them that you gave it to us."),
        reader=readers.phone,
        when=_has_contact,
    ),
    _optional("email", lambda _facts: _("Your <b>email address</b>?"), reader=readers.email),
    _optional(
        "ak1",
        lambda _facts: _("The number of your <b>AK-1</b> (yellow card for job seekers), if you have one?"),
        reader=readers.card_number,
    ),
    _optional(
        "form",
        lambda _facts: _("How may we <b>address you</b>?"),
        choices=lambda _facts: tuple(Choice(form.value, verbatim(form.word)) for form in FormOfAddress),
        columns=3,
    ),
    _optional(
        "language",
        lambda _facts: _("In which <b>language</b> would you like officers to speak with you?"),
        choices=lambda _facts: tuple(Choice(code, words) for code, words in LANGUAGES.items()),
        columns=3,
    ),
)
