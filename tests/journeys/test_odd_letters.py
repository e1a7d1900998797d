"""Odd letters: markup, ampersands and control characters in what is typed, shown as they were meant."""

from datetime import timedelta

from records import people
from records.demonstration import Group
from records.session import Session
from tests.journeys.applicant import SITI, another, fills_in, newcomer, registers
from tests.journeys.memory import answers_of
from tests.stage import Stage


async def test_control_characters_in_a_name_are_dropped_and_the_letters_stay(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, name="Siti\u202e\tRah\u200bmawati\n D'Souza"), until="NIK")
    assert (await answers_of(stage, siti))["name"] == "Siti Rahmawati D'Souza"


async def test_html_and_ampersands_arrive_as_typed_in_the_summary_and_on_the_staff_sheet(stage: Stage) -> None:
    address = 'Jl. R&D <b>5</b> &amp; RT 02 "RW" 03'
    siti = await newcomer(stage, "<i>R&D</i>")
    await siti.starts()
    siti.sees("Halo <i>R&D</i>, selamat datang")
    await fills_in(siti, another(SITI, address=address), until="Silakan periksa")
    siti.sees(f"Alamat: {address}")
    await siti.taps("Kirim pendaftaran")
    await siti.taps("📎 Kirim berkas")
    await siti.taps("Semua saya bawa ke loket")
    ratna = stage.of(Group.STAFF)[0]
    await ratna.starts()
    await ratna.taps("Menu petugas")
    await ratna.taps("Pendaftaran menunggu")
    for _skip in range(20):
        if SITI.name in ratna.last():
            break
        await ratna.taps("Lewati")
    ratna.sees(f"Alamat: {address}, Krapyak, Pekalongan Utara")


async def test_an_odd_name_from_the_counter_arrives_as_written_everywhere(stage: Stage) -> None:
    """The form takes letters only; the counter writes what stands on the paper."""
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.taps("📎 Kirim berkas")
    await siti.taps("Semua saya bawa ke loket")
    await stage.writes(_renamed, siti.id, "Siti <R&D> O'Neil")
    await siti.says("/status")
    siti.sees(f"{number}, Siti <R&D> O'Neil")
    ratna = stage.of(Group.STAFF)[0]
    await ratna.starts()
    await ratna.taps("Menu petugas")
    await ratna.taps("Pendaftaran menunggu")
    for _skip in range(20):
        if number in ratna.last():
            break
        await ratna.taps("Lewati")
    ratna.sees("Siti <R&D> O'Neil")
    await ratna.taps("Setujui")
    stage.clock.forward(timedelta(seconds=61))
    await stage.a_moment_passes()
    await siti.waits_for("Siti <R&D> O'Neil, pendaftaran Anda")


def _renamed(session: Session, chat_id: int, name: str) -> None:
    people.of_chat(session, chat_id)[0].name = name
