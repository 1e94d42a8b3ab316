"""Editions of rulebooks that were sent in chat, and who has read them."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposed_editions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("state", "rulebook", "edition")),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("sha256", "text")),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("changes", "cases")),
        sa.Column("pieces", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_proposed_editions_state", "proposed_editions", ["state"])
    op.create_table(
        "edition_receipts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("edition_id", "person_id")),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("reminders", sa.BigInteger(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("edition_id", "person_id", name="uq_edition_receipts_edition_id_person_id"),
    )


def downgrade() -> None:
    op.drop_table("edition_receipts")
    op.drop_table("proposed_editions")
