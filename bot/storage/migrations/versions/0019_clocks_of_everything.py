"""One table of clocks: of duties, first replies, statements, confirmations and appeals, with one kind of timer."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy import RowMapping

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TEXT, NUMBER, INSTANT = sa.Text(), sa.BigInteger(), sa.DateTime()
KEPT = (
    "id, case_id, site, rule, clause, rulebook, edition, edition_sha256, starts_at, due_at, steps, calendar,"
    " is_provisional, is_urgent, stopped_at"
)
HOUR = 3600
# clocks that were timers alone: what runs, since when, until when, the warning, who may, and the company's hours
FIRST_REPLIES = """
SELECT 'case' AS subject, cases.id AS subject_id, cases.id AS case_id, NULL AS person_id, cases.site AS site,
       'first_reply' AS rule, 'received' AS start, cases.received_at AS starts_at, timers.due_at AS due_at,
       (SELECT one.due_at FROM timers AS one WHERE one.key = 'first_reply_before:' || cases.id) AS warn_at,
       1 AS is_urgent, 0 AS ends_itself
FROM timers JOIN cases ON cases.id = timers.subject_id
WHERE timers.kind = 'first_reply_at' AND timers.rung_at IS NULL AND timers.stopped_at IS NULL
"""
STATEMENTS = """
SELECT 'party' AS subject, parties.id AS subject_id, cases.id AS case_id, parties.person_id AS person_id,
       cases.site AS site, 'statement' AS rule, 'told' AS start, parties.named_at AS starts_at,
       timers.due_at AS due_at, NULL AS warn_at, 0 AS is_urgent, 1 AS ends_itself
FROM timers JOIN parties ON parties.case_id = timers.subject_id AND parties.person_id = timers.person_id
     JOIN cases ON cases.id = parties.case_id
WHERE timers.kind = 'statement_due' AND timers.rung_at IS NULL AND timers.stopped_at IS NULL
"""
CONFIRMATIONS = """
SELECT 'duty' AS subject, max(duties.id) AS subject_id, cases.id AS case_id, NULL AS person_id,
       cases.site AS site, 'confirm_responsibility' AS rule, 'asked' AS start, duties.opened_at AS starts_at,
       timers.due_at AS due_at, NULL AS warn_at, 0 AS is_urgent, 1 AS ends_itself
FROM timers JOIN cases ON cases.id = timers.subject_id
     JOIN duties ON duties.case_id = cases.id AND duties.owner_id = timers.person_id
          AND duties.kind = 'confirm_responsibility' AND duties.done_at IS NULL
WHERE timers.kind = 'objection_due' AND timers.rung_at IS NULL AND timers.stopped_at IS NULL GROUP BY timers.id
"""
# its counting was not kept: the notice names the day
APPEALS = """
SELECT 'notice' AS subject, notices.id AS subject_id, cases.id AS case_id, notices.person_id AS person_id,
       cases.site AS site, 'appeal' AS rule, '' AS start,
       coalesce(notices.handed_over_at, notices.delivered_at) AS starts_at, notices.appeal_until AS due_at,
       NULL AS warn_at, 0 AS is_urgent, 1 AS ends_itself
FROM notices JOIN cases ON cases.id = notices.case_id
WHERE coalesce(notices.handed_over_at, notices.delivered_at) IS NOT NULL AND notices.appeal_until IS NOT NULL
      AND notices.replaced_by IS NULL AND notices.lifted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM appeals WHERE appeals.notice_id = notices.id)
      AND notices.appeal_until > strftime('%Y-%m-%d %H:%M:%f', 'now')
