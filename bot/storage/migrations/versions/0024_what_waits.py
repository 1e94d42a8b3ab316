"""Find what waits without reading what is done: timers to ring, open duties, customers without a first reply."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    running = sa.text("rung_at IS NULL AND stopped_at IS NULL")
    op.create_index("ix_timers_waiting", "timers", ["due_at", "id"], sqlite_where=running)
    op.drop_index("ix_timers_due_at", table_name="timers")
    op.create_index("ix_duties_open", "duties", ["kind"], sqlite_where=sa.text("done_at IS NULL"))
    unanswered = sa.text("replied_at IS NULL")
    op.create_index("ix_cases_unanswered_by", "cases", ["reporter_id", "stage"], sqlite_where=unanswered)


def downgrade() -> None:
    op.drop_index("ix_cases_unanswered_by", table_name="cases")
    op.drop_index("ix_duties_open", table_name="duties")
    op.create_index("ix_timers_due_at", "timers", ["due_at"])
    op.drop_index("ix_timers_waiting", table_name="timers")
