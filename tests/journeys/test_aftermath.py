"""The aftermath: what failed is tried again, and what nobody knows is decided by officers."""

from io import BytesIO

from openpyxl import load_workbook

from records.deliveries import DeliveryStatus
from records.demonstration import Group
from tests.journeys.announcing import WITH_CHAT, ended, outcomes, received
from tests.journeys.memory import audit_trail
from tests.stage import Stage


async def test_what_failed_is_tried_again_and_told_in_the_same_progress_message(stage: Stage) -> None:
    ratna = await ended(stage, DeliveryStatus.FAILED, "network", 2)
    ratna.sees("• Gagal, tidak tersambung ke Telegram, sudah dicoba beberapa kali: 2")
    await ratna.taps("Coba lagi yang gagal (2)")
    ratna.sees("2 pesan dicoba lagi.")
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    await ratna.looks()
    assert sum("Terkirim: 11" in message["text"] for message in ratna.bot_messages()) == 1
    assert not [label for label in ratna.labels() if "Coba lagi" in label]


async def test_the_unknown_are_decided_one_by_one_or_all_at_once_by_somebody_who_was_warned(stage: Stage) -> None:
    ratna = await ended(stage, DeliveryStatus.UNKNOWN, "timed out", 3)
    siti, sri, budi = stage.of(Group.PARTICIPANT)[:3]
    await ratna.taps("Putuskan yang belum pasti (3)")
    ratna.sees("Kalau dikirim lagi, mereka mungkin menerima dua kali")
    await ratna.taps("anggap sampai")
    assert (await outcomes(stage))["unknown"] == 2
    await ratna.taps("Kirim lagi ke semua (2)")
    ratna.sees("Kirim sekali lagi kepada 2 orang?")
    await ratna.taps("Ya, kirim lagi ke semua")
    await stage.a_moment_passes()
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    assert sorted([await received(phone) for phone in (siti, sri, budi)]) == [1, 2, 2]


async def test_the_report_as_excel_has_a_sheet_an_outcome_with_the_reasons(stage: Stage) -> None:
    ratna = await ended(stage, DeliveryStatus.FAILED, "network", 2)
    await ratna.taps("📊 Unduh Excel")
    await ratna.waits_for("Laporan pengiriman 12 orang.")
    book = load_workbook(BytesIO(stage.newest_file(ratna)))
    assert book.sheetnames == ["Terkirim", "Tidak terjangkau", "Gagal"]
    assert "campaign.report_exported" in await stage.reads(audit_trail)
    heads, *rows = list(book["Gagal"].values)[2:]
    assert heads[1:4] == ("Nama", "Nomor pendaftaran", "Kelas")
    assert {row[6] for row in rows} == {"tidak tersambung ke Telegram, sudah dicoba beberapa kali"}
    assert len(rows) == 2
    assert all(row[3] for row in rows)
