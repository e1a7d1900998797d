"""Telegram's HTML: the subset, read into a text and its entities, with Telegram's complaints.

The byte offsets in the complaints count UTF-8 bytes of the source, as Telegram's do.
"""

import re
from dataclasses import replace

from simulator.entity import Entity, FormattedText, utf16_length
from simulator.errors import bad_request
from simulator.nesting import ordered
from simulator.references import decode, decode_all
from simulator.tags import KINDS, OpenTag, argument_of, close

# What Telegram takes for white space in a tag; other spaces of Unicode are letters to it.
SPACES = " \t\n\r\v\0"

_SPECIAL = re.compile(r"[<&]")
_NAME_END = re.compile("[ \t\n\r\v\0>]")
_ATTRIBUTE_END = re.compile("[ \t\n\r\v\0=>]")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


def parse(source: str) -> FormattedText:
    """The text and entities of a source in Telegram's HTML; raises RefusalError in Telegram's words."""
    if "<" not in source and "&" not in source:
        return FormattedText(source)
    return _Reading(source).run()


class _Reading:
    """One walk over a source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.units = 0
        self.open: list[OpenTag] = []
        self.entities: list[Entity] = []

    def run(self) -> FormattedText:
        while match := _SPECIAL.search(self.source, self.at):
            self._put(self.source[self.at : match.start()])
            self.at = match.start()
            if match.group() == "&":
                self._reference()
            elif self.source.startswith("</", self.at):
                self._close()
            else:
                self._begin()
        self._put(self.source[self.at :])
        if self.open:
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        plain = (replace(e, value="") if e.kind == "code" else e for e in self.entities)
        return FormattedText("".join(self.parts), ordered(plain))

    def _put(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.units += utf16_length(text)

    def _reference(self) -> None:
        character, end = decode(self.source, self.at)
        self._put(character)
        self.at = end

    def _begin(self) -> None:
        start = self.at
        end = _NAME_END.search(self.source, start + 1)
        if end is None:
            raise self._complaint("Unclosed start tag", start)
        tag = self.source[start + 1 : end.start()].lower()
        if tag not in KINDS:
            raise self._complaint(f'Unsupported start tag "{tag}"', start)
        self.at = end.start()
        argument = ""
        while attribute := self._attribute(tag, start):
            argument = argument_of(tag, *attribute) or argument
        if tag == "span" and argument != "spoiler":
            raise self._complaint('Tag "span" must have class "tg-spoiler"', start)
        self.open.append(OpenTag(tag, argument, self.units, len(self.parts)))

    def _attribute(self, tag: str, start: int) -> tuple[str, str] | None:
        """The next attribute, or None behind the `>` that ends the tag."""
        self._skip_space()
        if self.source.startswith(">", self.at):
            self.at += 1
            return None
        end = _ATTRIBUTE_END.search(self.source, self.at)
        name = self.source[self.at : end.start() if end else len(self.source)]
        if not name:
            raise self._complaint(f'Empty attribute name in the tag "{tag}"', start)
        self.at += len(name)
        self._skip_space()
        if not self.source.startswith("=", self.at):
            if tag == "blockquote" and name == "expandable" and self.at < len(self.source):
                return name, ""
            raise self._complaint(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', start)
        self.at += 1
        return name, self._value(tag, start)

    def _value(self, tag: str, start: int) -> str:
        self._skip_space()
        if self.at >= len(self.source):
            raise self._complaint(f'Unclosed start tag "{tag}"', start)
        quote = self.source[self.at]
        if quote not in "'\"":
            return self._token()
        end = self.source.find(quote, self.at + 1)
        if end < 0 or end + 1 >= len(self.source):
            raise self._complaint("Unclosed start tag", start)
        raw = self.source[self.at + 1 : end]
        self.at = end + 1
        return decode_all(raw)

    def _token(self) -> str:
        match = _TOKEN.match(self.source, self.at)
        end = match.end() if match else self.at
        if end >= len(self.source) or not _NAME_END.match(self.source, end):
            raise self._complaint("Unexpected end of name token", self.at)
        token = self.source[self.at : end].lower()
        self.at = end
        return token

    def _close(self) -> None:
        start = self.at
        if not self.open:
            raise self._complaint("Unexpected end tag", start)
        end = _NAME_END.search(self.source, start + 2)
        self.at = end.start() if end else len(self.source)
        tag = self.source[start + 2 : self.at].lower()
        self._skip_space()
        if not self.source.startswith(">", self.at):
            raise self._complaint("Unclosed end tag", start)
        self.at += 1
        expected = self.open[-1].tag
        if tag and tag != expected:
            raise self._complaint("Unmatched end tag", start, f', expected "</{expected}>", found "</{tag}>"')
        closed = self.open.pop()
        if length := self.units - closed.offset:
            close(closed, length, "".join(self.parts[closed.part :]), self.entities)

    def _skip_space(self) -> None:
        while self.at < len(self.source) and self.source[self.at] in SPACES:
            self.at += 1

    def _complaint(self, message: str, index: int, more: str = "") -> Exception:
        offset = len(self.source[:index].encode("utf-8", "surrogatepass"))
        return _cannot_parse(f"{message} at byte offset {offset}{more}")


def _cannot_parse(message: str) -> Exception:
    return bad_request(f"can't parse entities: {message}")
