"""Appeals, decisions and questions are looked up by person and case; the last closed cases of a product by when."""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

Indexes = tuple[tuple[str, tuple[str, ...]], ...]
NEW: Indexes = (
    ("appeals", ("case_id",)),
    ("appeals", ("person_id",)),
    ("appeals", ("state",)),
    ("decisions", ("person_id",)),
    ("relays", ("owner_id", "answered_at")),
    ("cases", ("product", "stage", "stage_since")),
    ("cases", ("part_no", "stage", "stage_since")),
)
OLD: Indexes = (("cases", ("product", "stage")), ("cases", ("part_no", "stage")))


def upgrade() -> None:
    for table, columns in OLD:
        op.drop_index(_name(table, columns), table)
    for table, columns in NEW:
        op.create_index(_name(table, columns), table, list(columns))


def downgrade() -> None:
    for table, columns in NEW:
        op.drop_index(_name(table, columns), table)
    for table, columns in OLD:
        op.create_index(_name(table, columns), table, list(columns))


def _name(table: str, columns: tuple[str, ...]) -> str:
    return "_".join(("ix", table, *columns))
