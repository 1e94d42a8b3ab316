"""How an import is said in a terminal: its faults, what it would add, what is there already."""

from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.import_words import NAMED, faults_book, kinds_said, placed_fault_said, rows_of
from bot.sheets.earlier import write_faults
from core.imports.complaint import Complaint
from core.imports.doubles import Double
from core.imports.names import DoubleName
from core.model.staff import StaffFault


def refuse(shell: Shell, file: Path, faults: Sequence[StaffFault]) -> None:
    """Name the faults and end with code 2, if there are any; of many, all stand in a workbook beside the file."""
    if not faults:
        return
    for fault in faults[:NAMED]:
        click.echo(placed_fault_said(fault, shell.words), err=True)
    if len(faults) > NAMED:
        _write_all(shell, file, faults)
    shell.complain("import_refused", count=len(faults), lines=rows_of(faults))
    raise SystemExit(BAD_INPUT)


def _write_all(shell: Shell, file: Path, faults: Sequence[StaffFault]) -> None:
    for said in kinds_said(faults, shell.words):
        click.echo(said, err=True)
    try:
        place = write_faults(file, faults_book(faults, shell.words))
    except OSError as error:
        shell.complain("import_faults_unwritten", folder=file.parent, why=error.strerror)
    else:
        shell.complain("import_faults_written", more=len(faults) - NAMED, file=place)


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
