"""Help that an alumna asks for: it waits on the alumni desk until an officer has closed it, and she hears of it."""

from datetime import timedelta

from sqlalchemy import update

from records.followups import Followup
from records.session import Session
from tests.journeys.alumni import DUE, graduated, tells
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna, goes_to, officers_return
from tests.stage import Stage


def _half_a_year_ago(session: Session) -> None:
    """The wave that falls due is the sixth month's: nobody need live through half a year."""
    for wave, other in ((6, 60), (1, 6)):
        session.execute(update(Followup).where(Followup.wave == wave, Followup.state == "planned").values(wave=other))


async def test_what_she_asks_for_is_closed_by_an_officer_and_she_hears_what_was_done(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    name = await stage.reads(name_of, sri.id)
    await stage.writes(_half_a_year_ago)
    await stage.until(DUE + timedelta(minutes=1))
    await officers_return(stage)
    await sri.looks()
    await tells(sri, "Cari kerja/siapkan usaha", "Tidak", "Tidak", "Ya, menyiapkan usaha", "4", "Modal usaha")
    sri.sees("🤝 Permintaan Anda: Modal usaha. Petugas akan menghubungi Anda.")
    sri.sees("Anda orang ke-1 dari 12 lulusan angkatan ini yang menjawab.")
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Alumni")
    await ratna.taps("🤝 Permintaan bantuan: 1")
    ratna.sees(f"1. {name}, Tata boga (pembuatan roti): Modal usaha, sejak 6 November 2026")
    await ratna.taps("Buka 1")
    ratna.sees("Terhubung dengan Telegram.")
    assert "🟢 WhatsApp" in ratna.labels()
    await ratna.taps("Tutup: apa yang dilakukan")
    await ratna.says("Sudah kami hubungkan dengan koperasi.")
    ratna.sees(f"Ditutup. {name} diberi tahu apa yang sudah dilakukan.")
    await stage.a_moment_passes()
    await sri.waits_for(f"{name}, Anda pernah meminta bantuan BLK: Modal usaha.")
    sri.sees("Sudah kami hubungkan dengan koperasi.")
    await goes_to(ratna, "Alumni")
    assert "🤝 Permintaan bantuan: 0" in ratna.labels()
