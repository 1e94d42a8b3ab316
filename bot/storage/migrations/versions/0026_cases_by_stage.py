"""Find a person's cases by their stage too: of most people nearly all are decided."""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

COLUMNS = ("reporter_id", "owner_id")


def upgrade() -> None:
    for column in COLUMNS:
        op.drop_index(f"ix_cases_{column}", table_name="cases")
        op.create_index(f"ix_cases_{column}_stage", "cases", [column, "stage"])


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_index(f"ix_cases_{column}_stage", table_name="cases")
        op.create_index(f"ix_cases_{column}", "cases", [column])
