"""Sums beside the figures of a case, figures of months, and who wants to have reports."""

import json

import sqlalchemy as sa
from alembic import op

from bot.storage.triggers import creating, trigger_name

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("direct_loss", "charged", "borne"):
        op.add_column("figures", sa.Column(name, sa.BigInteger(), nullable=True))
    op.add_column("figures", sa.Column("grade", sa.Text(), nullable=False, server_default=""))
    _fill_sums()
    op.drop_index("ix_cases_stage", table_name="cases")
    op.create_index("ix_cases_stage_stage_since", "cases", ["stage", "stage_since"])
    op.create_index("ix_cases_registered_at", "cases", ["registered_at"])
    op.create_table(
        "month_figures",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("site", "month", "kind")),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("entered_by", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("site", "month", "kind", name="uq_month_figures_site_month_kind"),
    )
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("rhythm", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_subscriptions_person_id", "subscriptions", ["person_id"])


def _fill_sums() -> None:
    """What was put before: read once from the answers as they are kept."""
    connection = op.get_bind()
    op.execute(f"DROP TRIGGER IF EXISTS {trigger_name('figures', 'UPDATE')}")
    kept = connection.execute(sa.text("SELECT id, answer FROM figures")).all()
    for figures_id, answer in kept:
        said = json.loads(answer)
        amounts = [person["amount"] for person in said["people"]]
        sums = {
            "grade": said["grade"]["id"] if said["grade"] else "",
            "direct_loss": said["direct_loss"]["fen"],
            "charged": None if None in amounts else sum(amount["fen"] for amount in amounts),
            "borne": said["company_bears"] and said["company_bears"]["fen"],
        }
        connection.execute(
            sa.text(
                "UPDATE figures SET grade = :grade, direct_loss = :direct_loss, charged = :charged, borne = :borne"
                " WHERE id = :id"
            ),
            {**sums, "id": figures_id},
        )
    for statement in creating("figures"):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("subscriptions")
    op.drop_table("month_figures")
    op.drop_index("ix_cases_registered_at", table_name="cases")
    op.drop_index("ix_cases_stage_stage_since", table_name="cases")
    op.create_index("ix_cases_stage", "cases", ["stage"])
    with op.batch_alter_table("figures") as table:
        for name in ("grade", "borne", "charged", "direct_loss"):
            table.drop_column(name)
    for statement in creating("figures"):
        op.execute(statement)
