"""Lines of a closed payroll batch, and the batch itself, cannot be changed, taken away or added to."""

from alembic import op

from bot.storage.closed_batches import locking, unlocking

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in locking():
        op.execute(statement)


def downgrade() -> None:
    for statement in unlocking():
        op.execute(statement)
