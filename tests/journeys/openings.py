"""Job openings: an employer who sends one in, and the officers who look at it."""

from sqlalchemy import update

from records.job_openings import JobOpening
from records.session import Session
from tests.journeys.office import goes_to
from tests.person import Phone
from tests.stage import Stage

SEAMSTRESS = "Penjahit seragam"


def _clear(session: Session) -> None:
    session.execute(update(JobOpening).values(waits_since=None))


async def employer(stage: Stage, first_name: str = "Tini") -> Phone:
    """Somebody who has not written yet; what the demonstration has put on the officers' desk is off it."""
    await stage.writes(_clear)
    return await stage.person(first_name, phone="+6281298765432")


async def sends_in(
    phone: Phone,
    title: str = SEAMSTRESS,
    *,
    trade: str = "Menjahit",
    asks: str = "Bisa menjahit seragam.",
    days: str = "30",
) -> None:
    """From the link for employers to the last word."""
    await phone.starts("l_pasang")
    phone.sees("Gratis bagi pencari kerja")
    await phone.taps("Saya mematuhinya")
    await phone.says("Konveksi Contoh")
    await phone.says(title)
    await phone.taps(trade)
    await phone.taps("Cukup itu")
    await phone.says("Krapyak, Pekalongan Utara")
    await phone.taps("Tetap")
    await phone.says(asks)
    await phone.taps("WhatsApp atau telepon")
    await phone.says("0812 3456 7890")
    await phone.says(days)
    await phone.says("Bu Tini, pemilik")
    await phone.shares_her_number()
    await phone.waits_for("Silakan periksa")
    await phone.taps("📮 Kirim")


async def looks_at_the_next(officer: Phone) -> None:
    await goes_to(officer, "🧭 Alumni")
    await officer.taps("💼 Lowongan")
    await officer.taps("Periksa berikutnya")


async def publishes_the_next(officer: Phone) -> None:
    await looks_at_the_next(officer)
    await officer.taps("✅ Terbitkan")
    officer.sees("Terbit; pengirim dikabari.")
