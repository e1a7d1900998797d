"""Labour: what somebody does, and what that is called in the statistics of labour."""

from enum import StrEnum


class Activity(StrEnum):
    """Main activity of the last seven days (Q1)."""

    EMPLOYED = "kerja"
    OWN_BUSINESS = "usaha"
    FAMILY_BUSINESS = "bantu_keluarga"
    OJT = "ojt"
    SEEKING = "cari_kerja"
    SCHOOL = "sekolah"
    HOUSEKEEPING = "rumah_tangga"
    OTHER = "lainnya"


MAIN_ACTIVITY_IS_WORK = frozenset({Activity.EMPLOYED, Activity.OWN_BUSINESS, Activity.FAMILY_BUSINESS})


class LabourStatus(StrEnum):
    """After BPS: at least one uninterrupted hour of work in the last seven days, or temporarily absent from work."""

    WORKING = "working"
    OJT = "ojt"
    UNEMPLOYED = "unemployed"
    OUTSIDE = "outside"
    UNDETERMINED = "undetermined"
