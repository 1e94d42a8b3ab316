"""What a person has not read yet is looked up by the person."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_edition_receipts_person_id_read_at", "edition_receipts", ["person_id", "read_at"])


def downgrade() -> None:
    op.drop_index("ix_edition_receipts_person_id_read_at", "edition_receipts")
