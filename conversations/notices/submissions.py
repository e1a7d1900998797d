"""What notices about job openings and about the showcase share: officers hear that one waits, and whoever sent it in
hears of it while it is hers and as she sent it in.
"""

from collections.abc import Callable

from conversations.context import Context
from conversations.giving.refusal import in_words
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines
from records import submissions
from records.deliveries import Claim
from records.submissions import Sent, Submission


def waits(name: str, model: type[Submission], look: str, said: Callable[[int], Text]) -> Notice:
    """To officers; `look` is the button's data, `said` takes how many wait."""

    def compose(context: Context, _claim: Claim) -> Composed:
        count = submissions.count_waiting(context.session, model)
        rows = column(Button(_("Look at it"), look, style=Style.PRIMARY))
        return Reply(said(count), rows=rows) if count else Skip("nothing waits any more")

    return Notice(name, compose, Hours.SENDING)


def hers(
    find: Callable[[Context, int], Sent | Skip],
    page: Callable[[Context, Sent, Text], Reply],
    say: Callable[[Context, Sent], Text | Skip],
) -> Callable[[Context, Claim], Composed]:
    """`find` skips what this chat need not hear of any more. The claim's detail begins with the revision."""

    def compose(context: Context, claim: Claim) -> Composed:
        found = find(context, claim.about)
        if isinstance(found, Skip):
            return found
        if str(found.revision) != (claim.detail or "").partition(".")[0]:
            return Skip("sent in anew meanwhile")
        said = say(context, found)
        return said if isinstance(said, Skip) else page(context, found, said)

    return compose


def taken_down(said: Text, found: Submission) -> Text:
    return lines(
        said,
        _("Reason: {reason}", reason=in_words(found.reason)),
        _("If this is not right, put it to an officer with /tanya; a person looks at it again."),
    )
