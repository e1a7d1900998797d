"""The questionnaire of the follow-up: what does the graduate do now? Every tap counts."""

from datetime import timedelta

from conversations.following import activity, ending, job, rest, still
from conversations.following.facts import Facts, gather
from conversations.following.misdirected import NOT_ME
from conversations.following.postponing import LATER
from conversations.following.recording import HERSELF
from conversations.reply import Reply
from conversations.script import Ask, Script, Windows
from locales.text import Text, _

# The second tap of two comes sooner; nobody has read a question by then.
GLANCE = timedelta(milliseconds=400)
ASKS: tuple[Ask[Facts], ...] = (
    still.ASK,
    *(
        still.unless_carried(ask)
        for ask in (
            activity.MAIN,
            activity.HOUR,
            activity.RESTING,
            activity.KIND,
            activity.PERMANENCE,
            activity.WORKERS,
            activity.PAID,
            job.SINCE,
            job.RELEVANCE,
            job.INCOME,
            job.SECTOR,
            job.PLACE,
            job.NAME,
            rest.SEEKING,
            rest.SATISFIED,
            rest.NEEDS,
        )
    ),
)

WHY = _(
    "<b>Why we ask</b>: the centre wants to know honestly whether its training helps. Officers of the BLK see your "
    "answer; what is published are counts without names. Three years after the training only the counts are kept. "
    "You need not answer, and it changes nothing for you."
)


def opening(name: str, programme: str) -> Text:
    """The first words to somebody whom this follow-up has not reached yet. A locked screen shows the first line: it
    names her and tells nothing about her.
    """
    return _(
        "Hello {name}, this is the BLK.\n"
        "You followed the training in <b>{programme}</b>; a few taps tell us how you are.",
        name=name,
        programme=programme,
    )


SCRIPT = Script(
    name="followup",
    version=2,
    title=lambda facts: _("Month {wave} after {programme}", wave=facts.wave, programme=facts.programme),
    asks=ASKS,
    gather=gather,
    conclude=ending.conclude,
    observe=HERSELF.observe,
    opening=lambda facts: opening(facts.name, facts.programme),
    stop_label=_("🔕 Do not ask again"),
    stopped=ending.stop,
    controls=(LATER, NOT_ME),
    why=WHY,
    help_label=_("❓ Why do you ask?"),
    counted=False,
    glance=GLANCE,
    too_late=_(
        "The time to answer this question is over, so your tap is not noted. You need do nothing: where another "
        "question is due, we write to you again."
    ),
    afterwards=lambda _context: Reply(_("Thank you, your answer is noted.")),
    windows=lambda context: Windows(
        context.house.profile.followup.untouched_days, context.house.profile.followup.begun_days
    ),
)
