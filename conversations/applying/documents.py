"""Documents: after the number, the applicant sends what the class wants, or says that she brings it to the counter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from conversations.applying import document_words, dossier, legibility
from conversations.applying.album import KINDS, WHICH, files_of, told_apart
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.event import File
from conversations.home import status
from conversations.reply import Background, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, lines
from records import documents, dossiers, people, receiving
from records.documents import LIVE, Document, DocumentKind, DocumentState
from records.profile.checking import DocumentRules
from records.receiving import Parcel

COUNTER, ALL, LATER = "counter", "all", "later"
_FLAGS = {COUNTER: DocumentState.COUNTER, ALL: DocumentState.COUNTER, LATER: DocumentState.NOT_IN_HAND}
# How a question asks for a kind, and what else serves.
_HINTS: dict[DocumentKind, Text] = {
    DocumentKind.KTP: _("The whole card, readable. A screenshot of the IKD serves as well."),
    DocumentKind.DIPLOMA: _("Your last certificate; the SKL serves as well."),
    DocumentKind.FAMILY_CARD: _("The whole page, readable."),
    DocumentKind.PORTRAIT: _("Your face, from the front."),
    DocumentKind.AK1: _("The front of the yellow card."),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """`asked`: the kinds that this talk asks for; `refused`: why files that it brought cannot be read, by message."""

    application_id: int
    number: str
    name: str
    asked: tuple[DocumentKind, ...]
    refused: Mapping[int, str]
    rules: DocumentRules
    last_day: date
    counter: str


def gather(context: Context, matter: Matter) -> Facts | Text:
    application = dossier.mine(context, matter.about)
    if application is None or application.status not in dossiers.AWAITING:
        return _("The documents of this registration have been checked, or it is over. See /status.")
    session = context.session
    brought = documents.of_talk(session, application.id, matter.talk_id) if matter.talk_id else []
    answered = {d.kind for d in documents.of_application(session, application.id)} - {d.kind for d in brought}
    unreadable = [d for d in brought if d.state == DocumentState.UNREADABLE.value]
    profile = context.house.profile
    return Facts(
        application_id=application.id,
        number=application.number,
        name=people.by_id(session, application.person_id).name,
        asked=tuple(kind for kind in dossier.wanted(context, application) if kind.value not in answered),
        refused={d.message_id: d.why or "broken" for d in unreadable if d.message_id is not None},
        rules=profile.documents,
        last_day=dossier.last_day(context, application),
        counter=f"{profile.address}, {profile.office_hours}",
    )


def _opening(facts: Facts) -> Text:
    """Article 56 of UU 27/2022: the transfer abroad is said, and another way offered."""
    return _(
        "<b>Documents for {number}</b>, {name}\n"
        "They are wanted until <b>{day}</b>. A photo travels over Telegram, a service abroad; once it is stored with "
        "us, encrypted, we remove it from this chat. If you would rather not, bring it to the counter: {counter}.",
        number=facts.number,
        name=facts.name,
        day=facts.last_day,
        counter=facts.counter,
    )


def _taken(file: File, _answers: Answers, facts: Facts) -> Misread | None:
    why = facts.refused.get(file.message_id)
    return legibility.why_not(file, facts.rules) if why is None else Misread(legibility.TROUBLE[why])


def _choices(kind: DocumentKind) -> Callable[[Answers, Facts], tuple[Choice, ...]]:
    def choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
        first = kind == facts.asked[0] if facts.asked else True
        several = len(facts.asked) > 1
        offered = [Choice(LATER, _("⏳ I do not have the certificate yet"))] if kind is DocumentKind.DIPLOMA else []
        offered.append(Choice(COUNTER, _("🏢 I bring it to the counter")))
        if first and several:
            offered.append(Choice(ALL, _("🏢 I bring everything to the counter")))
        return tuple(offered)

    return choices


def _prompt(kind: DocumentKind) -> Callable[[Answers, Facts], Text]:
    def prompt(_answers: Answers, facts: Facts) -> Text:
        return _(
            "Please send a photo (or a PDF) of the <b>{kind}</b> of {name}. {hint}",
            kind=document_words.KIND[kind],
            name=facts.name,
            hint=_HINTS[kind],
        )

    return prompt


def _shown(value: str, _answers: Answers, _facts: Facts) -> Text:
    return _("the file you sent") if value.startswith("{") else document_words.STATE[_FLAGS[value]]


def _when(kind: DocumentKind) -> Callable[[Answers, Facts], bool]:
    def when(answers: Answers, facts: Facts) -> bool:
        return kind in facts.asked and all(answers.get(one.value) != ALL for one in KINDS[: KINDS.index(kind)])

    return when


def _ask(kind: DocumentKind) -> Ask[Facts]:
    return Ask(
        key=kind.value,
        when=_when(kind),
        prompt=_prompt(kind),
        upload=_taken,
        choices=_choices(kind),
        shown=_shown,
        help=_(
            "Tap the paper clip beside the typing field, choose the camera or a photo, and send it. Put the document "
            "down flat in good light; all four corners should be seen. What you bring to the counter you need not send."
        ),
    )


def observe(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Background | None:
    """Writes down what came, before anything is said of it."""
    session, about = context.session, facts.application_id
    brought = documents.of_talk(session, about, matter.talk_id)
    files = told_apart(answers)
    for kind, file in files.items():
        known = next((d for d in brought if d.message_id == file.message_id), None)
        if known is None:
            parcel = Parcel(file.file_id, context.chat_id, file.message_id, matter.talk_id, not file.album)
            receiving.receive(session, about, kind, parcel, context.now)
        elif known.kind != kind.value:
            receiving.rename(session, known.id, kind)
    _flag(context, matter, answers, facts, brought)
    return dossier.TAKE_UP if files else None


def _flag(context: Context, matter: Matter, answers: Answers, facts: Facts, brought: list[Document]) -> None:
    for kind, state in _flags(answers, facts).items():
        if not any(d.kind == kind.value and d.state == state.value for d in brought if d.state in LIVE):
            dossier.flag(context, facts.application_id, kind, state, matter.talk_id)


def _flags(answers: Answers, facts: Facts) -> dict[DocumentKind, DocumentState]:
    """Every kind that is brought to the counter or is not in hand yet."""
    found: dict[DocumentKind, DocumentState] = {}
    everything = False
    for kind in facts.asked:
        value = answers.get(kind.value)
        everything = everything or value == ALL
        if everything:
            found[kind] = DocumentState.COUNTER
        elif value in _FLAGS:
            found[kind] = _FLAGS[value]
    return found


def conclude(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """What came is looked at beside; where nothing came, the application goes on at once."""
    receiving.make_certain(context.session, facts.application_id, matter.talk_id, context.now)
    files, flags = files_of(answers), _flags(answers, facts)
    complete = dossier.settle(context, facts.application_id, flags)
    counter = DocumentState.COUNTER in flags.values()
    text = lines(
        _("Thank you, {name}. We look whether it can be read, and tell you here in a moment.", name=facts.name)
        if files
        else _("Thank you, {name}. That is noted.", name=facts.name),
        document_words.complete_text() if complete else None,
        document_words.bring(context) if counter else None,
        separator="\n\n",
    )
    return Conclusion(
        Reply(
            text,
            rows=column(BACK_HOME),
            venue=document_words.place(context) if counter else None,
            background=dossier.TAKE_UP if files else None,
        )
    )


SCRIPT = Script(
    name="documents",
    version=1,
    title=lambda facts: _("Documents for {number}", number=facts.number),
    opening=_opening,
    asks=(
        *(_ask(kind) for kind in KINDS),
        WHICH,
    ),
    gather=gather,
    observe=observe,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=3, begun_days=7),
    afterwards=status,
)
