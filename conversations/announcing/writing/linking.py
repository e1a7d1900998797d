"""An officer puts a button with a link under an announcement, or takes one away."""

from dataclasses import dataclass

from conversations.announcing import drafting
from conversations.announcing.writing import links
from conversations.context import Context
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script
from locales.text import Text, _
from records import contents
from records.contents import MOST_LINKS, Link

ADD = "add"


@dataclass(frozen=True, slots=True)
class Facts:
    """The links there are."""

    campaign_id: int
    links: tuple[Link, ...] = ()


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    return campaign if isinstance(campaign, Text) else Facts(campaign.id, contents.read(campaign).links)


def _choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    removing = (Choice(str(n), _("🗑 {n}. {label}", n=n + 1, label=link.label)) for n, link in enumerate(facts.links))
    more = (Choice(ADD, _("➕ Another button")),) if len(facts.links) < MOST_LINKS else ()
    return (*more, *removing)


def _adds(answers: Answers, facts: Facts) -> bool:
    return not facts.links or answers.get("what") == ADD


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    if _adds(answers, facts):
        left = (*facts.links, Link(answers["label"], answers["url"]))
    else:
        left = tuple(link for n, link in enumerate(facts.links) if str(n) != answers["what"])
    changed = contents.link(context.session, facts.campaign_id, left)
    return drafting.kept(context, facts.campaign_id, changed=changed)


SCRIPT = Script(
    name="announcement_link",
    version=1,
    title=lambda _facts: _("Button with a link of an announcement"),
    asks=(
        Ask(
            key="what",
            prompt=lambda _a, facts: _(
                "There can be up to {most} buttons with links. Add another, or tap one to take it away.",
                most=MOST_LINKS,
            ),
            choices=_choices,
            when=lambda _a, facts: bool(facts.links),
        ),
        Ask(
            key="label",
            prompt=lambda _a, _f: _("What shall stand <b>on the button</b>? For example: Formulir pendaftaran"),
            reader=lambda typed, _a, _f: links.label(typed),
            when=_adds,
        ),
        Ask(
            key="url",
            prompt=lambda _a, _f: _(
                "Which <b>address</b> does it open? A phone number opens a chat on WhatsApp, an @name one on Telegram."
            ),
            reader=lambda typed, _a, _f: links.url(typed),
            when=_adds,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
