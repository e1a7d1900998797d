"""What Telegram finds in a text by itself."""

import pytest

from simulator.detection import detected
from simulator.entity import Entity, FormattedText


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("/start k_las", "bot_command", ["/start"]),
        ("Tekan /menu atau /batal.", "bot_command", ["/menu", "/batal"]),
        ("/menu@canting_bot", "bot_command", ["/menu@canting_bot"]),
        ("dan/atau 12/2026", "bot_command", []),
        ("lihat https://x.id/a?b=1, ya", "url", ["https://x.id/a?b=1"]),
        ("buka blk.pekalongankota.go.id/daftar", "url", ["blk.pekalongankota.go.id/daftar"]),
        ("tulis ke budi@contoh.co.id", "email", ["budi@contoh.co.id"]),
        ("tanya @petugas_blk", "mention", ["@petugas_blk"]),
        ("#demo", "hashtag", ["#demo"]),
        ("nomor #12", "hashtag", []),
        ("Selesai. Terima kasih", "url", []),
    ],
)
def test_it_is_found(text: str, kind: str, found: list[str]) -> None:
    entities = [entity for entity in detected(FormattedText(text)).entities if entity.kind == kind]
    assert [text[entity.offset : entity.end] for entity in entities] == found


def test_offsets_count_utf16_units() -> None:
    entities = detected(FormattedText("🎉 /menu 🎉 /batal")).entities
    assert [(entity.offset, entity.length) for entity in entities] == [(3, 5), (12, 6)]


def test_nothing_is_found_in_code_and_links() -> None:
    code = FormattedText("/menu", (Entity("code", 0, 5),))
    assert detected(code) == code
