"""Pages: what a talk shows, and how a value is said."""

from dataclasses import replace

import pytest

from conversations.engine import Engine
from conversations.event import Returned
from conversations.pages import masked
from conversations.reply import Reply, Style, column
from conversations.talk import Talk
from locales.text import Text
from tests.conversations.interview import NAME, PET, Facts, filled_in, interviewed, script
from tests.conversations.speaker import Speaker, html, plain


def test_the_summary_tells_every_labelled_answer_as_it_is_said() -> None:
    assert filled_in().page == (
        "Please check.\n\nName: <b>Siti</b>\nColour: <b>red</b>\nShade: <b>dark red</b>\nChildren: <b>2</b>\n"
        "Child: <b>Ayu</b>\nChild: <b>Budi</b>\nSecret: <b>••••••••9012</b>\nPhone: <b>+6281234567890</b>"
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("3375015708990001", "••••••••••••0001"),
        ("123456789", "•••••6789"),
        ("12345678", "••••••••"),
        ("1234", "••••••••"),
        ("", "••••••••"),
    ],
)
def test_a_sensitive_value_is_echoed_masked(value: str, shown: str) -> None:
    assert masked(value) == shown


def test_what_somebody_typed_cannot_become_markup() -> None:
    goat = Speaker(script(PET, NAME), Facts()).says("<b>goat</b> & {name}", "Siti").says("back", "back")
    assert plain(goat.buttons[0].label) == "Keep: <b>goat</b> & {name}"
    labelled = Speaker(script(replace(PET, label=Text("Pet"))), Facts()).says("<b>goat</b> & {name}")
    assert labelled.reply.text is not None
    assert html(labelled.reply.text).endswith("Pet: <b>&lt;b&gt;goat&lt;/b&gt; &amp; {name}</b>")


def test_a_value_is_said_as_its_ask_shows_it() -> None:
    shown = replace(PET, label=Text("Pet"), shown=lambda value, _a, _f: Text("a fine {pet}", {"pet": value}))
    assert Speaker(script(shown), Facts()).says("goat").page.endswith("Pet: <b>a fine goat</b>")


def test_sending_stands_out_and_so_does_cancelling() -> None:
    assert filled_in().button("Send").style is Style.SUCCESS
    leaving = interviewed().taps("✖️ Cancel")
    assert (leaving.button("No, go on").style, leaving.button("Yes, cancel it").style) == (Style.PRIMARY, Style.DANGER)


def test_a_summary_without_a_way_to_send_it_is_a_mistake_of_ours() -> None:
    unsendable = Engine(replace(script(NAME), submit=None), Facts(), plain)
    with pytest.raises(ValueError, match="the script interview has no summary to show"):
        unsendable.advance(Talk(7, "interview").answered("name", 0, "Siti"), Returned())


def test_a_note_comes_before_what_is_said() -> None:
    assert Reply(Text("Question?")).with_note(Text("Note.")).text is not None
    noted = Reply(Text("Question?")).with_note(Text("Note.")).text
    assert noted is not None
    assert plain(noted) == "Note.\n\nQuestion?"
    alone = Reply(None).with_note(Text("Note."))
    assert alone.text == Text("Note.")


def test_a_column_leaves_out_what_is_not_there() -> None:
    button = filled_in().button("Send")
    assert column(None, button, None) == ((button,),)
