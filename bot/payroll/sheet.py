"""The sheet that goes to payroll: each line with case, clause and what remains, and the control totals."""

from collections.abc import Iterator, Mapping

from bot.cli.shell_words import ShellWords
from bot.sheets.writing import CellValue, xlsx
from core.model.case import Case
from core.payroll.batch import BatchLine
from core.payroll.planning import PlannedPerson
from core.payroll.view import PayrollView

COLUMNS = (
    "line",
    "employee_no",
    "name",
    "number",
    "clause",
    "owed",
    "amount",
    "remaining",
    "note",
    "withheld",
)


def payroll_sheet(view: PayrollView, cases: Mapping[int, Case], words: ShellWords) -> bytes:
    """An XLSX file; the last column is for payroll to fill in, and the file comes back with it."""
    heading = [words.labels["payroll_columns"][column] for column in COLUMNS]
    rows = [row for one in view.people for row in _rows(one, cases, words)]
    return xlsx(f"{view.batch.number} {view.batch.month}".strip(), heading, [*rows, *_totals(view, words)])


def _rows(
    one: PlannedPerson, cases: Mapping[int, Case], words: ShellWords
) -> Iterator[tuple[CellValue, ...]]:
    said = words.labels["payroll_holds"]
    for line in one.lines:
        yield (
            str(line.id),
            one.person.employee_no,
            one.person.name,
            None if line.is_reward else cases[line.case_id].number,
            None if line.is_reward else line.clause.split("#")[0],
            line.owed,
            line.amount,
            line.remaining,
            _note(line, said),
            line.withheld,
        )


def _note(line: BatchLine, said: Mapping[str, str]) -> str:
    if line.is_reward:
        return said["reward"]
    return said[line.hold.value] if line.hold else ""


def _totals(view: PayrollView, words: ShellWords) -> Iterator[tuple[CellValue, ...]]:
    """Three control totals: withheld, paid back, still owed; and how many lines there are."""
    blank: tuple[CellValue, ...] = (None, None)
    labels = words.labels["payroll_totals"]
    count = f"{labels['lines']} {len(view.lines)}"
    yield (*blank, labels["withheld"], count, None, None, view.withheld, None, None, None)
    yield (*blank, labels["paid_back"], None, None, None, view.paid_back, None, None, None)
    yield (*blank, labels["carried_over"], None, None, None, None, view.carried_over, None, None)
