"""What waits for somebody, and what a report adds up, is told by indexes: long rows need not be read for a short answer."""

from typing import Any, Final

from alembic import op
from sqlalchemy import text

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

# by table: which indexes there were, and which there are now
EARLIER: Final[dict[str, dict[str, list[str]]]] = {
    "cases": {
        "ix_cases_reporter_id_stage": ["reporter_id", "stage"],
        "ix_cases_unanswered_by": ["reporter_id", "stage"],
        "ix_cases_stage_stage_since": ["stage", "stage_since"],
    },
    "parties": {"ix_parties_case_id": ["case_id"]},
    "deadline_clocks": {"ix_deadline_clocks_site_due_at": ["site", "due_at"]},
}
LATER: Final[dict[str, dict[str, list[str]]]] = {
    "cases": {
        "ix_cases_reporter_id_stage_replied_at": ["reporter_id", "stage", "replied_at"],
        "ix_cases_stage_stage_since_site": ["stage", "stage_since", "site"],
    },
    "parties": {"ix_parties_case_id_person_id": ["case_id", "person_id"]},
    "figures": {"ix_figures_sums": ["case_id", "grade", "direct_loss", "charged", "borne"]},
    "deadline_clocks": {
        "ix_deadline_clocks_due": ["site", "due_at", "subject", "subject_id", "case_id", "stopped_at"]
    },
}
PARTIAL: Final = {"ix_cases_unanswered_by": "replied_at IS NULL"}


def upgrade() -> None:
    _put(EARLIER, LATER)


def downgrade() -> None:
    _put(LATER, EARLIER)


def _put(before: dict[str, dict[str, list[str]]], after: dict[str, dict[str, list[str]]]) -> None:
    for table, indexes in before.items():
        for name in indexes:
            op.drop_index(name, table_name=table)
    for table, indexes in after.items():
        for name, columns in indexes.items():
            which: dict[str, Any] = {"sqlite_where": text(PARTIAL[name])} if name in PARTIAL else {}
            op.create_index(name, table, columns, **which)
