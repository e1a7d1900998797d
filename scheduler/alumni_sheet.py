"""The sheet of earlier alumni: its columns, as they are written into the template and read again. For the process for
slow work.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from conversations import readers
from conversations.applying.places import kelurahan_like, kelurahan_of
from conversations.script import Misread
from locales.text import Text, _
from records.earlier.alumna import Earlier
from records.profile import Profile
from scheduler.cells import Raw, day, nik, phone, text, words
from scheduler.workbook import Cell, Heading, Page, workbook
from scheduler.workbook_reading import Column, Row, Sheet, read

NAME, PROGRAMME, COHORT, YEAR, ENDED = "Nama", "Kejuruan", "Angkatan", "Tahun", "Selesai pelatihan"
NIK, SEX, BORN, PHONE, PLACE = "NIK", "Jenis kelamin", "Tanggal lahir", "Nomor HP", "Kelurahan"
CERTIFICATE, CONTACT, CONTACT_PHONE = "Nomor sertifikat", "Kontak kedua", "HP kontak kedua"
WIDTHS = {NAME: 30, PROGRAMME: 30, COHORT: 16, YEAR: 8, ENDED: 18, NIK: 20, PHONE: 18, PLACE: 22, CERTIFICATE: 26}
SHEET = "Alumni"
FIRST_YEAR = 1990
SEXES = {"p": "P", "l": "L", "perempuan": "P", "wanita": "P", "laki-laki": "L", "laki laki": "L", "pria": "L"}


def template(note: str, example: tuple[Cell, ...]) -> bytes:
    """An empty workbook with its heads and one invented row that is to be overwritten."""
    headings = [Heading(column, WIDTHS.get(column, 16)) for column in HEADS]
    return workbook(Page(SHEET, headings, [example], note=note))


HEADS = (NAME, PROGRAMME, COHORT, YEAR, ENDED, NIK, SEX, BORN, PHONE, PLACE, CERTIFICATE, CONTACT, CONTACT_PHONE)


def read_alumni(content: bytes, profile: Profile, today: date) -> Sheet | Text:
    """The rows; a Text where the file as a whole cannot be used."""
    return read(content, _columns(profile, today))


def _columns(profile: Profile, today: date) -> tuple[Column, ...]:
    return (
        Column(NAME, _name, required=True, aliases=("Nama lengkap", "Nama peserta", "Nama alumni")),
        Column(PROGRAMME, partial(_short, most=80), required=True, aliases=("Jurusan", "Program", "Pelatihan")),
        Column(COHORT, partial(_short, most=80), required=True, aliases=("Gelombang",)),
        Column(YEAR, partial(_year, today=today), required=True),
        Column(ENDED, partial(_past, today=today), required=True, aliases=("Tanggal selesai", "Selesai")),
        Column(NIK, nik, aliases=("No. KTP", "Nomor KTP")),
        Column(SEX, _sex, aliases=("L/P", "JK")),
        Column(BORN, partial(_past, today=today), aliases=("Tgl lahir", "Lahir")),
        Column(PHONE, phone, aliases=("HP", "No. HP", "No HP", "Telepon", "WhatsApp", "No. WA")),
        Column(PLACE, partial(_kelurahan, profile=profile), aliases=("Kel", "Desa/Kelurahan")),
        Column(CERTIFICATE, partial(_short, most=60), unique=True, aliases=("No. sertifikat", "Sertifikat")),
        Column(CONTACT, _name),
        Column(CONTACT_PHONE, phone),
    )


def earlier(row: Row) -> Earlier:
    """What a row without a mistake tells."""
    told = row.values
    kecamatan, kelurahan = told.get(PLACE, (None, None))
    return Earlier(
        name=told[NAME],
        programme=told[PROGRAMME],
        cohort=told[COHORT],
        year=told[YEAR],
        ended_on=told[ENDED],
        nik=told.get(NIK),
        sex=told.get(SEX),
        born=told.get(BORN),
        phone=told.get(PHONE),
        kecamatan=kecamatan,
        kelurahan=kelurahan,
        certificate=told.get(CERTIFICATE),
        second_contact=told.get(CONTACT),
        second_contact_phone=told.get(CONTACT_PHONE),
    )


def _read(raw: Raw, reader: Callable[[str], str | Misread]) -> str | Text:
    found = reader(words(raw))
    return found.text if isinstance(found, Misread) else found


def _name(raw: Raw) -> str | Text:
    return _read(raw, readers.name)


def _short(raw: Raw, most: int) -> str | Text:
    found = text(raw)
    if isinstance(found, str) and len(found) > most:
        return _("This is longer than {limit} characters.", limit=most)
    return found


def _year(raw: Raw, today: date) -> int | Text:
    found = readers.year(words(raw), FIRST_YEAR, today.year)
    return found.text if isinstance(found, Misread) else int(found)


def _past(raw: Raw, today: date) -> date | Text:
    found = day(raw)
    if isinstance(found, date) and found > today:
        return _("This day still lies ahead.")
    if isinstance(found, date) and found.year < today.year - readers.OLDEST_YEARS:
        return _("That is more than {years} years ago. Please look at the year again.", years=readers.OLDEST_YEARS)
    return found


def _sex(raw: Raw) -> str | Text:
    found = SEXES.get(words(raw).casefold())
    return found if found is not None else _("Write P (woman) or L (man).")


def _kelurahan(raw: Raw, profile: Profile) -> tuple[str, str] | Text:
    """Kecamatan and kelurahan by the kelurahan's name, also a former one."""
    near = kelurahan_like(words(raw), profile)
    place = kelurahan_of(near[0], profile) if len(near) == 1 else None
    if place is None:
        return _("“{typed}” is no kelurahan of the city. Leave it empty for other towns.", typed=words(raw)[:40])
    return place[0].code, place[1].code
