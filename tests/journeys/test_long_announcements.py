"""Announcements as long as they may be: the pages that show them to staff are still what Telegram takes."""

import json

from sqlalchemy import select

from records.campaigns import Campaign
from records.group_chats import GroupChat
from records.session import Session
from tests.journeys.announcing import LARGE, writes
from tests.journeys.office import bu_ratna, pak_wiryo
from tests.stage import Stage

WORDS = "Datanglah 🎉 " * 310
EXTRAS = {
    "place": {"latitude": -6.9, "longitude": 109.7, "title": "Gedung" * 10, "address": "Jl. Melati " * 11},
    "links": [{"label": f"{n}. Formulir" * 3, "url": f"https://contoh.id/{'a' * 480}"} for n in range(3)],
}


def _as_much_as_fits(session: Session) -> None:
    """The draft goes to many groups, is urgent, was refused, and has a place and links of any length."""
    draft = session.scalars(select(Campaign)).one()
    groups = [
        GroupChat(
            chat_id=-n,
            kind="group",
            title="Angkatan & " * 11,
            added_by=draft.staff_id,
            since=draft.drafted_at,
            may_post=True,
        )
        for n in range(1, 21)
    ]
    session.add_all(groups)
    session.flush()
    draft.extras = json.dumps(EXTRAS | {"groups": [group.id for group in groups]})
    draft.urgent_why, draft.refusal = "Kebanjiran " * 27, "Harinya keliru " * 20


async def test_the_longest_draft_is_shown_to_whoever_writes_it_and_to_whoever_looks_at_it_first(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await writes(ratna, WORDS, LARGE)
    await stage.writes(_as_much_as_fits)
    await ratna.taps("📎")
    await ratna.taps("Batal")
    await ratna.taps("Ya, batalkan")
    for part in ("⛔ Tidak disetujui: Harinya keliru", "Datanglah 🎉 Datanglah", "🔗 2. Formulir"):
        ratna.sees(part)
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    await wiryo.waits_for("mohon dilihat")
    wiryo.sees("Datanglah 🎉 Datanglah")
