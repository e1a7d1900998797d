"""Vocabularies in words: education, activities, sexes, statuses."""

from locales.text import Text, _
from records.applications import ApplicationStatus
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus
from records.enrolments import EnrolmentStatus
from records.people import Education, Sex

EDUCATION: dict[Education, Text] = {
    Education.NONE: _("Did not finish primary school"),
    Education.SD: _("Primary school (SD/MI/Paket A)"),
    Education.SMP: _("Junior secondary (SMP/MTs/Paket B)"),
    Education.SMA: _("Senior secondary (SMA/MA/Paket C)"),
    Education.SMK: _("Vocational secondary (SMK/MAK)"),
    Education.DIPLOMA: _("Diploma (D1-D3)"),
    Education.BACHELOR: _("Bachelor (D4/S1)"),
    Education.MASTER: _("Master or higher (S2+)"),
}
SEX_LABEL: dict[Sex, Text] = {Sex.FEMALE: _("Woman"), Sex.MALE: _("Man")}
SEX: dict[Sex, Text] = {Sex.FEMALE: _("woman"), Sex.MALE: _("man")}
PRESENT_ACTIVITY: dict[str, Text] = {
    "mencari_kerja": _("Looking for work"),
    "bekerja": _("Working"),
    "usaha": _("Running a business"),
    "sekolah": _("In school or college"),
    "rumah_tangga": _("Looking after the household"),
    "lainnya": _("Something else"),
}
APPLICATION: dict[ApplicationStatus, Text] = {
    ApplicationStatus.SUBMITTED: _("received, waiting to be checked"),
    ApplicationStatus.VERIFYING: _("being checked"),
    ApplicationStatus.CORRECTION: _("something has to be corrected"),
    ApplicationStatus.ADMINISTRATIVELY_PASSED: _("papers complete, not yet accepted"),
    ApplicationStatus.NOT_ELIGIBLE: _("does not meet the requirements"),
    ApplicationStatus.TEST_SCHEDULED: _("test scheduled"),
    ApplicationStatus.SELECTED: _("selected"),
    ApplicationStatus.RESERVE: _("in reserve"),
    ApplicationStatus.NOT_SELECTED: _("not selected"),
    ApplicationStatus.ABSENT: _("was absent"),
    ApplicationStatus.REREGISTERING: _("waiting for re-registration"),
    ApplicationStatus.PARTICIPANT: _("accepted as a participant"),
    ApplicationStatus.WITHDRAWN: _("withdrawn"),
}
# By the codes of records/documents.py, as short as a button wants it.
PAPER: dict[str, Text] = {
    "ktp": _("KTP"),
    "ijazah": _("ijazah"),
    "kk": _("KK"),
    "foto": _("portrait"),
    "ak1": _("AK-1"),
}
ENROLMENT: dict[EnrolmentStatus, Text] = {
    EnrolmentStatus.PARTICIPANT: _("in training"),
    EnrolmentStatus.GRADUATED: _("finished the training"),
    EnrolmentStatus.NOT_GRADUATED: _("did not pass the training"),
    EnrolmentStatus.WITHDRAWN: _("withdrawn"),
    EnrolmentStatus.DISMISSED: _("dismissed"),
}
COMPETENCY: dict[CompetencyStatus, Text] = {
    CompetencyStatus.REGISTERED: _("registered"),
    CompetencyStatus.COMPETENT: _("competent"),
    CompetencyStatus.NOT_YET: _("not yet competent"),
    CompetencyStatus.ABSENT: _("was absent"),
}
BNSP: dict[BnspStatus, Text] = {
    BnspStatus.IN_PROCESS: _("in process"),
    BnspStatus.ISSUED: _("issued"),
    BnspStatus.HANDED_OVER: _("handed over"),
    BnspStatus.EXPIRED: _("expired"),
}
FUNDING: dict[str, Text] = {
    "APBD": _("city budget (APBD)"),
    "DBHCHT": _("tobacco excise fund (DBHCHT)"),
    "APBN": _("national budget (APBN)"),
}
