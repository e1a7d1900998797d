"""Every status of the domain, reached by people who talk and tap, from an empty centre to a certificate that expires.

In each of them /status says what comes next, and where it is not an end somebody has a button that leads on: she
herself, or the officers. A status that nobody reaches fails.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from records.applications import ApplicationStatus
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus
from records.enrolments import EnrolmentStatus
from records.incubator import IncubatorStatus
from records.road import ENDS
from tests.journeys.applicant import fills_in
from tests.journeys.founding import COHORT, empty_centre
from tests.journeys.office import goes_to, officers_leave, opens_the_application
from tests.journeys.townsfolk import (
    CLASS,
    NAMES,
    OTHERS,
    Folk,
    arrives,
    decides,
    examines,
    invites_to_the_test,
    offers_sewing,
    opens_the_training,
    publishes_alone,
    scores,
    takes_attendance,
    trodden,
)
from tests.person import Phone
from tests.stage import Stage

# By hand from the domain: what may be said of somebody, and in which of her matters.
DOMAIN = {
    "registration": {"draf"},
    "application": {
        *("terkirim", "verifikasi", "perbaikan", "lolos_administrasi", "tidak_memenuhi_syarat", "dijadwalkan_tes"),
        *("lulus_seleksi", "cadangan", "tidak_lulus", "tidak_hadir", "daftar_ulang", "peserta", "mengundurkan_diri"),
    },
    "enrolment": {"peserta", "lulus_pelatihan", "tidak_lulus_pelatihan", "mengundurkan_diri", "diberhentikan"},
    "competency": {"terdaftar", "kompeten", "belum_kompeten", "tidak_hadir"},
    "bnsp": {"proses", "terbit", "diserahkan", "kedaluwarsa"},
    "after": {"ojt"},
    "incubator": {"inkubator"},
}
# Ours besides: how officers come to the three of the incubator.
OUR_OWN = {"incubator": {"diusulkan", "dicoret"}}
ENUMS = {
    "application": ApplicationStatus,
    "enrolment": EnrolmentStatus,
    "competency": CompetencyStatus,
    "bnsp": BnspStatus,
    "incubator": IncubatorStatus,
}

WITH_STEPS = {kind: DOMAIN[kind] for kind in ENUMS}

OPENING = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)
AFTER_CLOSING = datetime(2026, 10, 24, 2, 0, tzinfo=UTC)
TEST_DAY = datetime(2026, 10, 27, 5, 0, tzinfo=UTC)
FIRST_DAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LAST_DAY = datetime(2026, 12, 18, 2, 0, tzinfo=UTC)
EXAMINED = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)
EXPIRED = datetime(2030, 1, 20, 2, 0, tzinfo=UTC)


@dataclass
class Witness:
    """Asks /status as somebody comes to a status, and remembers which were seen so."""

    seen: set[tuple[str, str]] = field(default_factory=set)

    async def sees(self, folk: Folk, kind: str, status: str, *words: str, button: str = "") -> None:
        """What /status says now, and the button that leads on from there, where it is hers to go on."""
        await folk.phone.says("/status")
        told = folk.phone.last()
        for each in words:
            assert each in told, (kind, status, each, told)
        assert any(button in label for label in folk.phone.labels()), (kind, status, button, folk.phone.labels())
        assert any("Tanya petugas" in label for label in folk.phone.labels()), "a person can always be asked"
        assert len(told) < 1500
        self.seen.add((kind, status))


def pairs(vocabulary: dict[str, set[str]]) -> set[tuple[str, str]]:
    return {(kind, status) for kind, statuses in vocabulary.items() for status in statuses}


def test_the_vocabulary_is_that_of_the_domain() -> None:
    ours = {kind: {status.value for status in statuses} for kind, statuses in ENUMS.items()}
    theirs = {kind: DOMAIN[kind] | OUR_OWN.get(kind, set()) for kind in ENUMS}
    assert ours == theirs


@pytest.mark.long
async def test_every_status_is_reached_by_people_who_talk_and_tap(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        witness = Witness()
        await offers_sewing(head, seats=len(NAMES))
        await stage.until(OPENING)
        town = [await arrives(stage, name, place) for place, name in enumerate((*NAMES, *OTHERS), 1)]
        await they_register(stage, head, witness, town)
        await their_papers_are_checked(stage, head, witness, town)
        await they_are_tested(stage, head, witness, town)
        await the_result_is_published(stage, head, witness, town)
        await they_are_trained(stage, head, witness, town)
        await they_are_examined(stage, head, witness, town)
        await what_follows(stage, head, witness, town)
        # A registration that is not sent and work experience are no steps; those who are there say so.
        reached = await stage.reads(trodden) | (witness.seen & (pairs(DOMAIN) - pairs(WITH_STEPS)))
        assert reached == pairs(DOMAIN) | pairs(OUR_OWN)
        # Between the decision and the seat that is offered lies no instant in which one could ask.
        assert pairs(DOMAIN) - witness.seen == {("application", "lulus_seleksi")}
        _nobody_ends_on_the_way(witness.seen)


def _nobody_ends_on_the_way(seen: Iterable[tuple[str, str]]) -> None:
    """Whoever walks these journeys has also come to every end that there is."""
    kinds = {statuses: kind for kind, statuses in ENUMS.items()}
    ends = {(kinds[statuses], end.value) for statuses, found in ENDS.items() for end in found}
    assert ends - set(seen) == {("incubator", "dicoret")}


async def they_register(stage: Stage, head: Phone, witness: Witness, town: list[Folk]) -> None:
    *others, last = town
    await fills_in(last.phone, last.who, until="alamat")
    await witness.sees(last, "registration", "draf", "belum selesai dan belum dikirim", button="Lanjutkan")
    for folk in others:
        await folk.registers()
    ani = others[0]
    await witness.sees(ani, "application", "terkirim", "Berikutnya: kami tunggu KTP, ijazah", button="Kirim berkas")
    for folk in others:
        await folk.hands_in_her_documents()
    await stage.is_quiet()
    await stage.a_moment_passes()
    await witness.sees(ani, "application", "verifikasi", "Berikutnya: petugas memeriksanya", button="Mengundurkan diri")
    await head.says("/staf")
    assert f"📥 Pendaftaran menunggu: {len(others)}" in head.labels()


async def their_papers_are_checked(stage: Stage, head: Phone, witness: Witness, town: list[Folk]) -> None:
    ani, refused, leaver = town[0], town[-3], town[-2]
    await decides(stage, head, ani, "Minta perbaikan", "Pendidikan beda dengan ijazah")
    await witness.sees(
        ani, "application", "perbaikan", "berbeda dengan ijazah", "paling lambat", button="Sudah saya perbaiki"
    )
    await ani.phone.taps("Sudah saya perbaiki")
    await opens_the_application(head, ani.number)
    assert any("Setujui" in label for label in head.labels())
    await decides(stage, head, refused, "Tidak memenuhi syarat", "Usia tidak sesuai")
    await witness.sees(
        *(refused, "application", "tidak_memenuhi_syarat", "Alasan: Usia", "Berikutnya"), button="Ajukan keberatan"
    )
    await leaver.phone.says("/status")
    await leaver.phone.taps("Mengundurkan diri")
    await leaver.phone.taps("Ya, saya mengundurkan diri")
    await witness.sees(leaver, "application", "mengundurkan_diri", "Anda mengundurkan diri", "Berikutnya: kelas lain")
    for folk in town[:-3]:
        await decides(stage, head, folk, "Setujui")
    await witness.sees(
        ani, "application", "lolos_administrasi", "Berikutnya: tes dan wawancara", button="Mengundurkan diri"
    )


async def they_are_tested(stage: Stage, head: Phone, witness: Witness, town: list[Folk]) -> None:
    """All but one come; of those who come one stays below the passing score."""
    ani, everybody = town[0], town[:-3]
    await stage.until(AFTER_CLOSING)
    await invites_to_the_test(stage, head, "27-10-2026")
    await witness.sees(ani, "application", "dijadwalkan_tes", "27 Oktober 2026 pukul 08.00", button="Hadir: Tes")
    await ani.phone.taps("Hadir: Tes tertulis")
    ani.phone.sees("Kami tunggu")
    await stage.until(TEST_DAY)
    came = everybody[:-1]
    await takes_attendance(head, "Tes tertulis 27/10", *came)
    marks = [(folk, str(95 - 5 * place)) for place, folk in enumerate(came[:-1])] + [(came[-1], "40")]
    for test in ("Tes tertulis", "Wawancara"):
        await scores(head, test, *marks)
        head.sees("8 nilai disimpan.")


async def the_result_is_published(stage: Stage, head: Phone, witness: Witness, town: list[Folk]) -> None:
    """Six seats: six are selected, one waits in reserve, one is below, one was absent."""
    chosen, (waits, below, absent) = town[:6], town[6:9]
    await publishes_alone(stage, head, passing="60", until="3-11-2026")
    for folk in chosen:
        await witness.sees(
            folk, "application", "daftar_ulang", "paling lambat Selasa, 3 November", button="Ya, saya daftar ulang"
        )
    await witness.sees(waits, "application", "cadangan", "Cadangan dipanggil sampai", button="Keluar dari daftar")
    await witness.sees(below, "application", "tidak_lulus", "di bawah batas lulus", "Berikutnya", button="keberatan")
    await witness.sees(absent, "application", "tidak_hadir", "tercatat tidak hadir", "Berikutnya: kelas lain")
    for folk in chosen:
        await folk.phone.taps("Ya, saya daftar ulang")
        await folk.phone.taps("Cukup sampai di sini")
    await witness.sees(chosen[0], "application", "peserta", "Pelatihan mulai 23 November 2026", button="Jadwal saya")
    await stage.until(FIRST_DAY)
    await witness.sees(waits, "application", "tidak_lulus", "Semua kursi sudah terisi", "Berikutnya")


async def they_are_trained(stage: Stage, head: Phone, witness: Witness, town: list[Folk]) -> None:
    """One leaves, one is dismissed, one does not pass; three do."""
    passing, failing, leaving, dismissed = town[:3], *town[3:6]
    await witness.sees(passing[0], "enrolment", "peserta", "Pelatihan sedang berlangsung", button="Jadwal saya")
    for button in ("Jadwal saya", "Mengundurkan diri", "Sudah mendapat kerja", "Ya, mengundurkan diri"):
        await leaving.phone.says("/status") if button == "Jadwal saya" else None
        await leaving.phone.taps(button)
    await witness.sees(leaving, "enrolment", "mengundurkan_diri", "sudah mendapat kerja", "Berikutnya: kelas lain")
    await opens_the_training(head, "👥 Peserta")
    await head.taps(dismissed.name)
    await head.taps("Dihentikan oleh BLK")
    await head.says("Tidak datang dua minggu tanpa kabar.")
    await head.taps("Ya, akhiri")
    await stage.a_moment_passes()
    await witness.sees(dismissed, "enrolment", "diberhentikan", "Alasan: Tidak datang", "Berikutnya: kelas lain")
    await stage.until(LAST_DAY)
    await goes_to(head, "Luluskan kelas")
    await head.taps(CLASS)
    await head.taps(failing.name)
    await head.taps("Kehadiran kurang")
    await head.taps("Lanjut")
    await head.taps("Ya, luluskan")
    head.sees("3 peserta sudah diluluskan. Tidak lulus: 1.")
    await stage.a_moment_passes()
    await witness.sees(failing, "enrolment", "tidak_lulus_pelatihan", "Alasan: kehadiran kurang", "Berikutnya")
    await witness.sees(passing[0], "enrolment", "lulus_pelatihan", "Sertifikat: nomornya menyusul")


async def they_are_examined(stage: Stage, head: Phone, witness: Witness, town: list[Folk]) -> None:
    ani, bela, citra = town[:3]
    await examines(head, "11-1-2027")
    head.sees("3 asesi diberi tahu")
    await witness.sees(ani, "competency", "terdaftar", "Uji kompetensi: 11 Januari 2027, pukul 08.00")
    await stage.until(EXAMINED)
    await opens_the_training(head, "🧪 Uji kompetensi")
    await head.taps("LSP Contoh")
    for folk, taps in ((ani, 1), (bela, 2), (citra, 3)):
        for _tap in range(taps):
            await head.taps(folk.name)
    await head.taps("Kirim hasil: 3")
    await stage.a_moment_passes()
    await witness.sees(ani, "competency", "kompeten", "11 Januari 2027: kompeten")
    await witness.sees(bela, "competency", "belum_kompeten", "belum kompeten", "Berikutnya: ujinya dapat diulang")
    await witness.sees(citra, "competency", "tidak_hadir", "tidak hadir", "Berikutnya: ujinya dapat diulang")


async def what_follows(stage: Stage, head: Phone, witness: Witness, town: list[Folk]) -> None:
    """The BNSP certificate until it expires, work experience, and the incubator."""
    ani, bela, citra = town[:3]
    await witness.sees(ani, "bnsp", "proses", "Sertifikat BNSP: dalam proses", "Berikutnya: sertifikat terbit")
    await opens_the_training(head, "🏅 Sertifikat BNSP")
    await head.taps("Isi sertifikat terbit")
    await head.says("1 62090 1234 5 0000017 2027 12-1-2027")
    await witness.sees(ani, "bnsp", "terbit", "sampai 12 Januari 2030", "Berikutnya: silakan diambil")
    await head.taps("🏅 Sertifikat BNSP")
    await head.taps("Diserahkan")
    await witness.sees(ani, "bnsp", "diserahkan", "diserahkan, sampai 12 Januari 2030")
    await opens_the_training(head, "🏭 OJT")
    await head.taps(bela.name)
    for said in ("Roti Contoh Jaya", "12-1-2027", "12-4-2027"):
        await head.says(said)
    await head.taps("Dibayar")
    await witness.sees(bela, "after", "ojt", "Sedang OJT: Roti Contoh Jaya, 12 Januari 2027 sampai 12 April 2027")
    await goes_to(head, "🏫 Pelatihan")
    await head.taps("🌱 Inkubator")
    await head.taps(COHORT)
    await head.taps("Menjahit")
    await head.taps(f"➖ {citra.name}")
    await head.says("Sudah punya usaha sendiri.")
    await head.taps(f"➕ {citra.name}")
    await head.says("Ternyata usahanya belum mulai.")
    await head.taps("Tetapkan 3 orang ini")
    await stage.a_moment_passes()
    await witness.sees(citra, "incubator", "inkubator", "Inkubator bisnis: Anda termasuk yang terbaik")
    await officers_leave(stage)
    await stage.until(EXPIRED)
    await witness.sees(ani, "bnsp", "kedaluwarsa", "kedaluwarsa", "Berikutnya: tanyakan kepada petugas")
