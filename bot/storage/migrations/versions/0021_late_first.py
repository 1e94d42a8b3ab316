"""What is overdue is found without reading everything that is open."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_duties_late", "duties", ["due_at"], sqlite_where=sa.text("done_at IS NULL"))
    unanswered = sa.text("replied_at IS NULL AND stage NOT IN ('closed', 'refused')")
    op.create_index("ix_cases_unanswered", "cases", ["first_reply_due_at"], sqlite_where=unanswered)


def downgrade() -> None:
    op.drop_index("ix_cases_unanswered", "cases")
    op.drop_index("ix_duties_late", "duties")
