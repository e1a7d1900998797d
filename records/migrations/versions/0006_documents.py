"""Documents of applications, and until when they are wanted."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INDEXED = ("application_id", "digest", "due_at")


def upgrade() -> None:
    table(
        "documents",
        required("id", KEY),
        required("application_id", KEY),
        required("kind", sa.String(12)),
        required("state", sa.String(16)),
        optional("chat_id", sa.BigInteger()),
        optional("talk_id", sa.BigInteger()),
        optional("message_id", sa.BigInteger()),
        required("in_chat", sa.Boolean()),
        optional("file_id", SEALED),
        required("sorted", sa.Boolean()),
        optional("name", sa.String(40)),
        optional("preview", sa.String(40)),
        optional("media", sa.String(40)),
        optional("size", sa.Integer()),
        optional("pages", sa.Integer()),
        optional("digest", sa.String(64)),
        optional("why", sa.String(24)),
        required("attempts", sa.Integer()),
        optional("due_at", MOMENT),
        required("received_at", MOMENT),
        optional("settled_at", MOMENT),
        refers={"application_id": "applications"},
    )
    for name in INDEXED:
        op.create_index(f"ix_documents_{name}", "documents", [name])
    table(
        "dossiers",
        required("application_id", KEY),
        required("due_at", MOMENT),
        required("opened_at", MOMENT),
        optional("completed_at", MOMENT),
        optional("reminded", sa.Integer()),
        key=("application_id",),
        refers={"application_id": "applications"},
    )
    op.create_index("ix_dossiers_due_at", "dossiers", ["due_at"])


def downgrade() -> None:
    op.drop_table("dossiers")
    op.drop_table("documents")
