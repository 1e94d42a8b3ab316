"""What is done for customers: plans, what they hold, rounds of negotiation, surveys, and a customer's language."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INSTANT, NUMBER, WORDS = sa.DateTime(), sa.BigInteger(), sa.Text()
Kind = sa.DateTime | sa.BigInteger | sa.Text | sa.Date
# of each table the columns that are always there, and those that may be empty
TABLES: dict[str, tuple[dict[str, Kind], dict[str, Kind]]] = {
    "remedies": (
        {
            "version": NUMBER,
            "state": WORDS,
            "reason": WORDS,
            "signatures": WORDS,
            "interims": WORDS,
            "dispute": WORDS,
            "opened_at": INSTANT,
        },
        {"put_by": NUMBER, "agreed_at": INSTANT, "dispute_since": INSTANT},
    ),
    "undertakings": (
        {"kind": WORDS, "what": WORDS, "owner_id": NUMBER, "costs": WORDS},
        {"due_on": sa.Date(), "done_at": INSTANT, "done_by": NUMBER, "dropped_at": INSTANT},
    ),
    "rounds": (
        {
            "version": NUMBER,
            "dispute": WORDS,
            "offer": WORDS,
            "said": WORDS,
            "taken_down_by": NUMBER,
            "held_at": INSTANT,
        },
        {"outcome": WORDS, "ended_at": INSTANT},
    ),
    "surveys": (
        {"asked_by": NUMBER, "asked_at": INSTANT, "reminders": NUMBER, "words": WORDS},
        {"answer": WORDS, "answered_by": NUMBER, "answered_at": INSTANT},
    ),
}


def upgrade() -> None:
    for table, (always, sometimes) in TABLES.items():
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
            sa.Column("case_id", NUMBER, nullable=False),
            *(sa.Column(name, kind, nullable=False) for name, kind in always.items()),
            *(sa.Column(name, kind, nullable=True) for name, kind in sometimes.items()),
            sa.PrimaryKeyConstraint("id"),
            *((sa.UniqueConstraint("case_id", name="uq_remedies_case_id"),) if table == "remedies" else ()),
        )
        if table != "remedies":
            op.create_index(f"ix_{table}_case_id", table, ["case_id"])
    op.add_column("remembered", sa.Column("language", WORDS, nullable=False, server_default=""))
    with op.batch_alter_table("remembered", schema=None) as batch_op:
        batch_op.alter_column("language", existing_type=WORDS, existing_nullable=False, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("remembered", schema=None) as batch_op:
        batch_op.drop_column("language")
    for table in TABLES:
        op.drop_table(table)
