"""Deadlines, answers, costs and links are counted in reports by when they fell due or were made."""

from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

INDEXES = (
    ("deadline_clocks", "site", "due_at"),
    ("surveys", "answered_at"),
    ("undertakings", "done_at"),
    ("case_links", "linked_at"),
)


def upgrade() -> None:
    for table, *columns in INDEXES:
        op.create_index("_".join(("ix", table, *columns)), table, columns)


def downgrade() -> None:
    for table, *columns in INDEXES:
        op.drop_index("_".join(("ix", table, *columns)), table)
