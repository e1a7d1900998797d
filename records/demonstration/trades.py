"""The kejuruan of the demonstration, what each teaches, and how its invented graduates fare."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from records.people import Sex
from records.programmes import Programme


@dataclass(frozen=True, slots=True)
class Trade:
    """`works`: the share with work after a year; `own`: of those, in a business of their own; `women`: of the seats."""

    code: str
    name: str
    teaches: str
    works: float
    own: float
    women: float

    def sexes(self, seats: int) -> list[Sex]:
        """The sex of each of so many participants."""
        women = round(seats * self.women)
        return [Sex.FEMALE] * women + [Sex.MALE] * (seats - women)


TRADES = (
    Trade(
        "setir",
        "Setir mobil",
        "Mengemudi mobil dengan aman, rambu dan etika di jalan, serta merawat mobil sehari-hari.",
        0.66,
        0.25,
        0.2,
    ),
    Trade(
        "komputer",
        "Operator komputer",
        "Mengetik dan mengolah dokumen, lembar kerja, presentasi, surel, dan arsip kantor.",
        0.58,
        0.15,
        0.7,
    ),
    Trade(
        "menjahit",
        "Menjahit",
        "Mengukur badan, membuat pola, memotong kain, dan menjahit baju wanita sampai siap pakai.",
        0.82,
        0.6,
        0.95,
    ),
    Trade(
        "tata-rias",
        "Tata rias",
        "Merias wajah sehari-hari, pesta, dan pengantin, merawat kulit, serta melayani pelanggan.",
        0.7,
        0.75,
        1.0,
    ),
    Trade(
        "desain",
        "Desain grafis",
        "Membuat logo, spanduk, kemasan, dan unggahan media sosial, sampai siap dicetak.",
        0.62,
        0.45,
        0.45,
    ),
    Trade(
        "bubut",
        "Operator mesin bubut",
        "Membaca gambar kerja, menyetel mesin bubut, dan membuat ulir, poros, serta komponen lain.",
        0.64,
        0.05,
        0.0,
    ),
    Trade(
        "las",
        "Las SMAW",
        "Mengelas pelat dengan busur listrik, keselamatan kerja, dan memeriksa hasil las.",
        0.74,
        0.2,
        0.0,
    ),
    Trade(
        "servis-listrik",
        "Servis peralatan listrik",
        "Memperbaiki setrika, kipas, pompa air, mesin cuci, dan peralatan listrik rumah lainnya.",
        0.68,
        0.55,
        0.1,
    ),
    Trade(
        "hasil-tani",
        "Processing hasil pertanian",
        "Mengolah hasil pertanian dan laut menjadi makanan awet, mengemas, dan menghitung harga jual.",
        0.6,
        0.65,
        0.8,
    ),
    Trade(
        "hp",
        "Teknisi HP",
        "Membongkar dan memperbaiki telepon genggam: layar, baterai, pengisian daya, dan perangkat lunak.",
        0.72,
        0.6,
        0.1,
    ),
    Trade(
        "instalasi",
        "Instalasi tenaga listrik",
        "Memasang instalasi listrik rumah dan gedung kecil dengan aman, dari gambar sampai uji coba.",
        0.7,
        0.25,
        0.05,
    ),
    Trade(
        "motor",
        "Mekanik sepeda motor",
        "Servis berkala, tune-up, rem, kelistrikan, dan injeksi sepeda motor.",
        0.76,
        0.35,
        0.05,
    ),
    Trade(
        "las-3g",
        "Las SMAW 3G",
        "Mengelas pelat pada posisi tegak (3G) sampai siap mengikuti uji kompetensi.",
        0.78,
        0.15,
        0.0,
    ),
    Trade(
        "rambut",
        "Tata kecantikan rambut",
        "Mencuci, memotong, mengeriting, mewarnai, dan menata rambut, serta melayani pelanggan.",
        0.68,
        0.6,
        0.9,
    ),
    Trade(
        "mobil",
        "Mekanik mobil",
        "Servis berkala mesin bensin dan diesel, rem, kemudi, dan kelistrikan mobil.",
        0.72,
        0.2,
        0.0,
    ),
    Trade(
        "boga",
        "Tata boga (pembuatan roti)",
        "Membuat roti manis, roti tawar, dan kue, menjaga kebersihan, mengemas, dan menghitung harga jual.",
        0.74,
        0.7,
        0.85,
    ),
)


def keep(session: Session) -> dict[str, tuple[Trade, Programme]]:
    """Writes every kejuruan; by code."""
    programmes = [Programme(code=trade.code, name=trade.name, teaches=trade.teaches) for trade in TRADES]
    session.add_all(programmes)
    session.flush()
    return {trade.code: (trade, programme) for trade, programme in zip(TRADES, programmes, strict=True)}
