"""The search for a name: through everybody, a page a transaction, so that replies go on meanwhile."""

from collections.abc import Callable
from heapq import nlargest

from conversations.people import pages as people_pages
from conversations.reply import Reply
from records import finding
from records.finding import Named
from scheduler.errand import Tools

SHOWN = 8
# Of 100. Below this a name is another name.
LIKE_ENOUGH = 72.0


async def search(tools: Tools, words: str) -> Reply | None:
    """The names most like these words, of equals the latest; `words` is what the officer typed."""
    like = likeness(words)
    best: list[tuple[float, int, Named]] = []
    after = 0
    while found := await tools.database.read(finding.page, after):
        after = found[-1].person_id
        scored = [(like(one.name), one.person_id, one) for one in found]
        best = nlargest(SHOWN, (*best, *(each for each in scored if each[0] >= LIKE_ENOUGH)))
    named = [one for _score, _id, one in best]
    now = tools.clock.now()
    return await tools.database.write(lambda session: people_pages.found(tools.context(session, now), words, named))


def likeness(words: str) -> Callable[[str], float]:
    """How like a name is to what was typed, 0 to 100: parts of a name, other orders, and small misspellings count."""
    from rapidfuzz import fuzz, utils

    wanted = utils.default_process(words)

    def like(name: str) -> float:
        told = utils.default_process(name)
        whole = fuzz.token_sort_ratio(wanted, told)
        part = fuzz.token_set_ratio(wanted, told) if len(wanted) >= 3 else 0.0
        each = _worst_word(wanted.split(), told.split())
        return max(whole, min(part, 99.0), min(each, 98.0))

    def _worst_word(typed: list[str], told: list[str]) -> float:
        """Every word typed must be like some word of the name."""
        if not typed or not told:
            return 0.0
        return min(max(fuzz.ratio(word, other) for other in told) for word in typed)

    return like
