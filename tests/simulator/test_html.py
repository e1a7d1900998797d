"""Telegram's HTML: what is read is what was meant, and nothing unbalanced is ever accepted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.entity import Entity, FormattedText, utf16_length
from simulator.errors import RefusalError
from simulator.html import parse
from simulator.rendering import to_html, to_page

TAGS = ("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "tg-spoiler", "blockquote")
PLAIN = st.text(st.characters(exclude_characters="<>&\0", exclude_categories=["Cs"]), max_size=8)
PIECES = st.one_of(
    PLAIN,
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(["&lt;", "&gt;", "&amp;", "&quot;", "&#128512;", "&#x1F600;", "&", "&nbsp;", "</>"]),
    st.sampled_from(['<a href="https://x.id/?a=1&amp;b=2">', "</a>", '<span class="tg-spoiler">', "</span>"]),
    st.sampled_from(['<code class="language-python">', "<blockquote expandable>", "<a href='tg://user?id=5'>"]),
)


KINDS = st.sampled_from(["bold", "italic", "code"])


def nested(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tagged = st.tuples(st.sampled_from(TAGS), inside).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>")
    linked = inside.map(lambda text: f'<a href="https://x.id/a?b=1&amp;c=%22">{text}</a>')
    coded = inside.map(lambda text: f'<pre><code class="language-py">{text}</code></pre>')
    return st.one_of(tagged, linked, coded, st.lists(inside, max_size=3).map("".join))


BALANCED = st.recursive(PLAIN, nested, max_leaves=8)


def is_balanced(source: str) -> bool:
    """Told by another way than the parser's: a stack over what looks like tags."""
    stack: list[str] = []
    for end, name in re.findall(r"<(/?)([^\s>]*)[^>]*>", source):
        if not end:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack


@given(BALANCED)
def test_what_is_balanced_is_read_and_written_back_to_the_same(source: str) -> None:
    read = parse(source)
    assert read.text == re.sub(r"<[^>]*>", "", source)
    assert parse(to_html(read)) == read


@given(st.lists(PIECES, max_size=10).map("".join))
def test_whatever_is_accepted_survives_being_written_and_read_again(source: str) -> None:
    try:
        read = parse(source)
    except RefusalError:
        return
    assert parse(to_html(read)) == read
    for entity in read.entities:
        assert 0 <= entity.offset < entity.end <= utf16_length(read.text)


@given(st.lists(PIECES.filter(lambda piece: piece != "</>"), max_size=10).map("".join))
def test_a_source_is_accepted_if_and_only_if_its_tags_are_balanced(source: str) -> None:
    try:
        parse(source)
    except RefusalError:
        assert not is_balanced(source)
    else:
        assert is_balanced(source)


@given(st.text(alphabet='<>/b a&;="i\n{}', max_size=30))
def test_garbage_is_read_or_refused_but_never_breaks(source: str) -> None:
    try:
        read = parse(source)
    except RefusalError as refusal:
        said = refusal.description
    else:
        said = f"Bad Request: can't parse entities: {read.text}"
    assert said.startswith("Bad Request: can't parse entities: ")


@given(st.lists(PIECES, max_size=10).map("".join))
def test_the_page_never_gets_a_tag_that_was_not_ours(source: str) -> None:
    try:
        read = parse(source)
    except RefusalError:
        read = FormattedText(source)
    allowed = {"b", "i", "u", "s", "code", "pre", "blockquote", "a", "span", "br"}
    assert set(re.findall(r"</?([a-z]+)", to_page(read))) <= allowed


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
    st.lists(st.tuples(KINDS, st.integers(0, 19), st.integers(1, 20)), max_size=5),
)
def test_entities_that_overlap_are_still_written_balanced(text: str, wanted: list[tuple[str, int, int]]) -> None:
    flat = "".join(character for character in text if character <= "\uffff") or "x"
    entities = [Entity(kind, start, min(size, len(flat) - start)) for kind, start, size in wanted if start < len(flat)]
    assert parse(to_html(FormattedText(flat, tuple(entities)))).text == flat


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>🎉</b> <i>x</i>", "🎉 x", (Entity("bold", 0, 2), Entity("italic", 3, 1))),
        ('<pre><code class="language-py">x</code></pre>', "x", (Entity("pre", 0, 1, "py"),)),
        ("<blockquote expandable>x</blockquote>", "x", (Entity("expandable_blockquote", 0, 1),)),
        ('<span class="tg-spoiler">x</span>', "x", (Entity("spoiler", 0, 1),)),
        ("<a href='tg://user?id=77'>x</a>", "x", (Entity("text_mention", 0, 1, "77"),)),
        ("<a>x.id</a>", "x.id", (Entity("text_link", 0, 4, "http://x.id/"),)),
        ("<a href='javascript:alert(1)'>x</a>", "x", ()),
        ("<B>x</b>", "x", (Entity("bold", 0, 1),)),
        ("<b>x</>", "x", (Entity("bold", 0, 1),)),
        ("<b><b>x</b></b>", "x", (Entity("bold", 0, 1),)),
        ("a &amp; b &#65; &#x42; &nbsp; &lt;", "a & b A B &nbsp; <", ()),
        ("<b></b>x", "x", ()),
        ("<b>a<code>b</code>c</b>", "abc", (Entity("bold", 0, 1), Entity("code", 1, 1), Entity("bold", 2, 1))),
        ("<a href='x.id'><code>x</code></a>", "x", (Entity("code", 0, 1),)),
        ("<blockquote><code>x</code></blockquote>", "x", (Entity("blockquote", 0, 1), Entity("code", 0, 1))),
    ],
)
def test_each_tag_means_what_it_means_with_telegram(source: str, text: str, entities: tuple[Entity, ...]) -> None:
    assert parse(source) == FormattedText(text, entities)