"""


def upgrade() -> None:
    _make_clocks()
    _follow_reminders()
    timers = list(_timers())
    op.execute(
        "DELETE FROM timers WHERE kind IN ('first_reply_before', 'first_reply_at', 'statement_due', 'objection_due')"
        " AND rung_at IS NULL AND stopped_at IS NULL"
    )
    for timer in timers:
        op.execute(_STARTING.bindparams(**timer))


_STARTING = sa.text(
    "INSERT INTO timers (key, kind, subject_id, due_at, data)"
    " VALUES (:key, 'reminder', :subject_id, :due_at, :data)"
)


def _make_clocks() -> None:
    op.create_table(
        "deadline_clocks",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("subject_id", NUMBER, nullable=False),
        sa.Column("case_id", NUMBER, nullable=True),
        sa.Column("person_id", NUMBER, nullable=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("site", "rule", "clause")),
        *(sa.Column(name, TEXT, nullable=False) for name in ("rulebook", "edition", "edition_sha256")),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("warn_at", INSTANT, nullable=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("steps", "calendar")),
        *(
            sa.Column(name, sa.Boolean(), nullable=False)
            for name in ("is_provisional", "is_urgent", "ends_itself")
        ),
        sa.Column("stopped_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("subject", "subject_id", name="uq_deadline_clocks_subject_subject_id"),
    )
    op.execute(
        f"INSERT INTO deadline_clocks ({KEPT}, subject, subject_id, ends_itself)"  # noqa: S608 - names of columns
        f" SELECT {KEPT}, 'duty', duty_id, 0 FROM duty_clocks"
    )
    op.drop_table("duty_clocks")
    for names in (("case_id",), ("person_id", "stopped_at"), ("is_provisional", "stopped_at")):
        op.create_index(f"ix_deadline_clocks_{'_'.join(names)}", "deadline_clocks", list(names))


def _follow_reminders() -> None:
    """What was about a duty is about its clock."""
    of_duty = "(SELECT id FROM deadline_clocks WHERE subject = 'duty' AND subject_id = {})"
    op.add_column("reminders", sa.Column("clock_id", NUMBER, nullable=False, server_default="0"))
    op.execute(f"UPDATE reminders SET clock_id = coalesce({of_duty.format('reminders.duty_id')}, 0)")  # noqa: S608 - names of columns
    with op.batch_alter_table("reminders") as batch_op:
        batch_op.alter_column("clock_id", existing_type=NUMBER, existing_nullable=False, server_default=None)
        batch_op.drop_column("duty_id")
    op.execute(
        f"UPDATE timers SET kind = 'reminder', subject_id = coalesce({of_duty.format('timers.subject_id')}, 0)"  # noqa: S608 - names of columns
        " WHERE kind = 'duty_reminder'"
    )


def _timers() -> Iterator[dict[str, object]]:
    """What waits next for each clock that was a timer alone; the clock is made on the way."""
    connection = op.get_bind()
    for query in (FIRST_REPLIES, STATEMENTS, CONFIRMATIONS, APPEALS):
        for row in connection.execute(sa.text(query)).mappings().all():
            made = connection.execute(_CLOCK.bindparams(**_clock(row)))
            yield _timer(row, int(made.lastrowid))


_CLOCK = sa.text(
    "INSERT INTO deadline_clocks (subject, subject_id, case_id, person_id, site, rule, clause, rulebook, edition,"
    " edition_sha256, starts_at, due_at, warn_at, steps, calendar, is_provisional, is_urgent, ends_itself)"
    " VALUES (:subject, :subject_id, :case_id, :person_id, :site, :rule, '', '', '', '', :starts_at, :due_at,"
    " :warn_at, :steps, '', 0, :is_urgent, :ends_itself)"
)


def _clock(row: RowMapping) -> dict[str, object]:
    hours = round((_instant(row["due_at"]) - _instant(row["starts_at"])).total_seconds() / HOUR)
    steps = [["hours_after", [row["start"], hours]]] if row["start"] else []
    return {name: row[name] for name in row if name != "start"} | {"steps": json.dumps(steps)}


def _timer(row: RowMapping, clock: int) -> dict[str, object]:
    now = datetime.now(UTC)
    stage = "before" if row["warn_at"] and _instant(row["warn_at"]) > now else "at"
    since = _instant(row["due_at"]).isoformat()
    return {
        "key": f"reminder:{clock}:{stage}:{since}",
        "subject_id": clock,
        "due_at": row["warn_at"] if stage == "before" else row["due_at"],
        "data": json.dumps({"stage": stage, "from": since}),
    }


def _instant(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)


def downgrade() -> None:
    op.create_table(
        "duty_clocks",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("duty_id", NUMBER, nullable=False),
        sa.Column("case_id", NUMBER, nullable=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("site", "rule", "clause")),
        *(sa.Column(name, TEXT, nullable=False) for name in ("rulebook", "edition", "edition_sha256")),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("steps", "calendar")),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("is_provisional", "is_urgent")),
        sa.Column("stopped_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("duty_id", name="uq_duty_clocks_duty_id"),
    )
    op.execute(
        f"INSERT INTO duty_clocks ({KEPT}, duty_id)"  # noqa: S608 - names of columns
        f" SELECT {KEPT}, subject_id FROM deadline_clocks WHERE subject = 'duty' AND rulebook != ''"
    )
    of_clock = "(SELECT subject_id FROM deadline_clocks WHERE id = {})"
    op.execute(
        "UPDATE timers SET kind = 'duty_reminder',"  # noqa: S608 - names of columns
        f" subject_id = coalesce({of_clock.format('timers.subject_id')}, 0) WHERE kind = 'reminder'"
    )
    op.add_column("reminders", sa.Column("duty_id", NUMBER, nullable=False, server_default="0"))
    op.execute(f"UPDATE reminders SET duty_id = coalesce({of_clock.format('reminders.clock_id')}, 0)")  # noqa: S608 - names of columns
    op.create_index("ix_duty_clocks_case_id", "duty_clocks", ["case_id"])
    op.create_index(
        "ix_duty_clocks_is_provisional_stopped_at", "duty_clocks", ["is_provisional", "stopped_at"]
    )
    op.drop_table("deadline_clocks")
    with op.batch_alter_table("reminders") as batch_op:
        batch_op.alter_column("duty_id", existing_type=NUMBER, existing_nullable=False, server_default=None)
        batch_op.drop_column("clock_id")
