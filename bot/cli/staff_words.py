"""How faults and changes of a staff file are said in a terminal."""

from bot.cli.shell import Shell
from core.model.company import Company
from core.model.roles import Grant
from core.model.staff import StaffEntry, StaffFault
from core.rules.staff.staff_changes import Change, StaffChanges

LONGEST_LIST = 10


def fault_line(shell: Shell, fault: StaffFault) -> str:
    """One line for one fault: where, what was found, what is allowed."""
    where = shell.words.line("staff_where", line=fault.line, column=fault.column)
    return f"{where}: {shell.words.line('staff_fault_' + fault.what, fault=fault)}"


def say_changes(shell: Shell, changes: StaffChanges) -> None:
    """Joiners, leavers and changes, one a line, and who the file does not mention."""
    company = shell.settings().company()
    for entry in changes.joiners:
        roles = _roles(shell, entry.grants, company)
        shell.say("staff_joins", entry=entry, where=_where(entry, company), roles=roles)
    for entry in changes.leavers:
        shell.say("staff_leaves", entry=entry)
    for entry, changed in changes.changed:
        for change in changed:
            shell.say("staff_changes", entry=entry, change=_said(shell, change, company))
    _say_who_stays(shell, changes)


def _say_who_stays(shell: Shell, changes: StaffChanges) -> None:
    if changes.absent:
        names = [f"{person.name} ({person.employee_no})" for person in changes.absent[:LONGEST_LIST]]
        shell.say("staff_absent", count=len(changes.absent), names=", ".join(names), most=LONGEST_LIST)
    if changes.are_none():
        shell.say("staff_same")


def _said(shell: Shell, change: Change, company: Company) -> Change:
    if change.field == "grants":
        # the field says what the two hold
        said = (_roles(shell, value, company) for value in (change.old, change.new))  # type: ignore[arg-type]
        return Change(change.field, *said)
    return Change(change.field, change.old or "—", change.new or "—")


def _where(entry: StaffEntry, company: Company) -> str:
    return f"{company.site(entry.site).name} / {entry.department}"


def _roles(shell: Shell, grants: tuple[Grant, ...], company: Company) -> str:
    return "; ".join(_role(shell, grant, company) for grant in grants) or "—"


def _role(shell: Shell, grant: Grant, company: Company) -> str:
    word = shell.words.labels["roles"][grant.role.value]
    if grant.site is None:
        return f"{word}@*"
    department = f"/{grant.department}" if grant.department else ""
    return f"{word}@{company.site(grant.site).name}{department}"
