"""Clocks that ran as timers alone before there was a table of all clocks run on in it."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from bot.storage.migrating import downgrade, upgrade

BEFORE = "0018"
OLD = """
INSERT INTO cases (id, number, site, rulebook, edition, edition_sha256, stage, version, reporter_id, customer, product,
  order_no, part_no, quantity, defective, happened, demand, phone, channel, answers, occurred_on, is_occurred_known,
  received_at, registered_at, facts, losses, events, departments, cause, containment, outcome_reason, loss_borne_by,
  above_loss_reason, stage_since)
VALUES (7, '250303', 'suzhou', '', '', '', 'confirming', 3, 1, '', '', '', '', '', '', '', '', '', '', '{}',
  '2025-03-03', 1, '2025-03-03 00:12:00.000000', '2025-03-03 00:12:00.000000', '{}', '[]', '{}', '[]', '', '', '', '',
  '', '2025-03-03 00:12:00.000000');
INSERT INTO parties (id, case_id, person_id, role, department, reason, details, hearing, hearing_due_at, named_by,
  named_at)
VALUES (4, 7, 3, 'responsible', '', '', '{}', 'asked', '2095-03-05 00:12:00.000000', 2, '2095-03-04 00:12:00.000000');
INSERT INTO duties (id, case_id, kind, owner_id, data, clause, opened_at, rule, site, answers, version)
VALUES (9, 7, 'confirm_responsibility', 5, '{}', '', '2095-03-04 00:12:00.000000', '', '', '{}', 1),
  (10, 7, 'rulebook_duty', NULL, '{}', '3.1', '2095-03-04 00:12:00.000000', 'analyse', 'suzhou', '{}', 1);
INSERT INTO duty_clocks (id, duty_id, case_id, site, rule, clause, rulebook, edition, edition_sha256, starts_at, due_at,
  steps, calendar, is_provisional, is_urgent)
VALUES (2, 10, 7, 'suzhou', 'analysis', '3.1', 'r', '', '', '2095-03-04 00:12:00.000000',
  '2095-03-05 00:12:00.000000', '[]', '', 0, 0);
INSERT INTO reminders (id, key, duty_id, case_id, person_id, stage, rung_at)
VALUES (1, 'k', 10, 7, 5, 'before', '2095-03-04 12:12:00.000000');
INSERT INTO notices (id, number, case_id, version, person_id, amount, content, issued_at, delivered_at, appeal_until,
  is_frozen, refused_before)
VALUES (6, 'TZ', 7, 3, 3, 1, '{}', '2095-03-04 00:12:00.000000', '2095-03-04 00:12:00.000000',
  '2095-03-11 16:00:00.000000', 0, '');
INSERT INTO timers (key, kind, subject_id, person_id, due_at, data) VALUES
  ('reminder:2:at:x', 'duty_reminder', 10, NULL, '2095-03-05 00:12:00.000000', '{"stage": "at"}'),
  ('first_reply_before:7', 'first_reply_before', 7, 1, '2095-03-03 20:12:00.000000', '{"hours": 24}'),
  ('first_reply_at:7', 'first_reply_at', 7, 1, '2095-03-04 00:12:00.000000', '{"hours": 24}'),
  ('statement:7:3', 'statement_due', 7, 3, '2095-03-05 00:12:00.000000', '{}'),
  ('objection:7:3:x', 'objection_due', 7, 5, '2095-03-05 00:12:00.000000', '{"desk": "x", "version": 3}')
"""
CLOCKS = """
SELECT subject, clock.subject_id, clock.person_id, rule, steps, ends_itself, kind, json_extract(timers.data, '$.stage')
FROM deadline_clocks AS clock
JOIN timers ON timers.subject_id = clock.id AND timers.key LIKE 'reminder:' || clock.id || ':%'
ORDER BY clock.id
"""


async def take_over(connection: AsyncConnection) -> None:
    """Put in what ran before, and migrate."""
    await connection.run_sync(downgrade, BEFORE)
    for statement in OLD.split(";\n"):
        await connection.exec_driver_sql(statement)
    await connection.run_sync(upgrade)


async def test_what_ran_runs_on_with_its_next_stage(tmp_path: Path) -> None:
    database = open_database(tmp_path / "old.sqlite3")
    await migrate(database)
    async with database.writing() as connection:
        await take_over(connection)

    async with database.reading() as connection:
        clocks = [tuple(row) for row in await connection.execute(text(CLOCKS))]
        about = (await connection.execute(text("SELECT clock_id FROM reminders"))).scalar_one()
        left = (await connection.execute(text("SELECT count(*) FROM timers"))).scalar_one()
    await database.close()
    hours = '[["hours_after", ["{}", 24]]]'
    assert clocks == [
        ("duty", 10, None, "analysis", "[]", 0, "reminder", "at"),
        ("case", 7, None, "first_reply", clocks[1][4], 0, "reminder", "before"),
        ("party", 4, 3, "statement", hours.format("told"), 1, "reminder", "at"),
        ("duty", 9, None, "confirm_responsibility", hours.format("asked"), 1, "reminder", "at"),
        ("notice", 6, 3, "appeal", "[]", 1, "reminder", "at"),
    ]
    assert (about, left) == (2, 5)


async def test_going_back_keeps_the_clocks_of_duties(tmp_path: Path) -> None:
    database = open_database(tmp_path / "old.sqlite3")
    await migrate(database)
    async with database.writing() as connection:
        await take_over(connection)
        await connection.run_sync(downgrade, BEFORE)
        clocks = (await connection.execute(text("SELECT id, duty_id FROM duty_clocks"))).all()
        about = (await connection.execute(text("SELECT duty_id FROM reminders"))).scalar_one()

    assert ([tuple(row) for row in clocks], about) == ([(2, 10)], 10)
    await database.close()
