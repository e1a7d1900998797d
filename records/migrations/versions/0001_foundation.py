"""The foundation: every table of the first version, and what each role may do."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A migration is a page of history: it imports nothing of the program, whose types and constants go on changing.
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
SEALED = sa.LargeBinary()
GRANTS = {
    "administrator": ("review", "graduate", "figures", "announce", "answer"),
    "officer": ("review", "graduate", "figures", "announce", "answer"),
    "viewer": ("figures",),
}


def _required(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _optional(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True)


def _table(
    name: str,
    *columns: sa.Column[Any],
    key: tuple[str, ...] = ("id",),
    refers: Mapping[str, str] | None = None,
    unique: tuple[tuple[str, ...], ...] = (),
) -> None:
    """A table whose constraints are named by the rule of records/base.py."""
    constraints: list[sa.Constraint] = [sa.PrimaryKeyConstraint(*key, name=f"pk_{name}")]
    for column, other in (refers or {}).items():
        constraints.append(sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{name}_{column}_{other}"))
    constraints += [sa.UniqueConstraint(*these, name=f"uq_{name}_{these[0]}") for these in unique]
    op.create_table(name, *columns, *constraints)


def _audit() -> None:
    _table(
        "audit",
        _required("id", KEY),
        _required("at", MOMENT),
        _required("actor", sa.String(40)),
        _required("action", sa.String(40)),
        _required("object", sa.String(60)),
        _required("previous", sa.String(64)),
        _required("hash", sa.String(64)),
        unique=(("previous",),),
    )


def _chats() -> None:
    _table(
        "chats",
        sa.Column("id", KEY, nullable=False, autoincrement=False),
        _required("language", sa.String(8)),
        _optional("reply_owed", sa.BigInteger()),
        _required("recent_updates", sa.LargeBinary()),
        _optional("newest_message", sa.BigInteger()),
        _required("reply_keyboard", sa.Boolean()),
        _optional("unreachable_since", MOMENT),
        _optional("unreachable_why", sa.String(24)),
        _required("created_at", MOMENT),
    )
    op.create_index("ix_chats_reply_owed", "chats", ["reply_owed"])


def _cohorts() -> None:
    _table(
        "cohorts",
        _required("id", KEY),
        _required("code", sa.String(16)),
        _required("name", sa.String(80)),
        _required("year", sa.Integer()),
        _required("opens_at", MOMENT),
        _required("closes_at", MOMENT),
        _required("starts_on", sa.Date()),
        _required("ends_on", sa.Date()),
        unique=(("code",),),
    )
    op.create_index("ix_cohorts_year", "cohorts", ["year"])


def _keys() -> None:
    _table("keys", _required("version", sa.Integer()), _required("word", SEALED), key=("version",))


def _leadership() -> None:
    _table(
        "leadership",
        _required("id", sa.Integer()),
        _required("epoch", sa.Integer()),
        _optional("paused_until", MOMENT),
    )


def _people() -> None:
    _table(
        "people",
        _required("id", KEY),
        _required("name", SEALED),
        _optional("nik", SEALED),
        _optional("nik_digest", sa.String(64)),
        _optional("birth_date", SEALED),
        _optional("sex", sa.String(1)),
        _optional("phone", SEALED),
        _optional("phone_digest", sa.String(64)),
        _optional("kecamatan", sa.String(16)),
        _optional("kelurahan", sa.String(16)),
        _optional("town", sa.String(80)),
        _optional("address", SEALED),
        _optional("education", sa.String(16)),
        _optional("activity", sa.String(16)),
        _optional("second_contact", SEALED),
        _optional("deceased_on", sa.Date()),
        _required("demonstration", sa.Boolean()),
        _required("created_at", MOMENT),
        unique=(("nik_digest",),),
    )
    op.create_index("ix_people_phone_digest", "people", ["phone_digest"])


def _permissions() -> None:
    _table(
        "permissions",
        _required("role", sa.String(16)),
        _required("permission", sa.String(16)),
        key=(
            "role",
            "permission",
        ),
    )


def _programmes() -> None:
    _table(
        "programmes",
        _required("id", KEY),
        _required("code", sa.String(24)),
        _required("name", sa.String(80)),
        _required("teaches", sa.Text()),
        unique=(("code",),),
    )


def _staff() -> None:
    _table(
        "staff",
        _required("id", KEY),
        _required("chat_id", sa.BigInteger()),
        _required("name", SEALED),
        _required("role", sa.String(16)),
        _required("active", sa.Boolean()),
        _required("created_at", MOMENT),
        unique=(("chat_id",),),
    )


def _campaigns() -> None:
    _table(
        "campaigns",
        _required("id", KEY),
        _required("cohort_id", KEY),
        _required("words", SEALED),
        _required("status", sa.String(12)),
        _optional("why_stopped", sa.String(200)),
        _required("staff_id", KEY),
        _optional("progress_message", sa.BigInteger()),
        _required("confirmed_at", MOMENT),
        _optional("finished_at", MOMENT),
        refers={"cohort_id": "cohorts", "staff_id": "staff"},
    )
    op.create_index("ix_campaigns_status", "campaigns", ["status"])


def _classes() -> None:
    _table(
        "classes",
        _required("id", KEY),
        _required("code", sa.String(24)),
        _required("programme_id", KEY),
        _required("cohort_id", KEY),
        _required("seats", sa.Integer()),
        _required("lesson_hours", sa.Integer()),
        _required("starts_on", sa.Date()),
        _required("ends_on", sa.Date()),
        _required("place", sa.String(120)),
        _required("funding", sa.String(16)),
        _required("requirements", sa.String(400)),
        _optional("graduated_at", MOMENT),
        refers={"cohort_id": "cohorts", "programme_id": "programmes"},
        unique=(("code",),),
    )
    op.create_index("ix_classes_cohort_id", "classes", ["cohort_id"])
    op.create_index("ix_classes_programme_id", "classes", ["programme_id"])


def _consents() -> None:
    _table(
        "consents",
        _required("id", KEY),
        _required("person_id", KEY),
        _required("purpose", sa.String(24)),
        _required("version", sa.Integer()),
        _required("given_at", MOMENT),
        _optional("withdrawn_at", MOMENT),
        refers={"person_id": "people"},
        unique=(("person_id", "purpose", "version"),),
    )


def _invitations() -> None:
    _table(
        "invitations",
        _required("id", KEY),
        _required("token_digest", sa.String(64)),
        _required("role", sa.String(16)),
        _required("expires_at", MOMENT),
        _optional("used_by", KEY),
        refers={"used_by": "staff"},
        unique=(("token_digest",),),
    )


def _links() -> None:
    _table(
        "links",
        _required("person_id", KEY),
        _required("chat_id", sa.BigInteger()),
        _required("linked_at", MOMENT),
        key=("person_id",),
        refers={"person_id": "people"},
    )
    op.create_index("ix_links_chat_id", "links", ["chat_id"])


def _questions() -> None:
    _table(
        "questions",
        _required("id", KEY),
        _required("chat_id", sa.BigInteger()),
        _required("words", SEALED),
        _required("asked_at", MOMENT),
        _optional("answer", SEALED),
        _optional("answered_at", MOMENT),
        _optional("answered_by", KEY),
        refers={"answered_by": "staff"},
    )
    op.create_index("ix_questions_answered_at", "questions", ["answered_at"])
    op.create_index("ix_questions_chat_id", "questions", ["chat_id"])


def _talks() -> None:
    _table(
        "talks",
        _required("id", KEY),
        _required("script", sa.String(24)),
        _required("version", sa.Integer()),
        _optional("subject_person", KEY),
        _required("actor_chat", sa.BigInteger()),
        _optional("about", sa.BigInteger()),
        _required("state", sa.String(12)),
        _required("journal", SEALED),
        _required("opened_at", MOMENT),
        _required("touched_at", MOMENT),
        refers={"subject_person": "people"},
    )
    op.create_index("ix_talks_actor_state", "talks", ["actor_chat", "state"])
    op.create_index("ix_talks_state_touched", "talks", ["state", "touched_at"])


def _applications() -> None:
    _table(
        "applications",
        _required("id", KEY),
        _required("person_id", KEY),
        _required("cohort_id", KEY),
        _required("class_id", KEY),
        _required("serial", sa.Integer()),
        _required("number", sa.String(24)),
        _required("status", sa.String(24)),
        _optional("reason", SEALED),
        _required("submitted_at", MOMENT),
        _optional("decided_at", MOMENT),
        _optional("decided_by", KEY),
        refers={"class_id": "classes", "cohort_id": "cohorts", "decided_by": "staff", "person_id": "people"},
        unique=(
            ("cohort_id", "serial"),
            ("number",),
            ("person_id", "cohort_id"),
        ),
    )
    op.create_index("ix_applications_class_id", "applications", ["class_id"])
    op.create_index("ix_applications_status", "applications", ["status"])


def _deliveries() -> None:
    _table(
        "deliveries",
        _required("id", KEY),
        _required("key", sa.String(80)),
        _required("kind", sa.String(16)),
        _required("urgency", sa.Integer()),
        _optional("person_id", KEY),
        _optional("chat_id", sa.BigInteger()),
        _optional("campaign_id", KEY),
        _required("about", sa.BigInteger()),
        _required("status", sa.String(12)),
        _optional("why", sa.String(80)),
        _required("attempts", sa.Integer()),
        _required("due_at", MOMENT),
        _optional("epoch", sa.Integer()),
        _optional("message_id", sa.BigInteger()),
        _optional("settled_at", MOMENT),
        refers={"campaign_id": "campaigns", "person_id": "people"},
        unique=(("key",),),
    )
    op.create_index("ix_deliveries_campaign_status", "deliveries", ["campaign_id", "status"])
    op.create_index("ix_deliveries_status_due", "deliveries", ["status", "due_at"])
    op.create_index("ix_deliveries_status_urgency_due", "deliveries", ["status", "urgency", "due_at"])


def _enrolments() -> None:
    _table(
        "enrolments",
        _required("id", KEY),
        _required("person_id", KEY),
        _required("class_id", KEY),
        _optional("application_id", KEY),
        _required("status", sa.String(24)),
        _optional("ended_on", sa.Date()),
        _optional("certificate", sa.String(40)),
        _required("created_at", MOMENT),
        refers={"application_id": "applications", "class_id": "classes", "person_id": "people"},
        unique=(("person_id", "class_id"),),
    )
    op.create_index("ix_enrolments_class_id", "enrolments", ["class_id"])


def _followups() -> None:
    _table(
        "followups",
        _required("id", KEY),
        _required("enrolment_id", KEY),
        _required("person_id", KEY),
        _required("wave", sa.Integer()),
        _required("state", sa.String(12)),
        _required("step", sa.Integer()),
        _required("due_at", MOMENT),
        _optional("first_asked_at", MOMENT),
        _optional("reached_at", MOMENT),
        _optional("covered_by", KEY),
        refers={"covered_by": "followups", "enrolment_id": "enrolments", "person_id": "people"},
        unique=(("enrolment_id", "wave"),),
    )
    op.create_index("ix_followups_covered_by", "followups", ["covered_by"])
    op.create_index("ix_followups_person_id", "followups", ["person_id"])
    op.create_index("ix_followups_state_due", "followups", ["state", "due_at"])


def _monitoring_records() -> None:
    _table(
        "monitoring_records",
        _required("id", KEY),
        _required("enrolment_id", KEY),
        _required("person_id", KEY),
        _required("wave", sa.Integer()),
        _optional("followup_id", KEY),
        _optional("talk_id", KEY),
        _required("status", sa.String(16)),
        _required("activity", sa.String(16)),
        _optional("employment", sa.Integer()),
        _optional("since", sa.String(24)),
        _required("details", SEALED),
        _required("source", sa.String(16)),
        _required("recorded_at", MOMENT),
        refers={"enrolment_id": "enrolments", "followup_id": "followups", "person_id": "people", "talk_id": "talks"},
        unique=(("enrolment_id", "talk_id"),),
    )
    op.create_index("ix_monitoring_enrolment_wave", "monitoring_records", ["enrolment_id", "wave"])
    op.create_index("ix_monitoring_records_person_id", "monitoring_records", ["person_id"])


def _grants() -> None:
    permissions = sa.table("permissions", sa.column("role", sa.String), sa.column("permission", sa.String))
    rows = [{"role": role, "permission": name} for role, names in GRANTS.items() for name in names]
    op.bulk_insert(permissions, rows)


def upgrade() -> None:
    _audit()
    _chats()
    _cohorts()
    _keys()
    _leadership()
    _people()
    _permissions()
    _programmes()
    _staff()
    _campaigns()
    _classes()
    _consents()
    _invitations()
    _links()
    _questions()
    _talks()
    _applications()
    _deliveries()
    _enrolments()
    _followups()
    _monitoring_records()
    _grants()


def downgrade() -> None:
    op.drop_table("monitoring_records")
    op.drop_table("followups")
    op.drop_table("enrolments")
    op.drop_table("deliveries")
    op.drop_table("applications")
    op.drop_table("talks")
    op.drop_table("questions")
    op.drop_table("links")
    op.drop_table("invitations")
    op.drop_table("consents")
    op.drop_table("classes")
    op.drop_table("campaigns")
    op.drop_table("staff")
    op.drop_table("programmes")
    op.drop_table("permissions")
    op.drop_table("people")
    op.drop_table("leadership")
    op.drop_table("keys")
    op.drop_table("cohorts")
    op.drop_table("chats")
    op.drop_table("audit")
