"""The form both measuring partners walk a person through: twelve questions, and the one row written at the end."""

from typing import NamedTuple

from sqlalchemy import JSON, Engine, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Question(NamedTuple):
    """One question; `choices` are offered as buttons, none means that the answer is typed."""

    key: str
    choices: tuple[str, ...] = ()

    def prompt(self, position: int) -> str:
        return f"({position + 1}/{len(FORM)}) Mohon isi {self.key}:"


FORM = (
    Question("kejuruan", ("Tata boga", "Las SMAW", "Menjahit")),
    Question("nama lengkap"),
    Question("NIK"),
    Question("tempat lahir"),
    Question("tanggal lahir"),
    Question("jenis kelamin", ("Perempuan", "Laki-laki")),
    Question("kecamatan", ("Barat", "Timur", "Utara", "Selatan")),
    Question("alamat"),
    Question("nomor telepon"),
    Question("pendidikan", ("SD", "SMP", "SMA")),
    Question("kegiatan", ("Mencari kerja", "Bekerja")),
    Question("kebenaran data", ("Benar", "Ulangi")),
)


class Base(DeclarativeBase):
    """The partners' tables."""


class Applicant(Base):
    """A finished form."""

    __tablename__ = "applicants"
    number: Mapped[int] = mapped_column(primary_key=True)
    form: Mapped[dict[str, str]] = mapped_column(JSON)


def open_register(path: str) -> Engine:
    """The SQLite file at `path`, with its table."""
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    return engine


def register(engine: Engine, form: dict[str, str]) -> str:
    """Write the form as one row; the sentence that ends the dialogue."""
    with Session(engine) as session:
        applicant = Applicant(form=form)
        session.add(applicant)
        session.commit()
        return f"Terima kasih. Nomor pendaftaran Anda {applicant.number}"
