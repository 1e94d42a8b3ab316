"""Closed cases are found by product and by part number, to see whether a fault has come back."""

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_cases_product_stage", "cases", ["product", "stage"])
    op.create_index("ix_cases_part_no_stage", "cases", ["part_no", "stage"])


def downgrade() -> None:
    op.drop_index("ix_cases_product_stage", "cases")
    op.drop_index("ix_cases_part_no_stage", "cases")
