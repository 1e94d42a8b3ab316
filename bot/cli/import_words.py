"""How an import is said in a terminal: its faults, what it would add, what is there already."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.sheets.earlier import write_faults
from core.imports.complaint import Complaint
from core.imports.doubles import Double
from core.imports.names import DoubleName
from core.model.staff import StaffFault

# so many are named one by one; a file with more faults usually has one fault many times
NAMED: Final = 20


def refuse(shell: Shell, file: Path, faults: Sequence[StaffFault]) -> None:
    """Name the faults and end with code 2, if there are any; of many, all stand in a workbook beside the file."""
    if not faults:
        return
    for fault in faults[:NAMED]:
        where = shell.words.line("import_where", fault=fault)
        click.echo(f"{where}: {_said(shell, fault)}", err=True)
    if len(faults) > NAMED:
        _write_all(shell, file, faults)
    lines = len({fault.line for fault in faults})
    shell.complain("import_refused", count=len(faults), lines=lines)
    raise SystemExit(BAD_INPUT)


def _write_all(shell: Shell, file: Path, faults: Sequence[StaffFault]) -> None:
    labels = shell.words.labels
    columns = labels["import_columns"]
    heading = tuple(labels["import_faults"].values())
    rows = (
        (one.line, columns[one.column] if one.column else "", one.found, one.allowed, _said(shell, one))
        for one in faults
    )
    for what, count in _counted(faults):
        shell.complain("import_fault_kind", count=count, words=_said(shell, what))
    try:
        place = write_faults(file, heading, rows)
    except OSError as error:
        shell.complain("import_faults_unwritten", folder=file.parent, why=error.strerror)
    else:
        shell.complain("import_faults_written", more=len(faults) - NAMED, file=place)


def _counted(faults: Sequence[StaffFault]) -> Iterator[tuple[StaffFault, int]]:
    """An example of each kind with how many there are, the most frequent first."""
    kinds: dict[tuple[str, str], list[StaffFault]] = {}
    for fault in faults:
        kinds.setdefault((fault.column, fault.what), []).append(fault)
    for same in sorted(kinds.values(), key=len, reverse=True):
        yield same[0], len(same)


def _said(shell: Shell, fault: StaffFault) -> str:
    own = f"import_fault_{fault.what}"
    return shell.words.line(own if own in shell.words.lines else f"staff_fault_{fault.what}", fault=fault)


def say_complaints(shell: Shell, new: Sequence[Complaint], doubles: Sequence[Double]) -> None:
    """What would become cases, and what is there already."""
    for entry in new[:NAMED]:
        shell.say("import_new_case", entry=entry)
    _more(shell, len(new))
    for double in doubles[:NAMED]:
        shell.say("import_double_case", double=double)
    _more(shell, len(doubles))


def say_names(shell: Shell, new: Sequence[object], doubles: Sequence[DoubleName]) -> None:
    """The names that are new, and those that are there already."""
    for entry in new[:NAMED]:
        shell.say("import_new_name", entry=entry)
    _more(shell, len(new))
    for double in doubles[:NAMED]:
        shell.say("import_double_name", double=double)
    _more(shell, len(doubles))


def _more(shell: Shell, count: int) -> None:
    if count > NAMED:
        shell.say("import_more", count=count - NAMED)
