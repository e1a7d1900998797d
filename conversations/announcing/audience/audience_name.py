"""The name of a saved audience: given when a draft's is saved, or another one later."""

from dataclasses import dataclass

from conversations import readers
from conversations.announcing import drafting
from conversations.announcing.audience import audience_page, audience_saved
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, lines
from records.audiences import saved
from records.permissions import Permission

MOST = 200
FULL = _("{most} saved audiences are enough: delete one first.", most=MOST)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is saved, in words; its name so far; and the names that are taken."""

    people: Text
    name: str | None
    taken: frozenset[str]


def _to_save(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    names = saved.names(context.session)
    if len(names) >= MOST:
        return FULL
    return Facts(audience_page.in_words(context, campaign.people), None, names)


def _to_rename(context: Context, matter: Matter) -> Facts | Text:
    found = None if matter.about is None else saved.by_id(context.session, matter.about)
    if found is None or officer_with(context, Permission.ANNOUNCE) is None:
        return INVISIBLE
    others = saved.names(context.session) - {found.name.casefold()}
    return Facts(audience_page.in_words(context, found.people), found.name, others)


def _name(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    read = readers.words(typed, limit=saved.NAME_LENGTH, least=2)
    if isinstance(read, str) and read.casefold() in facts.taken:
        return Misread(_("“{name}” is taken already. Please give it another name.", name=read))
    return read


def _save(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.ANNOUNCE)
    campaign = drafting.draft_of(context, matter)
    if officer is None or isinstance(campaign, Text):
        return Conclusion(drafting.left(context, matter, facts))
    one = saved.save(context.session, answers["name"], campaign.people.tidied(), officer.id, context.now)
    note(context, officer, "audience.saved", f"audience:{one.id}")
    page = audience_page.page(context, campaign)
    return Conclusion(page.with_note(_("💾 Saved as “{name}”.", name=one.name)))


def _rename(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None or matter.about is None:
        return Conclusion(Reply(INVISIBLE))
    if not saved.rename(context.session, matter.about, answers["name"], context.now):
        return Conclusion(Reply(_("That audience is deleted."), rows=column(STAFF_MENU)))
    note(context, officer, "audience.renamed", f"audience:{matter.about}")
    return Conclusion(_saved_one(context, matter, facts))


def _saved_one(context: Context, matter: Matter, _facts: Facts) -> Reply:
    one = None if matter.about is None else saved.by_id(context.session, matter.about)
    return Reply(INVISIBLE) if one is None else audience_saved.page(context, one)


ASK: Ask[Facts] = Ask(
    key="name",
    prompt=lambda _a, facts: lines(
        facts.people,
        _("Under which name shall it be kept? For example “Alumni las yang belum bekerja”."),
        separator="\n\n",
    ),
    reader=_name,
)
SAVE = Script(
    name="audience_save",
    version=1,
    title=lambda _facts: _("Saved audience"),
    asks=(ASK,),
    gather=_to_save,
    conclude=_save,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    stopped=drafting.left,
)
RENAME = Script(
    name="audience_rename",
    version=1,
    title=lambda _facts: _("Name of a saved audience"),
    asks=(ASK,),
    gather=_to_rename,
    conclude=_rename,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    stopped=_saved_one,
)
