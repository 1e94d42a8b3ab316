"""Sheets of wages sent in chat, until they are read; and who opened whose account."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wages_uploads",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("month", "name")),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("chat_id", "message_id")),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        *(sa.Column(name, sa.DateTime(), nullable=True) for name in ("read_at", "gone_at")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_wages_uploads_read_at", "wages_uploads", ["read_at"])
    op.create_table(
        "account_readings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("person_id", "reader_id")),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_account_readings_person_id", "account_readings", ["person_id"])


def downgrade() -> None:
    op.drop_table("account_readings")
    op.drop_table("wages_uploads")
