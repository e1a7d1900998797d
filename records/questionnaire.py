"""The questionnaire's codes: what its answers are called in the records. Q1 has its own in monitoring.Activity."""

from enum import StrEnum

# Somebody would rather not say.
NO_ANSWER = "-"
# Q5: from this band on, an income is at or above the minimum wage.
UMK_BAND = 3


class Since(StrEnum):
    """Q3: when the first job began, in months after the training."""

    BEFORE = "sebelum"
    DURING = "saat"
    FIRST = "0-1"
    THIRD = "2-3"
    SIXTH = "4-6"
    TWELFTH = "7-12"


# The first month that each of them stands for: none is offered long before it can be.
SINCE_FROM: dict[Since, int] = {
    Since.BEFORE: 0,
    Since.DURING: 0,
    Since.FIRST: 0,
    Since.THIRD: 2,
    Since.SIXTH: 4,
    Since.TWELFTH: 7,
}


class Seeking(StrEnum):
    """Q7: whether somebody without work looks for it, after BPS: all but the last are unemployed."""

    SEEKING = "mencari"
    PREPARING = "menyiapkan"
    ACCEPTED = "diterima"
    IMPOSSIBLE = "tidak_mungkin"
    NOT = "tidak"


class Sector(StrEnum):
    """Q6: letters of KBLI, industry and trade with what is told apart in the city of batik."""

    TEXTILE = "C1"
    FOOD = "C2"
    INDUSTRY = "C3"
    TRADE = "G"
    WORKSHOP = "G45"
    HOSPITALITY = "I"
    CONSTRUCTION = "F"
    TRANSPORT = "H"
    DIGITAL = "J"
    SERVICES = "S"
    FARMING = "A"
    PUBLIC = "O-Q"
    OTHER = "X"


class Away(StrEnum):
    """Q6: where the work is, if not in one of the places that the profile names (`followup.places`)."""

    ELSEWHERE = "luar"
    ABROAD = "ln"


class Need(StrEnum):
    """Q8: what help is wanted."""

    VACANCY = "loker"
    CAPITAL = "modal"
    PERMITS = "izin"
    MARKETING = "pemasaran"
    TEST = "ujk"
    TRAINING = "pelatihan"
    NONE = "tidak"
