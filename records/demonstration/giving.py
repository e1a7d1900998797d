"""Giving back: some job openings, one of which waits for an officer, and some businesses of alumni. All invented, and
said so in what everybody reads.
"""

from dataclasses import replace
from datetime import timedelta

from records import chats, consents, graduates, job_openings, showcases, submissions
from records.consents import Purpose
from records.demonstration.cast import Group, Member
from records.demonstration.invention import FIRST_PHONE
from records.demonstration.scene import Scene
from records.job_openings import Kind, Opening, Way
from records.showcases import Showcase, Stall

# Far above the phones of the invented people and of the officers.
PHONES = FIRST_PHONE + 9500
EMPLOYER = ("Bu Tini", "(contoh)")
# By kejuruan; how many days ago it was published. The employer's waits.
BY_OFFICERS = (
    (
        "boga",
        Opening(
            *("Toko Roti Pesisir (contoh)", "Pembuat roti", (), "Poncol, Pekalongan Timur", Kind.PERMANENT),
            *("Bisa roti manis dan roti tawar. Jam 04.00-12.00, libur Jumat.", Way.PHONE, f"+{PHONES + 1}", 30),
        ),
        2,
    ),
    (
        "menjahit",
        Opening(
            *("Konveksi Jlamprang (contoh)", "Penjahit kemeja", (), "Krapyak, Pekalongan Utara", Kind.DAILY),
            *("Borongan, mesin disediakan. Boleh dikerjakan di rumah.", Way.ADDRESS, "Gang Contoh 7, Senin-Jumat", 60),
        ),
        5,
    ),
    (
        "motor",
        Opening(
            *("Bengkel Segoro (contoh)", "Mekanik sepeda motor", (), "Medono, Pekalongan Barat", Kind.CONTRACT),
            *("Servis ringan dan injeksi. Lulusan baru boleh melamar.", Way.PHONE, f"+{PHONES + 2}", 30),
        ),
        9,
    ),
)
WAITING = Opening(
    *("Konveksi Lautan (contoh)", "Penjahit seragam sekolah", (), "Bandengan, Pekalongan Utara", Kind.CONTRACT),
    *("Bisa obras dan jahit lurus, usia bebas.", Way.PHONE, f"+{PHONES + 3}", 30),
)
# By kejuruan of whom it is: the business, what it sells, the kelurahan, a few words.
STALLS = (
    (
        "menjahit",
        "Jahit Melati (contoh)",
        "Jahit baju dan permak",
        "33.75.03.1002",
        "Bisa diantar, sekitar Krapyak.",
    ),
    ("hasil-tani", "Dapur Bandeng (contoh)", "Bandeng presto dan abon", "33.75.03.1009", "Pesan sehari sebelumnya."),
    ("hp", "Servis HP Kauman (contoh)", "Servis layar dan baterai HP", "33.75.02.1004", ""),
    ("boga", "Roti Pagi (contoh)", "Roti manis dan kue pesanan", "33.75.01.1002", "Buka setiap hari, 06.00-17.00."),
)


def write(scene: Scene) -> None:
    _openings(scene)
    _stalls(scene)


def _openings(scene: Scene) -> None:
    session = scene.roll.session
    for trade, opening, days in BY_OFFICERS:
        at = scene.now - timedelta(days=days)
        job_openings.enter(
            session, _of(scene, trade, opening), scene.officer.id, scene.today - timedelta(days=days), at
        )
    chat_id, phone = scene.roll.new_chat(), f"+{PHONES}"
    chats.load(session, chat_id, scene.now)
    note = "pemberi kerja, lowongannya menunggu diperiksa"
    scene.roll.enter_officer(Member(chat_id, *EMPLOYER, phone, Group.SEEKER, note, cast=True))
    sender = f"{' '.join(EMPLOYER)}, pemilik"
    job_openings.send_in(session, _of(scene, "menjahit", WAITING), chat_id, sender, phone, scene.now)


def _of(scene: Scene, trade: str, opening: Opening) -> Opening:
    return replace(opening, trades=(scene.trades[trade][1].id,))


def _stalls(scene: Scene) -> None:
    """Each of the first alumna or alumnus with a chat who has learnt that kejuruan."""
    session, at = scene.roll.session, scene.now - timedelta(days=20)
    for place, (trade, name, sells, kelurahan, words) in enumerate(STALLS):
        programme_id = scene.trades[trade][1].id
        person_id = _graduate(scene, programme_id)
        if person_id is None:
            continue
        stall = Stall(name, sells, programme_id, kelurahan, f"+{PHONES + 10 + place}", words)
        showcase_id = showcases.put(session, person_id, stall, 1, at)
        submissions.claim(session, Showcase, showcase_id, scene.officer.id, at)
        showcases.publish(session, showcase_id, scene.officer.id)


def _graduate(scene: Scene, programme_id: int) -> int | None:
    for member in scene.roll.cast().of(Group.ALUMNI):
        for one in graduates.of_chat(scene.roll.session, member.chat_id) if not member.blocked else ():
            if one.programme_id == programme_id and not consents.holds(
                scene.roll.session, one.person_id, Purpose.SHOWCASE
            ):
                return one.person_id
    return None
