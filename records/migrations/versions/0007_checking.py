"""Checking: the queue's claims, corrections asked for, objections, and messages that must not stay in a chat.

Who decided, when and why stands in the steps of the road alone.
"""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, column, optional, required, table, without

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "claims",
        required("application_id", KEY),
        optional("staff_id", KEY),
        optional("until", MOMENT),
        optional("skipped_at", MOMENT),
        key=("application_id",),
        refers={"application_id": "applications", "staff_id": "staff"},
    )
    table(
        "corrections",
        required("application_id", KEY),
        required("due_at", MOMENT),
        optional("reminded_at", MOMENT),
        key=("application_id",),
        refers={"application_id": "applications"},
    )
    op.create_index("ix_corrections_due_at", "corrections", ["due_at"])
    _shown()
    _objections()
    with op.batch_alter_table("applications") as batch:
        batch.drop_constraint("fk_applications_decided_by_staff", type_="foreignkey")
    without("applications", "reason", "decided_at", "decided_by")
    op.execute("UPDATE deliveries SET kind = 'notice', topic = 'decision' WHERE kind = 'decision'")


def _shown() -> None:
    table(
        "shown",
        required("id", KEY),
        required("chat_id", sa.BigInteger()),
        required("message_id", sa.BigInteger()),
        required("about", sa.String(40)),
        required("shown_at", MOMENT),
        required("until", MOMENT),
    )
    op.create_index("ix_shown_chat_about", "shown", ["chat_id", "about"])
    op.create_index("ix_shown_until", "shown", ["until"])


def _objections() -> None:
    table(
        "objections",
        required("id", KEY),
        required("application_id", KEY),
        required("step_id", KEY),
        required("words", SEALED),
        required("at", MOMENT),
        required("state", sa.String(12)),
        optional("answer", SEALED),
        optional("answered_at", MOMENT),
        optional("answered_by", KEY),
        refers={"application_id": "applications", "step_id": "steps", "answered_by": "staff"},
        unique=(("step_id",),),
    )
    op.create_index("ix_objections_application_id", "objections", ["application_id"])
    op.create_index("ix_objections_state", "objections", ["state"])


def downgrade() -> None:
    decided = optional("reason", SEALED), optional("decided_at", MOMENT), optional("decided_by", KEY)
    column("applications", *decided, refers={"decided_by": "staff"})
    for name in ("objections", "shown", "corrections", "claims"):
        op.drop_table(name)
