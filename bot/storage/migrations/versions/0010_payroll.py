"""Payroll batches with their lines, sealed wages, and what was agreed about withholding."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("month", "number", "state")),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=True),
        sa.Column("closed_by", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("reported_at", sa.DateTime(), nullable=True),
        sa.Column("settled_by", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("head", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("month", name="uq_batches_month"),
    )
    op.create_index("ix_batches_state", "batches", ["state"])
    op.create_table(
        "batch_lines",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("batch_id", "person_id", "case_id")),
        sa.Column("notice_id", sa.BigInteger(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("owed", "amount")),
        sa.Column("hold", sa.Text(), nullable=True),
        sa.Column("withheld", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_batch_lines_batch_id", "batch_lines", ["batch_id"])
    op.create_index("ix_batch_lines_person_id", "batch_lines", ["person_id"])
    op.create_table(
        "wages",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("batch_id", "person_id")),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("erase_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("batch_id", "person_id", name="uq_wages_batch_id_person_id"),
    )
    op.create_index("ix_wages_erase_on", "wages", ["erase_on"])
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("notice_id", "case_id", "person_id")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "until")),
        sa.Column("each", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("approved_by", sa.BigInteger(), nullable=True),
        sa.Column("approved_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_plans_notice_id", "plans", ["notice_id"])
    op.create_index("ix_plans_ended_at", "plans", ["ended_at"])


def downgrade() -> None:
    op.drop_index("ix_plans_ended_at", table_name="plans")
    op.drop_index("ix_plans_notice_id", table_name="plans")
    op.drop_table("plans")
    op.drop_index("ix_wages_erase_on", table_name="wages")
    op.drop_table("wages")
    op.drop_index("ix_batch_lines_person_id", table_name="batch_lines")
    op.drop_index("ix_batch_lines_batch_id", table_name="batch_lines")
    op.drop_table("batch_lines")
    op.drop_index("ix_batches_state", table_name="batches")
    op.drop_table("batches")
