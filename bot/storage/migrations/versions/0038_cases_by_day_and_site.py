"""Cases of a period and a site are counted without reading the cases themselves."""

from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_cases_registered_at", table_name="cases")
    op.create_index("ix_cases_registered_at_site", "cases", ["registered_at", "site"])


def downgrade() -> None:
    op.drop_index("ix_cases_registered_at_site", table_name="cases")
    op.create_index("ix_cases_registered_at", "cases", ["registered_at"])
