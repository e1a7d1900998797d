"""A class is cancelled after its result was published: whoever re-registers or waits in reserve there is provided for,
also who waits there by her second choice only.
"""

from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select

from records import applications, score_rules
from records.applications import Application
from records.classes import TrainingClass
from records.programmes import Programme
from records.session import Session
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.journeys.selecting import COHORT, Scored, publishes, scored
from tests.stage import Stage

Where = tuple[str, str]


async def published(stage: Stage) -> tuple[int, list[Scored]]:
    """Welding and sewing, a seat each. By their order: selected for welding; in reserve for both; in reserve for
    welding by her second choice only (sewing has a passing score); in reserve for welding only; selected for sewing.
    """
    welding, everybody = await scored(stage, [95, 80, 60, 70, 90], seats=1)
    await stage.writes(_with_sewing, welding, [each.application_id for each in everybody])
    await publishes(stage)
    for each in everybody:
        await each.phone.looks()
    return welding, everybody


def _with_sewing(session: Session, welding: int, ids: list[int]) -> None:
    model = session.get_one(TrainingClass, welding)
    programme = session.scalars(select(Programme).where(Programme.name == "Menjahit")).one()
    sewing = TrainingClass(
        code="9999-1-jahit",
        programme_id=programme.id,
        cohort_id=model.cohort_id,
        seats=1,
        lesson_hours=140,
        starts_on=model.starts_on,
        ends_on=model.ends_on,
        place="Ruang jahit",
        funding="APBD",
        requirements=model.requirements,
    )
    session.add(sewing)
    session.flush()
    score_rules.keep(session, sewing.id, {"tertulis": 60, "wawancara": 40}, Decimal(65))
    _one, both, second, _only, sews = (session.get_one(Application, each) for each in ids)
    both.second_class_id = sewing.id
    second.class_id, second.second_class_id = sewing.id, welding
    sews.class_id = sewing.id


async def cancels(stage: Stage, target: str) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Kelas & angkatan")
    await ratna.taps(COHORT)
    await ratna.taps("Las SMAW ·")
    await ratna.taps("Batalkan kelas ini")
    await ratna.taps("Instruktur berhalangan")
    await ratna.taps(target)
    await ratna.taps("Ya, batalkan kelas")
    ratna.sees("Kelas sudah dibatalkan.")
    await stage.a_moment_passes()


async def where(stage: Stage, each: Scored) -> Where:
    return await stage.reads(_where, each.application_id)


def _where(session: Session, application_id: int) -> Where:
    application = applications.by_id(session, application_id)
    assert application is not None
    programme = session.scalars(
        select(Programme.name)
        .join(TrainingClass, TrainingClass.programme_id == Programme.id)
        .where(TrainingClass.id == application.class_id)
    ).one()
    return programme, application.status


async def test_before_it_everybody_stands_as_it_is_told_here(stage: Stage) -> None:
    _welding, everybody = await published(stage)
    assert [await where(stage, each) for each in everybody] == [
        ("Las SMAW", "daftar_ulang"),
        ("Las SMAW", "cadangan"),
        ("Menjahit", "cadangan"),
        ("Las SMAW", "cadangan"),
        ("Menjahit", "daftar_ulang"),
    ]


async def test_who_waits_elsewhere_too_goes_on_waiting_there_and_the_way_of_the_others_ends(stage: Stage) -> None:
    _welding, (one, both, second, only, sews) = await published(stage)
    await cancels(stage, "Ke daftar peminat")
    assert [await where(stage, each) for each in (one, both, second, only, sews)] == [
        ("Las SMAW", "tidak_lulus"),
        ("Menjahit", "cadangan"),
        ("Menjahit", "tidak_lulus"),
        ("Las SMAW", "tidak_lulus"),
        ("Menjahit", "daftar_ulang"),
    ]
    await both.phone.waits_for(f"{both.name}, kelas Las SMAW tidak dapat berjalan")
    both.phone.sees("Menjahit: Anda cadangan ke-1, sekarang urutan ke-1 yang menunggu.")
    both.phone.sees_not("Anda sekarang terdaftar di")
    for each in (one, second, only):
        await each.phone.waits_for(f"{each.name}, mohon maaf: kelas Las SMAW, {COHORT}, tidak dapat berjalan")
    await sews.phone.looks()
    sews.phone.sees_not("tidak dapat berjalan")
    await one.phone.forges(f"m:take:{one.application_id}")
    assert (await where(stage, one))[1] == "tidak_lulus"
    await sews.phone.taps("Saya mengundurkan diri")
    await sews.phone.taps("Ya, saya mengundurkan diri")
    await stage.a_moment_passes()
    assert await where(stage, both) == ("Menjahit", "daftar_ulang")


async def test_those_who_move_keep_the_seat_they_were_asked_about_or_wait_at_the_end(stage: Stage) -> None:
    _welding, (one, both, second, only, sews) = await published(stage)
    await stage.writes(_bigger)
    await cancels(stage, "➡️ Menjahit")
    assert [await where(stage, each) for each in (one, both, second, only, sews)] == [
        ("Menjahit", "daftar_ulang"),
        ("Menjahit", "cadangan"),
        ("Menjahit", "tidak_lulus"),  # sewing's own list has refused her
        ("Menjahit", "cadangan"),
        ("Menjahit", "daftar_ulang"),
    ]
    await one.phone.waits_for("Anda sekarang terdaftar di Menjahit")
    await only.phone.waits_for("Menjahit: Anda cadangan ke-2, sekarang urutan ke-2 yang menunggu.")
    await one.phone.says("/status")
    await one.phone.taps("Ya, saya daftar ulang")
    one.phone.sees("Anda peserta Menjahit")
    await stage.until(stage.clock.now() + timedelta(days=7))  # the one who was selected for sewing stayed silent
    assert await where(stage, both) == ("Menjahit", "daftar_ulang")


def _bigger(session: Session) -> None:
    sewing = session.scalars(select(TrainingClass).where(TrainingClass.code == "9999-1-jahit")).one()
    sewing.seats = 2


async def test_a_proposal_from_before_places_nobody_in_a_cancelled_class(stage: Stage) -> None:
    welding, everybody = await scored(stage, [95, 80, 60, 70, 90], seats=1)
    await stage.writes(_with_sewing, welding, [each.application_id for each in everybody])
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Seleksi")
    await ratna.taps(COHORT)
    await ratna.taps("Usulkan menurut nilai")
    await cancels(stage, "Tidak dipindah")
    assert (await where(stage, everybody[2]))[1] == "dijadwalkan_tes"
    await goes_to(ratna, "Seleksi")
    await ratna.taps(COHORT)
    assert "Las SMAW: " not in ratna.last()
    await ratna.taps("Kirim untuk ditinjau")
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Seleksi")
    await wiryo.taps(COHORT)
    await wiryo.taps("📣 Terbitkan")
    await wiryo.says("800/77/2026")
    await wiryo.taps("Oktober 2026")
    await wiryo.taps("Terbitkan dan kabari semua")
    wiryo.sees("Diterbitkan.")
    assert await where(stage, everybody[2]) == ("Menjahit", "tidak_lulus")
    assert await where(stage, everybody[4]) == ("Menjahit", "daftar_ulang")
