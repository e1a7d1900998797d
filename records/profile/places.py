"""Places: the kecamatan and kelurahan of the city."""

from records.profile.part import Part


class Kelurahan(Part):
    """`formerly`: the names of those that were joined into this one, which people still use."""

    code: str
    name: str
    formerly: tuple[str, ...] = ()


class Kecamatan(Part):
    code: str
    name: str
    kelurahan: tuple[Kelurahan, ...]
