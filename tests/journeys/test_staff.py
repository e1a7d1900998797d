"""Staff: what officers do in the chat, and what the people they decide about hear of it."""

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from records import classes, figures, staff
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.demonstration import Group
from records.enrolments import Enrolment, EnrolmentStatus
from records.session import Session
from records.staff import Role
from tests.journeys.applicant import answers, fills_in, newcomer, registers
from tests.journeys.memory import fingerprint
from tests.journeys.office import RUNNING_CLASS, bu_ratna, goes_to, pak_wiryo
from tests.stage import Stage, staged
from tests.walking import is_a_participant


async def test_only_staff_have_the_staff_menu(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await ratna.starts()
    await ratna.taps("Menu petugas")
    ratna.sees("Menu petugas\nBu Ratna (contoh)")
    assert ratna.labels() == [
        "📥 Pendaftaran menunggu: 14",
        "⚖️ Keberatan menunggu: 0",
        "💬 Pertanyaan menunggu: 0",
        "🔎 Cari orang",
        "🔗 Hubungkan akun: 0",
        "🖨 Kertas & daftar",
        "🏆 Seleksi",
        "🏫 Pelatihan",
        "🗓 Tes & wawancara",
        "📎 Berkas lewat batas: 0",
        "🎓 Luluskan kelas",
        "🏫 Kelas & angkatan",
        "📊 Angka alumni",
        "📢 Pengumuman ke angkatan",
        "🔔 Peminat kejuruan",
        "🏠 Menu",
    ]


async def test_a_question_reaches_the_officers_and_the_answer_the_person(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Tanya petugas")
    await siti.says("Kapan kelas <R&D> dibuka?")
    siti.sees("Pertanyaan Anda sudah diterima petugas.")
    await stage.a_moment_passes()
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await ratna.waits_for("Pertanyaan baru\n\nKapan kelas <R&D> dibuka?")
    await wiryo.waits_for("Pertanyaan baru\n\nKapan kelas <R&D> dibuka?")
    await wiryo.taps("Jawab")
    wiryo.sees("Pertanyaan:\nKapan kelas <R&D> dibuka?")
    await wiryo.says("Bulan <depan> & seterusnya.")
    wiryo.sees("Jawaban Anda sedang dikirim.")
    await stage.a_moment_passes()
    await siti.waits_for("Jawaban petugas\nPertanyaan Anda: Kapan kelas <R&D> dibuka?\n\nBulan <depan> & seterusnya.")


async def test_the_inbox_lists_what_waits_and_a_question_is_answered_once(stage: Stage) -> None:
    siti, budi = await newcomer(stage), await newcomer(stage, "Budi")
    for asker, words in ((siti, "Apakah ada uang transport?"), (budi, "Di mana tempatnya?")):
        await asker.says("/tanya")
        await asker.says(words)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await goes_to(ratna, "Pertanyaan menunggu: 2")
    ratna.sees("1. Apakah ada uang transport?\n\n2. Di mana tempatnya?")
    await ratna.taps("Jawab 2")
    await goes_to(wiryo, "Pertanyaan menunggu: 2")
    await wiryo.taps("Jawab 2")
    wiryo.sees("sedang menjawab pertanyaan ini.")
    stage.clock.forward(timedelta(minutes=20))
    await goes_to(wiryo, "Pertanyaan menunggu: 2")
    await wiryo.taps("Jawab 2")
    await ratna.says("Di gedung BLK.")
    await wiryo.says("Di BLK.")
    wiryo.sees("Pertanyaan ini sudah dijawab sebelumnya.")
    await stage.a_moment_passes()
    await budi.waits_for("Di gedung BLK.")
    await goes_to(wiryo, "Pertanyaan menunggu: 1")
    wiryo.sees("1. Apakah ada uang transport?")


async def test_an_answer_that_comes_at_the_phone_question_leaves_the_button_for_the_number(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.says("Apakah ada uang transport?")
    await fills_in(siti, until="nomor telepon")
    await goes_to(bu_ratna(stage), "Pertanyaan menunggu")
    await bu_ratna(stage).taps("Jawab 1")
    await bu_ratna(stage).says("Ada, tiap hari.")
    await stage.a_moment_passes()
    await siti.waits_for("Ada, tiap hari.")
    siti.sees_not("Sudah dicatat")
    assert siti.chat["reply_keyboard"]["rows"][0][0]["request_contact"]
    await answers(siti, since="nomor telepon")
    siti.sees("Nomor pendaftaran")


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
        assert "📢 Pengumuman ke angkatan" in head.labels()
        other = await stage.person("Orang", id=555_000_112)
        await other.starts()
        assert "🗂 Menu petugas" not in other.labels()
        assert not await stage.refusals()


async def test_a_class_is_graduated_once_and_its_people_are_congratulated(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Luluskan kelas")
    ratna.sees("Kelas mana yang sudah selesai pelatihan?")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Lanjut")
    ratna.sees("12 peserta diluluskan, dengan 6 Oktober 2026 sebagai akhir pelatihan.")
    ratna.sees("Pada bulan ke-1, 3, 6, 12 mereka akan ditanya apakah bekerja.")
    asked, yes = ratna.button("Ya, luluskan")
    await ratna.taps("Ya, luluskan")
    ratna.sees("Tata boga (pembuatan roti): 12 peserta sudah diluluskan. Pertanyaan pertama")
    ratna.sees("dikirim Jumat, 6 November 2026 pukul 09.00 WIB.")
    before = await fingerprint(stage)
    await ratna.forges(yes, asked)
    assert ratna.toast() == "Tombol ini sudah tidak berlaku."
    assert await fingerprint(stage) == before
    participant = stage.of(Group.PARTICIPANT)[0]
    await participant.says("/status")
    participant.sees("Anda sudah menyelesaikan pelatihan. Selamat!")
    await goes_to(ratna, "Luluskan kelas")
    assert not any(RUNNING_CLASS in label for label in ratna.labels())


async def test_a_class_closed_late_tells_when_its_people_are_asked_first_and_counts_who_stayed(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(_ended_ten_weeks_ago)
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Lanjut")
    ratna.sees("11 peserta diluluskan, dengan 28 Juli 2026 sebagai akhir pelatihan.")
    await ratna.taps("Ya, luluskan")
    ratna.sees("11 peserta sudah diluluskan. Pertanyaan pertama")
    ratna.sees("dikirim Rabu, 28 Oktober 2026 pukul 09.00 WIB.")


def _ended_ten_weeks_ago(session: Session) -> None:
    """And one had left it."""
    chosen = next(c for c in classes.with_participants(session) if RUNNING_CLASS in f"{c.programme} · {c.cohort}")
    running = session.get_one(TrainingClass, chosen.id)
    running.ends_on = date(2026, 7, 28)
    leaver = session.scalars(select(Enrolment).where(Enrolment.class_id == running.id)).first()
    assert leaver is not None
    leaver.status = EnrolmentStatus.WITHDRAWN.value


async def test_no_is_an_answer_to_graduating(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Luluskan kelas")
    before = await fingerprint(stage)
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Lanjut")
    await ratna.taps("Tidak")
    ratna.sees("Siapa yang lulus?")
    assert await fingerprint(stage) == before


async def test_the_figure_tells_its_denominators_and_both_bounds(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan II 2019 (data contoh) · 128 lulusan")
    total = (await stage.reads(_report, "2019-2", 6, stage)).total
    answered, working, rest = total.answered, total.working, 128 - total.answered
    assert answered >= 64
    ratna.sees("Angkatan II 2019 (data contoh), bulan ke-6 setelah pelatihan")
    ratna.sees(f"{_whole(working, answered)} dari yang menjawab sudah bekerja ({working} dari {answered})")
    ratna.sees(f"angkanya antara {_whole(working, 128)} dan {_whole(working + rest, 128)}.")
    ratna.sees(f"Lulusan (N): 128\nTerjangkau (T): {total.reached}\nMenjawab (R): {answered}\nBekerja (E): {working}")
    ratna.sees("Data per Selasa, 6 Oktober 2026 pukul 10.00 WIB.")


def _report(session: Session, code: str, wave: int, stage: Stage) -> figures.Report:
    cohort = session.scalars(select(Cohort).where(Cohort.code == code)).one()
    return figures.of_cohort(session, cohort.id, wave, stage.clock.now())


def _whole(part: int, whole: int) -> str:
    return f"{part / whole:.0%}"


async def test_below_half_of_the_answers_there_is_no_percentage_to_quote(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan III 2019")
    await ratna.taps("Bulan 12")
    total = (await stage.reads(_report, "2019-3", 12, stage)).total
    assert total.answered * 2 < total.graduates
    ratna.sees(f"Belum ada persentase yang bisa disebut: baru {_whole(total.answered, total.graduates)} yang menjawab.")
    ratna.sees("Yang bekerja antara")
    ratna.sees_not("sudah bekerja (")
    assert "• Bulan 12" in ratna.labels()


async def test_the_chart_arrives_as_a_picture_with_the_figure_beneath(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan II 2019")
    await ratna.taps("Lihat grafik")
    ratna.sees("Grafik sedang dibuat, mohon tunggu sebentar.")
    await ratna.waits_for("Lulusan (N): 128")
    chart = ratna.bot_messages()[-1]
    assert (chart["kind"], chart["file"]["mime"]) == ("photo", "image/png")
    assert chart["file"]["width"] >= 600
    await ratna.taps("Menu petugas")
    ratna.sees("Menu petugas")


async def test_a_chart_that_telegram_does_not_take_at_first_comes_all_the_same(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Angka alumni")
    await ratna.taps("Angkatan II 2019")
    await stage.fails("sendPhoto", 502, times=2)
    await ratna.taps("Lihat grafik")
    await ratna.waits_for("Lulusan (N): 128")
    assert ratna.bot_messages()[-1]["kind"] == "photo"


async def test_a_class_that_has_not_begun_cannot_be_graduated(stage: Stage) -> None:
    await is_a_participant(stage, await registers(await newcomer(stage)))
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    await ratna.taps("Luluskan kelas")
    assert [label for label in ratna.labels() if "·" in label] != []
    assert not any("Angkatan IV 2026" in label for label in ratna.labels())
    coming = next(c for c in await stage.reads(classes.with_participants) if "Angkatan IV 2026" in c.cohort)
    await ratna.forges(f"m:graduated:{coming.id}")
    assert not next(c for c in await stage.reads(classes.with_participants) if c.id == coming.id).graduated


async def test_an_alumna_from_before_the_bot_sees_her_training_in_her_status(stage: Stage) -> None:
    rina = stage.of(Group.ALUMNI)[0]
    await rina.says("/status")
    rina.sees("lulus pelatihan")
    rina.sees_not("Anda belum mendaftar")
