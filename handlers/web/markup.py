"""The markup of a page: values become HTML here and nowhere else. Whatever people wrote is escaped."""

import re
from html import escape

from conversations.context import House
from conversations.following import asking_again
from conversations.reply import Button
from conversations.web import words
from conversations.web.answering import ASK_AGAIN, Shown
from conversations.web.sheet import Sheet
from conversations.web.visit import End, Ended
from handlers.web.design import CANTING, KAWUNG, Design
from locales.text import Text

# What a label begins with in a chat, where pictures tell buttons apart; here it would only be read aloud.
_ORNAMENT = re.compile(r"^[^\w“(<>≤≥½]+")
KEPT = ":!"
LONGEST_ANSWER = 500


class Markup:
    """Pages of one house."""

    def __init__(self, house: House, design: Design) -> None:
        self._house, self._design = house, design

    def question(self, shown: Shown, note: Text | None = None) -> str:
        """The page of a question."""
        language, sheet = shown.language, shown.sheet
        step = None if sheet.step is None else words.progress(sheet.step, sheet.total, sheet.is_counted)
        body = (
            self._greeting(shown),
            self._progress(sheet, language),
            self._note(note or sheet.note, language),
            f'<h1 id="q">{self._html(sheet.text, language)}</h1>',
            self._answers(sheet, language),
            self._words(sheet, language),
            self._controls(sheet, language),
            self._why(sheet, language),
            f'<p class="later">{self._html(words.LATER, language)}</p>',
        )
        return self._page(language, "" if step is None else self._plain(step, language), "\n".join(filter(None, body)))

    def ending(self, ended: Ended) -> str:
        """The page of a link behind which nothing is asked."""
        language = ended.language
        head, said = words.title(ended.why), words.text(ended.why)
        body = (
            f'<div class="end">{KAWUNG if ended.why is End.ANSWERED else ""}<h1>{self._html(head, language)}</h1>'
            f"<p>{self._html(said, language)}</p>{self._given_back(ended)}{self._after_all(ended)}"
            f"{self._contact(language)}</div>"
        )
        return self._page(language, self._plain(head, language), body)

    def _after_all(self, ended: Ended) -> str:
        """The way back from "do not ask again"."""
        if ended.stopped is None:
            return ""
        label = escape(_bare(self._plain(asking_again.AFTER_ALL, ended.language)))
        return (
            f'<form method="post" class="answers"><input type="hidden" name="at" value="{ended.why.value}">'
            f'<button class="answer" name="press" value="{ASK_AGAIN}"><span>{label}</span></button></form>'
        )

    def _given_back(self, ended: Ended) -> str:
        return "" if ended.said is None else f'<p class="given">{self._html(ended.said, ended.language)}</p>'

    def sorry(self, said: Text, language: str) -> str:
        """The page of what could not be done."""
        return self._page(language, "", f'<div class="end"><p>{self._html(said, language)}</p></div>')

    def preview(self, language: str, way_in: str) -> str:
        """What a messenger shows of the link before anybody opens it: who sent it, and nobody's name. A person who is
        taken for one finds a way in.
        """
        said, button = self._html(words.INVITING, language), self._html(words.OPEN, language)
        body = f'<div class="end"><h1>{said}</h1><a class="send" href="?{way_in}">{button}</a></div>'
        return self._page(language, "", body)

    def _page(self, language: str, title: str, body: str) -> str:
        centre = escape(self._house.profile.name)
        head = f"{escape(title)} · {centre}" if title else centre
        return (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            '<meta name="robots" content="noindex,nofollow">\n<meta name="theme-color" content="#1b2c5e">\n'
            f'<link rel="icon" href="data:,">\n<title>{head}</title>\n<style>{self._design.style}</style>\n</head>\n'
            f'<body>\n<header class="band"><div>{CANTING}<p>{centre}</p></div></header>\n<main>\n{body}\n</main>\n'
            f"<footer><p>{self._html(words.FREE, language)}</p></footer>\n</body>\n</html>\n"
        )

    def _greeting(self, shown: Shown) -> str:
        if shown.sheet.step != 1:
            return ""
        said = self._html(words.greeting(shown.first_name, self._house), shown.language)
        return f'<p class="hello">{said}</p>'

    def _progress(self, sheet: Sheet, language: str) -> str:
        if sheet.step is None:
            return ""
        marks = "".join(
            f'<i class="{"done" if n < sheet.step else "now"}"></i>' if n <= sheet.step else "<i></i>"
            for n in range(1, sheet.total + 1)
        )
        said = self._html(words.progress(sheet.step, sheet.total, sheet.is_counted), language)
        return f'<p class="step">{said}</p>\n<div class="bar" aria-hidden="true">{marks}</div>'

    def _note(self, note: Text | None, language: str) -> str:
        return "" if note is None else f'<p class="note" id="note" role="alert">{self._html(note, language)}</p>'

    def _answers(self, sheet: Sheet, language: str) -> str:
        if not sheet.answers:
            return ""
        rows = "\n".join(
            f'<div class="row">{"".join(self._answer(button, language) for button in row)}</div>'
            for row in sheet.answers
        )
        return f'<form method="post" class="answers" role="group" aria-labelledby="q">{_at(sheet)}\n{rows}\n</form>'

    def _answer(self, button: Button, language: str) -> str:
        kept = " kept" if (button.data or "").endswith(KEPT) else ""
        label = escape(_bare(self._plain(button.label, language)))
        return f'<button class="answer{kept}" name="press" value="{_data(button)}"><span>{label}</span></button>'

    def _words(self, sheet: Sheet, language: str) -> str:
        if not sheet.takes_words:
            return ""
        label = self._html(words.OR_WRITE if sheet.answers else words.WRITE, language)
        noted = ' aria-describedby="note" aria-invalid="true"' if sheet.note is not None else ""
        return (
            f'<form method="post" class="words">{_at(sheet)}<label for="words">{label}</label>'
            f'<input id="words" name="words" required autocomplete="off" maxlength="{LONGEST_ANSWER}" '
            f'value="{escape(sheet.typed)}"{noted}>'
            f'<button class="send">{self._html(words.SEND, language)}</button></form>'
        )

    def _controls(self, sheet: Sheet, language: str) -> str:
        buttons = [] if sheet.back is None else [_control(sheet.back, "back", self._plain(words.BACK, language))]
        buttons += [_control(one, "quiet", _bare(self._plain(one.label, language))) for one in sheet.controls]
        return f'<form method="post" class="controls">{_at(sheet)}{"".join(buttons)}</form>' if buttons else ""

    def _why(self, sheet: Sheet, language: str) -> str:
        if sheet.step is None:
            return ""
        said = "".join(f"<p>{self._html(one, language)}</p>" for one in (sheet.help, words.WHY_TEXT) if one is not None)
        return f"<details><summary>{self._html(words.WHY, language)}</summary>{said}</details>"

    def _contact(self, language: str) -> str:
        return f'<p class="contact">{self._html(words.contact(self._house), language)}</p>'

    def _html(self, text: Text, language: str) -> str:
        return self._house.languages.html(text, language)

    def _plain(self, text: Text, language: str) -> str:
        return self._house.languages.plain(text, language)


def _at(sheet: Sheet) -> str:
    return f'<input type="hidden" name="at" value="{escape(sheet.at)}">'


def _control(button: Button, kind: str, label: str) -> str:
    return f'<button class="{kind}" name="press" value="{_data(button)}">{escape(label)}</button>'


def _data(button: Button) -> str:
    return escape(button.data or "")


def _bare(label: str) -> str:
    """Without the picture in front of it, where words are left."""
    return _ORNAMENT.sub("", label) or label
