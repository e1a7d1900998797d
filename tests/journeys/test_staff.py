"""Staff: who becomes an officer, and the menu that only officers have."""

from datetime import timedelta
from pathlib import Path

from records import staff
from records.staff import Role
from tests.journeys.applicant import newcomer
from tests.journeys.office import bu_ratna
from tests.stage import Stage, staged


async def test_only_staff_have_the_staff_menu(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await ratna.starts()
    await ratna.taps("Menu petugas")
    ratna.sees("Menu petugas\nBu Ratna (contoh)")
    assert ratna.labels() == [
        "📥 Pendaftaran menunggu: 14",
        "⚖️ Keberatan menunggu: 0",
        "💬 Pertanyaan menunggu: 0",
        "📎 Berkas lewat batas: 0",
        "🔗 Hubungkan akun: 0",
        "🔎 Cari orang",
        "🖨 Cetak & daftar",
        "🧾 Daftarkan di loket",
        "📚 Kelas & angkatan",
        "🗓 Tes & wawancara",
        "🏆 Seleksi",
        "🏫 Pelatihan",
        "🎓 Luluskan kelas",
        "📊 Angka alumni",
        "📢 Pengumuman",
        "🧭 Alumni",
        "🔔 Peminat kejuruan",
        "🏠 Menu",
    ]


async def test_an_invitation_makes_one_officer_once(stage: Stage) -> None:
    token = await stage.writes(staff.invite, stage.canting.house.vault, Role.OFFICER, stage.clock.now())
    siti, budi = await newcomer(stage), await newcomer(stage, "Budi")
    await siti.starts(f"s_{token}")
    siti.sees("Anda sekarang petugas. Menu petugas ada di bawah.")
    await siti.taps("Menu petugas")
    assert "📥 Pendaftaran menunggu: 14" in siti.labels()
    await budi.starts(f"s_{token}")
    budi.sees("Tautan ini sudah tidak berlaku.")
    assert "🗂 Menu petugas" not in budi.labels()


async def test_an_invitation_is_good_for_a_week(stage: Stage) -> None:
    token = await stage.writes(staff.invite, stage.canting.house.vault, Role.OFFICER, stage.clock.now())
    stage.clock.forward(timedelta(days=8))
    siti = await newcomer(stage)
    await siti.starts(f"s_{token}")
    siti.sees("Tautan ini sudah tidak berlaku.")


async def test_an_id_of_the_settings_becomes_an_administrator_by_start(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", demo=False, admins=frozenset({555_000_111})) as stage:
        head = await stage.person("Kepala BLK", id=555_000_111)
        await head.starts()
        await head.taps("Menu petugas")
        head.sees("Menu petugas\nKepala BLK")
        assert "📢 Pengumuman" in head.labels()
        other = await stage.person("Orang", id=555_000_112)
        await other.starts()
        assert "🗂 Menu petugas" not in other.labels()
        assert not await stage.refusals()
