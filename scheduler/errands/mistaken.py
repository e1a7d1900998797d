"""A mistaken file goes back to its officer as it came, with a column that says what is wrong in each row."""

from collections import defaultdict
from collections.abc import Sequence

from conversations.reply import Document, Reply, Rows
from locales.text import Text, _, lines
from scheduler.errand import Tools
from scheduler.workbook_reading import Mistake, Sheet, marked

TOLD = 12
CAPTION_LETTERS = 950


async def returned(
    tools: Tools, content: bytes, sheet: Sheet, mistakes: Sequence[Mistake], name: str, rows: Rows
) -> Reply:
    """`name` is what the file is called when it comes back."""
    said: dict[int, list[str]] = defaultdict(list)
    for mistake in mistakes:
        said[mistake.row].append(f"{mistake.column}: {tools.plain(mistake.why)}")
    in_rows = {row: "; ".join(words) for row, words in said.items()}
    made = await tools.slow.run(marked, content, sheet.name, in_rows)
    head = _(
        "<b>{count} mistakes in {rows} rows. Nothing was changed.</b>\nThe file comes back with the column "
        "“Kesalahan”: mend it and send it again.",
        count=len(mistakes),
        rows=len(said),
    )
    told = [_("Row {row}, {column}: {why}", row=m.row, column=m.column, why=m.why) for m in mistakes[:TOLD]]
    return Reply(
        _short(tools, lines(head, lines(*told), separator="\n\n"), head), rows=rows, document=Document(name, made)
    )


def _short(tools: Tools, text: Text, head: Text) -> Text:
    """What fits below a file."""
    return text if len(tools.plain(text)) <= CAPTION_LETTERS else head
