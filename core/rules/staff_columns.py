"""The columns of a staff file, by their Chinese and English headings."""

from collections.abc import Sequence
from typing import Final

from core.model.staff import StaffFault
from core.rules.half_width import half_width

HEADINGS: Final = {
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
}
NEEDED: Final = ("employee_no", "name", "department", "site")
_COLUMNS: Final = {
    heading: column for column, headings in HEADINGS.items() for heading in (*headings, column)
}


def columns_of(header: Sequence[str]) -> tuple[str | None, ...]:
    """The column behind each heading; None where the heading is unknown or empty."""
    return tuple(_COLUMNS.get(_plain(heading)) for heading in header)


def problems_in_header(header: Sequence[str]) -> tuple[StaffFault, ...]:
    """What is wrong with the header row: a column missing, twice or unknown."""
    columns = columns_of(header)
    unknown = (
        heading for heading, column in zip(header, columns, strict=True) if heading.strip() and column is None
    )
    return (
        *(StaffFault(1, "", "column_unknown", heading) for heading in unknown),
        *(StaffFault(1, column, "column_twice") for column in HEADINGS if columns.count(column) > 1),
        *(
            StaffFault(1, column, "column_missing", allowed=" / ".join(HEADINGS[column]))
            for column in NEEDED
            if column not in columns
        ),
    )


def _plain(heading: str) -> str:
    words = half_width(heading).strip().lower().rstrip("*.:").replace(".", " ").replace("_", " ")
    plain = " ".join(words.split())
    return plain if plain in _COLUMNS else plain.replace(" ", "_")
