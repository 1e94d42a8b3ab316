"""What is wrong with a row of a payroll sheet, in words."""

from bot.cli.shell_words import ShellWords
from core.model.staff import StaffFault


def fault_said(fault: StaffFault, words: ShellWords) -> str:
    """Where it is, and what is to be done about it."""
    topic = "payroll_fault_" if f"payroll_fault_{fault.what}" in words.lines else "staff_fault_"
    where = words.line("staff_where", line=fault.line, column=fault.column)
    return f"{where}: {words.line(topic + fault.what, fault=fault)}"
