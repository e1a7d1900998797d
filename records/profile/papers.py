"""Papers: what is printed for a class, column by column."""

from typing import Literal

from pydantic import Field

from records.profile.part import Part

PaperField = Literal[
    "", "no", "number", "name", "nik", "birth", "sex", "phone", "address", "certificate", "days", "amount"
]


class PaperColumn(Part):
    """A column of a paper: its head, what stands in it ("": left blank, to be filled in by hand), how wide it is."""

    head: str = Field(max_length=40)
    field: PaperField = ""
    width: float = Field(1.0, gt=0)


class PaperForm(Part):
    """A paper of a class: its participants in rows. `line_mm` leaves room for signatures."""

    code: str = Field(pattern=r"^[a-z_]{1,16}$")
    title: str = Field(max_length=60)
    columns: tuple[PaperColumn, ...] = Field(min_length=1)
    landscape: bool = False
    line_mm: float = Field(9.0, ge=5, le=30)


class PaperRules(Part):
    """The centre's papers. `transport_a_day` is in rupiah; 0 leaves the amount blank. `signed_by` stands below."""

    transport_a_day: int = Field(0, ge=0)
    signed_by: str = ""
    forms: tuple[PaperForm, ...] = ()
