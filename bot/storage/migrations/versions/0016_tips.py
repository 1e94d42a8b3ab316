"""Tips under pseudonyms with their sealed pieces, marks, answers and rewards; bonuses that wait for the wages."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

INSTANT, NUMBER, WORDS = sa.DateTime(), sa.BigInteger(), sa.Text()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=True, nullable=False)


def upgrade() -> None:
    op.create_table(
        "tips",
        _id(),
        *(sa.Column(name, WORDS, nullable=False) for name in ("number", "state")),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("read_at", INSTANT, nullable=True),
        sa.Column("told", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number", name="uq_tips_number"),
    )
    op.create_index("ix_tips_state", "tips", ["state"])
    op.create_table(
        "tip_pieces",
        _id(),
        sa.Column("tip_id", NUMBER, nullable=False),
        *(sa.Column(name, WORDS, nullable=False) for name in ("sealed", "storing", "reference", "sha256")),
        *(sa.Column(name, NUMBER, nullable=False) for name in ("size", "tries")),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tip_pieces_storing", "tip_pieces", ["storing"])
    op.create_index("ix_tip_pieces_tip_id", "tip_pieces", ["tip_id"])
    op.create_table(
        "tip_rewards",
        _id(),
        sa.Column("tip_id", NUMBER, nullable=False),
        *(sa.Column(name, WORDS, nullable=False) for name in ("site", "rulebook", "edition", "clause")),
        *(sa.Column(name, NUMBER, nullable=False) for name in ("least", "most", "decider_id", "asked_by")),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("amount", NUMBER, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("way", WORDS, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tip_rewards_tip_id", "tip_rewards", ["tip_id"])
    op.create_table(
        "bonuses", _id(), sa.Column("sealed", WORDS, nullable=False), sa.PrimaryKeyConstraint("id")
    )
    op.create_table(
        "tip_marks",
        *(sa.Column(name, WORDS, nullable=False) for name in ("mark", "tip")),
        sa.Column("is_person", sa.Boolean(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("mark"),
    )
    op.create_index("ix_tip_marks_tip", "tip_marks", ["tip"])
    op.create_table(
        "tip_letters",
        _id(),
        sa.Column("sealed", WORDS, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    for table in ("tip_letters", "tip_marks", "bonuses", "tip_rewards", "tip_pieces", "tips"):
        op.drop_table(table)
