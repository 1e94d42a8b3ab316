"""The roles cell of a staff file: `quality@苏州厂; supervisor@苏州厂/仓储部`.

A role is one of the names below, in Chinese or English. Behind `@` stands where it holds: a site (by id or name), a
site and a department (`苏州厂/仓储部`), or `*` for everywhere. Without `@` it holds at the person's own site, that of
a supervisor in their own department. Entries are parted by semicolons, commas, 、 or line breaks.
"""

import re
from collections.abc import Mapping
from typing import Final

from core.model.roles import Grant, Role
from core.model.staff import StaffFault
from core.rules.typed.half_width import half_width

NAMES: Final = {
    Role.SALES: ("销售", "业务"),
    Role.QUALITY: ("品管", "品质", "质量"),
    Role.SUPERVISOR: ("主管",),
    Role.RECHECK: ("复核",),
    Role.DIRECTOR: ("厂长", "副厂长", "factory director"),
    Role.GENERAL_MANAGER: ("总经理", "gm"),
    Role.AUDITOR: ("稽核", "审计"),
    Role.FINANCE: ("财务",),
    Role.HR: ("人事",),
    Role.EMPLOYEE: ("员工",),
    Role.ADMIN: ("管理员",),
}
EVERYWHERE: Final = frozenset({"*", "全部", "all"})
_ROLES: Final = {word: role for role, words in NAMES.items() for word in (*words, role.value)}
_PARTED: Final = re.compile(r"[;,、\n]")


def roles_in(
    text: str, line: int, *, sites: Mapping[str, str], home: Grant
) -> tuple[tuple[Grant, ...], tuple[StaffFault, ...]]:
    """The grants of a roles cell and its faults; `sites` are ids by name and id, `home` the person's own place."""
    grants: list[Grant] = []
    faults: list[StaffFault] = []
    for part in _PARTED.split(half_width(text)):
        if part.strip():
            found = _grant(part.strip(), line, sites, home)
            (faults if isinstance(found, StaffFault) else grants).append(found)  # type: ignore[arg-type]
    return tuple(dict.fromkeys(grants)), tuple(faults)


def _grant(part: str, line: int, sites: Mapping[str, str], home: Grant) -> Grant | StaffFault:
    word, at, place = (piece.strip() for piece in part.partition("@"))
    role = _ROLES.get(" ".join(word.lower().split())) or _ROLES.get(word.lower().replace(" ", "_"))
    if role is None:
        return StaffFault(line, "roles", "role_unknown", word, ", ".join(Role))
    if not at:
        return Grant(role, home.site, home.department if role is Role.SUPERVISOR else None)
    if place.lower() in EVERYWHERE:
        return Grant(role)
    site, _, department = (piece.strip() for piece in place.partition("/"))
    if site not in sites:
        return StaffFault(line, "roles", "role_site_unknown", site, ", ".join(sites))
    return Grant(role, sites[site], department or None)
