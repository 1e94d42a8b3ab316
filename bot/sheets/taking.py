"""From a sheet to staff in the company: reads it against who is there, and takes it if it is clean."""

from dataclasses import replace

from bot.sheets.pinyin import pinyin_of
from bot.sheets.staff import StaffSheet
from core.actions.person.import_staff import import_staff
from core.model.staff import StaffFault
from core.ports import UnitOfWork
from core.rules.staff.staff_changes import StaffChanges, staff_changes
from core.rules.staff.staff_file import read_staff


class UncleanSheet(Exception):
    """The sheet has faults; nobody in it was taken."""

    def __init__(self, faults: tuple[StaffFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


async def compare_sheet(sheet: StaffSheet, *, uow: UnitOfWork) -> StaffChanges:
    """What the sheet would change; UncleanSheet names every fault."""
    if sheet.faults:
        raise UncleanSheet(sheet.faults)
    known = await uow.persons.where()
    file = read_staff(sheet.rows, uow.company, known)
    if file.faults:
        raise UncleanSheet(file.faults)
    entries = [replace(entry, pinyin=pinyin_of(entry.name)) for entry in file.entries]
    return staff_changes(entries, known)


async def take_sheet(sheet: StaffSheet, *, uow: UnitOfWork) -> StaffChanges:
    """Change the staff as the sheet says, all or nothing; UncleanSheet names every fault."""
    changes = await compare_sheet(sheet, uow=uow)
    await import_staff(changes, actor=None, uow=uow)
    return changes
