"""A text and its entities, written out as HTML: Telegram's own subset, or safe HTML for the page."""

from collections.abc import Callable
from html import escape

from simulator.entity import Entity, FormattedText, is_flat, unit_indices

Tags = tuple[str, str]

_PLAIN: dict[str, Tags] = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
}


def to_html(formatted: FormattedText) -> str:
    """Telegram's HTML, which `html.parse` reads back to the same."""
    return _render(formatted, _telegram_tags, lambda piece: escape(piece).replace("&#x27;", "&#39;"))


def to_page(formatted: FormattedText) -> str:
    """HTML that is safe to show as it is: every character of the text is escaped, every link was checked."""
    return _render(formatted, _page_tags, lambda piece: escape(piece).replace("\n", "<br>"))


def _telegram_tags(entity: Entity, _text: str) -> Tags | None:
    value = escape(entity.value)
    if entity.kind == "text_link":
        return f'<a href="{value}">', "</a>"
    if entity.kind == "text_mention":
        return f'<a href="tg://user?id={value}">', "</a>"
    if entity.kind == "spoiler":
        return "<tg-spoiler>", "</tg-spoiler>"
    if entity.kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if entity.kind == "pre":
        code = (f'<code class="language-{value}">', "</code>") if value else ("", "")
        return "<pre>" + code[0], code[1] + "</pre>"
    if entity.kind == "custom_emoji":
        return f'<tg-emoji emoji-id="{value}">', "</tg-emoji>"
    return _PLAIN.get(entity.kind)


def _page_tags(entity: Entity, text: str) -> Tags | None:
    value = escape(entity.value)
    if entity.kind == "text_link":
        return _anchor(value)
    if entity.kind == "url":
        return _anchor(escape(text if "://" in text else f"https://{text}"))
    if entity.kind == "email":
        return _anchor(escape(f"mailto:{text}"))
    if entity.kind == "bot_command":
        return f'<a class="command" href="#" data-command="{escape(text)}">', "</a>"
    if entity.kind == "spoiler":
        return '<span class="tg-spoiler">', "</span>"
    if entity.kind == "expandable_blockquote":
        return '<blockquote class="expandable">', "</blockquote>"
    if entity.kind == "pre":
        return (f'<pre data-language="{value}">' if value else "<pre>"), "</pre>"
    if entity.kind in ("mention", "hashtag", "text_mention"):
        return f'<span class="{entity.kind}">', "</span>"
    return _PLAIN.get(entity.kind)


def _anchor(href: str) -> Tags:
    return f'<a href="{href}" target="_blank" rel="noopener noreferrer">', "</a>"


def _render(formatted: FormattedText, tags: Callable[[Entity, str], Tags | None], shown: Callable[[str], str]) -> str:
    text = formatted.text
    if not formatted.entities:
        return shown(text)
    indices = range(len(text) + 1) if is_flat(text) else unit_indices(text)
    spans: list[tuple[int, int, Tags]] = []
    for entity in formatted.entities:
        start, end = indices[entity.offset], indices[entity.end]
        found = tags(entity, text[start:end])
        if found:
            spans.append((start, end, found))
    return _weave(text, sorted(spans, key=lambda span: (span[0], -span[1])), shown)


def _weave(text: str, spans: list[tuple[int, int, Tags]], shown: Callable[[str], str]) -> str:
    """Text and tags interleaved. A span that ends inside another closes that one too and opens it again behind."""
    edges = sorted({edge for start, end, _ in spans for edge in (start, end)} | {0, len(text)})
    pending = list(reversed(spans))
    stack: list[tuple[int, Tags]] = []
    out: list[str] = []
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=True):
        _close_until(edge, stack, out)
        while pending and pending[-1][0] == edge:
            _, end, found = pending.pop()
            stack.append((end, found))
            out.append(found[0])
        out.append(shown(text[edge:following]))
    return "".join(out)


def _close_until(edge: int, stack: list[tuple[int, Tags]], out: list[str]) -> None:
    reopened: list[tuple[int, Tags]] = []
    while any(end <= edge for end, _ in stack):
        end, found = stack.pop()
        out.append(found[1])
        if end > edge:
            reopened.append((end, found))
    for end, found in reversed(reopened):
        stack.append((end, found))
        out.append(found[0])
