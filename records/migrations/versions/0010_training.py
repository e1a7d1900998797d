"""Training: timetable, attendance, leave, endings, certificates, competency tests, OJT, incubator, satisfaction."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, column, optional, required, table

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NEW = (
    "survey_counts",
    "survey_invitations",
    "incubations",
    "ojts",
    "bnsp_certificates",
    "competencies",
    "examinations",
    "certificates",
    "failings",
    "absences",
    "attendances",
    "meetings",
)


def upgrade() -> None:
    _training()
    _tests()
    _afterwards()
    column("enrolments", optional("score", sa.Integer()))
    op.drop_column("enrolments", "certificate")


def _training() -> None:
    table(
        "meetings",
        required("id", KEY),
        required("class_id", KEY),
        required("held_on", sa.Date()),
        required("begins", sa.String(5)),
        required("ends", sa.String(5)),
        optional("topic", sa.String(120)),
        required("place", sa.String(120)),
        required("cancelled", sa.Boolean()),
        optional("moved_from", sa.Date()),
        optional("why", SEALED),
        required("revision", sa.Integer()),
        refers={"class_id": "classes"},
        unique=(("class_id", "held_on", "begins"),),
    )
    table(
        "attendances",
        required("enrolment_id", KEY),
        required("day", sa.Date()),
        required("presence", sa.String(8)),
        required("noted_by", KEY),
        required("noted_at", MOMENT),
        key=("enrolment_id", "day"),
        refers={"enrolment_id": "enrolments", "noted_by": "staff"},
    )
    table(
        "absences",
        required("id", KEY),
        required("enrolment_id", KEY),
        required("first_day", sa.Date()),
        required("last_day", sa.Date()),
        required("reason", SEALED),
        optional("photo", SEALED),
        required("status", sa.String(12)),
        required("asked_at", MOMENT),
        optional("word", SEALED),
        optional("answered_by", KEY),
        optional("answered_at", MOMENT),
        refers={"enrolment_id": "enrolments", "answered_by": "staff"},
    )
    op.create_index("ix_absences_enrolment_id", "absences", ["enrolment_id"])
    op.create_index("ix_absences_status", "absences", ["status"])
    table(
        "failings",
        required("enrolment_id", KEY),
        required("reason", SEALED),
        key=("enrolment_id",),
        refers={"enrolment_id": "enrolments"},
    )
    table(
        "certificates",
        required("id", KEY),
        required("enrolment_id", KEY),
        required("number", sa.String(60)),
        required("year", sa.Integer()),
        optional("serial", sa.Integer()),
        required("given_at", MOMENT),
        required("given_by", KEY),
        refers={"enrolment_id": "enrolments", "given_by": "staff"},
        unique=(("enrolment_id",), ("number",), ("year", "serial")),
    )


def _tests() -> None:
    table(
        "examinations",
        required("id", KEY),
        required("class_id", KEY),
        required("held_on", sa.Date()),
        required("begins", sa.String(5)),
        required("place", sa.String(120)),
        required("lsp", sa.String(120)),
        required("created_by", KEY),
        required("created_at", MOMENT),
        refers={"class_id": "classes", "created_by": "staff"},
    )
    op.create_index("ix_examinations_class_id", "examinations", ["class_id"])
    op.create_index("ix_examinations_held_on", "examinations", ["held_on"])
    table(
        "competencies",
        required("id", KEY),
        required("examination_id", KEY),
        required("enrolment_id", KEY),
        required("status", sa.String(24)),
        optional("mark", sa.String(24)),
        refers={"examination_id": "examinations", "enrolment_id": "enrolments"},
        unique=(("examination_id", "enrolment_id"),),
    )
    op.create_index("ix_competencies_enrolment_id", "competencies", ["enrolment_id"])
    table(
        "bnsp_certificates",
        required("id", KEY),
        required("competency_id", KEY),
        required("status", sa.String(12)),
        optional("number", sa.String(60)),
        optional("issued_on", sa.Date()),
        optional("expires_on", sa.Date()),
        refers={"competency_id": "competencies"},
        unique=(("competency_id",), ("number",)),
    )
    op.create_index("ix_bnsp_certificates_expires_on", "bnsp_certificates", ["expires_on"])


def _afterwards() -> None:
    table(
        "ojts",
        required("id", KEY),
        required("enrolment_id", KEY),
        required("first_day", sa.Date()),
        required("last_day", sa.Date()),
        required("company", sa.String(120)),
        optional("paid", sa.Boolean()),
        required("noted_by", KEY),
        required("noted_at", MOMENT),
        refers={"enrolment_id": "enrolments", "noted_by": "staff"},
    )
    op.create_index("ix_ojts_enrolment_id", "ojts", ["enrolment_id"])
    table(
        "incubations",
        required("id", KEY),
        required("enrolment_id", KEY),
        required("status", sa.String(12)),
        optional("reason", SEALED),
        refers={"enrolment_id": "enrolments"},
        unique=(("enrolment_id",),),
    )
    table(
        "survey_invitations",
        required("enrolment_id", KEY),
        required("wave", sa.Integer()),
        required("closes_on", sa.Date()),
        required("used", sa.Boolean()),
        key=("enrolment_id", "wave"),
        refers={"enrolment_id": "enrolments"},
    )
    table(
        "survey_counts",
        required("class_id", KEY),
        required("wave", sa.Integer()),
        required("element", sa.Integer()),
        required("value", sa.Integer()),
        required("count", sa.Integer()),
        key=("class_id", "wave", "element", "value"),
        refers={"class_id": "classes"},
    )


def downgrade() -> None:
    column("enrolments", optional("certificate", sa.String(40)))
    op.drop_column("enrolments", "score")
    for name in NEW:
        op.drop_table(name)
