"""Earlier records that are sent in chat, exports that are asked for there, and who asked for an import or its undoing."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "earlier_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "name")),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("state", "sha256", "doubles")),
        sa.Column("import_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_earlier_files_state", "earlier_files", ["state"])
    op.create_table(
        "records_exports",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("form", "site")),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_records_exports_ended_at", "records_exports", ["ended_at"])
    for name in ("made_by", "undo_by"):
        op.add_column("imports", sa.Column(name, sa.BigInteger(), nullable=True))
    op.add_column("import_parts", sa.Column("stays", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("import_parts", sa.Column("emptied", sa.BigInteger(), nullable=False, server_default="0"))
    with op.batch_alter_table("import_parts", schema=None) as batch_op:
        batch_op.alter_column("stays", server_default=None)
        batch_op.alter_column("emptied", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("import_parts", schema=None) as batch_op:
        batch_op.drop_column("emptied")
        batch_op.drop_column("stays")
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_column("undo_by")
        batch_op.drop_column("made_by")
    op.drop_table("records_exports")
    op.drop_table("earlier_files")
