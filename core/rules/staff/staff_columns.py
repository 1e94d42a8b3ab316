"""The columns of a staff file, by their Chinese and English headings."""

from collections.abc import Sequence
from typing import Final

from core.model.staff import StaffFault
from core.rules.typed.headings import Headings

COLUMNS: Final = Headings(
    headings={
        "employee_no": ("工号", "员工编号", "employee no", "employee number", "no"),
        "name": ("姓名", "name"),
        "department": ("部门", "department"),
        "manager": ("直接上级", "上级", "manager"),
        "deputy": ("代理人", "deputy"),
        "roles": ("角色", "roles", "role"),
        "site": ("厂区", "site"),
        "region": ("地区", "region"),
        "joined_on": ("入职日期", "入职", "joined on", "joined"),
        "transferred_on": ("调岗日期", "调岗", "transferred on", "transferred"),
        "left_on": ("离职日期", "离职", "最后工作日", "left on", "left"),
        "language": ("语言", "language"),
    },
    needed=("employee_no", "name", "department", "site"),
)


def problems_in_header(header: Sequence[str]) -> tuple[StaffFault, ...]:
    """What is wrong with the header row: a column missing, twice or unknown."""
    unknown = (StaffFault(1, "", "column_unknown", heading) for heading in COLUMNS.unknown_in(header))
    return (*unknown, *COLUMNS.faults_in(header))
