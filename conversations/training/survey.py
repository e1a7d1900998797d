"""The satisfaction survey at the end of a training: nine taps, anonymous.

The talk forgets its answers when it ends, however it ends; what stays are the counts of the class.
"""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.officer import INVISIBLE
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from conversations.training.trainee import own
from locales.text import Text, _
from records import satisfaction
from records.trainees import Trainee

CLOSED = _("This survey is answered or over. Thank you; tell us anything else with /tanya at any time.")


def gather(context: Context, matter: Matter) -> Trainee | Text:
    trainee = own(context, matter.about)
    if trainee is None:
        return INVISIBLE
    if not satisfaction.is_open(context.session, trainee.id, context.today):
        return CLOSED
    return trainee


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Trainee) -> Conclusion:
    values = [int(answers[key]) for key, _prompt, _words in QUESTIONS]
    if not satisfaction.answer(context.session, facts.id, facts.class_id, values, context.today):
        return Conclusion(Reply(CLOSED, rows=column(BACK_HOME)))
    text = _(
        "Thank you! Your answers are counted with those of your class; nobody can see that they are yours. "
        "They help those who train after you."
    )
    return Conclusion(Reply(text, rows=column(BACK_HOME)))


# The nine elements in the order of the regulation: key, question, what 1 to 4 mean.
QUESTIONS: tuple[tuple[str, Text, tuple[Text, Text, Text, Text]], ...] = (
    (
        "u1",
        _("Did the <b>requirements</b> fit the kind of service?"),
        (_("Did not fit"), _("Fitted little"), _("Fitted"), _("Fitted very well")),
    ),
    (
        "u2",
        _("How easy was the <b>procedure</b>, from registration to training?"),
        (_("Not easy"), _("Less easy"), _("Easy"), _("Very easy")),
    ),
    (
        "u3",
        _("How fast was the <b>service</b>?"),
        (_("Not fast"), _("Less fast"), _("Fast"), _("Very fast")),
    ),
    (
        "u4",
        _("Was the <b>cost</b> as promised (everything free)?"),
        (_("Very expensive"), _("Rather expensive"), _("Cheap"), _("Free")),
    ),
    (
        "u5",
        _("Was the <b>training</b> what had been announced?"),
        (_("Not what was announced"), _("Less than announced"), _("As announced"), _("Just as announced or better")),
    ),
    (
        "u6",
        _("How <b>competent</b> were trainers and officers?"),
        (_("Not competent"), _("Less competent"), _("Competent"), _("Very competent")),
    ),
    (
        "u7",
        _("How <b>polite and friendly</b> were trainers and officers?"),
        (_("Not polite"), _("Less polite"), _("Polite"), _("Very polite")),
    ),
    (
        "u8",
        _("How were <b>complaints and suggestions</b> handled?"),
        (_("There was no way to complain"), _("There was a way, nothing was done"), _("Not well enough"), _("Well")),
    ),
    (
        "u9",
        _("How good were the <b>rooms, tools and materials</b>?"),
        (_("Bad"), _("Sufficient"), _("Good"), _("Very good")),
    ),
)


def _ask(key: str, prompt: Text, words: tuple[Text, ...]) -> Ask[Trainee]:
    return Ask(
        key=key,
        prompt=lambda _a, _f: prompt,
        choices=lambda _a, _f: tuple(Choice(str(value), label) for value, label in enumerate(words, 1)),
    )


SCRIPT = Script(
    name="survey",
    version=1,
    title=lambda facts: _("Satisfaction with {programme}", programme=facts.programme),
    asks=tuple(_ask(*question) for question in QUESTIONS),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=7, begun_days=7),
    forgets=True,
)
