"""What is wrong with a file of earlier records, in words: for a terminal, a chat and a workbook."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.cli.shell_words import ShellWords
from bot.sheets.writing import xlsx
from core.model.staff import StaffFault

# so many are named one by one; a file with more faults usually has one fault many times
NAMED: Final = 20


def fault_said(fault: StaffFault, words: ShellWords) -> str:
    """What is wrong, and what is allowed."""
    own = f"import_fault_{fault.what}"
    return words.line(own if own in words.lines else f"staff_fault_{fault.what}", fault=fault)


def placed_fault_said(fault: StaffFault, words: ShellWords) -> str:
    """The same, with row and column before it."""
    return f"{words.line('import_where', fault=fault)}: {fault_said(fault, words)}"


def kinds_said(faults: Sequence[StaffFault], words: ShellWords) -> Iterator[str]:
    """How many there are like each, with an example; the most frequent first."""
    kinds: dict[tuple[str, str], list[StaffFault]] = {}
    for fault in faults:
        kinds.setdefault((fault.column, fault.what), []).append(fault)
    for same in sorted(kinds.values(), key=len, reverse=True):
        said = fault_said(same[0], words)
        yield words.line("import_fault_kind", count=len(same), fault=same[0], words=said)


def rows_of(faults: Sequence[StaffFault]) -> int:
    """In how many rows they stand."""
    return len({fault.line for fault in faults})


def faults_book(faults: Sequence[StaffFault], words: ShellWords) -> bytes:
    """A workbook with one fault a row."""
    columns = words.labels["import_columns"]
    heading = tuple(words.labels["import_faults"].values())
    rows = (
        (one.line, columns[one.column] if one.column else "", one.found, one.allowed, fault_said(one, words))
        for one in faults
    )
    return xlsx("faults", heading, tuple(rows))
