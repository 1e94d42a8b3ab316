"""Builders: a small company and its people, with only what a test cares about spelt out."""

from datetime import UTC, date, datetime
from typing import Any

from core.model.case import Case
from core.model.company import Company, InForce, Site
from core.model.person import Person
from core.model.roles import Grant, Role
from core.model.staff import StaffEntry
from tests.fakes import FakeUnitOfWork

NOW = datetime(2025, 3, 3, 0, 12, tzinfo=UTC)
SUZHOU = Site(id="suzhou", name="苏州厂", region="suzhou")
WUXI = Site(id="wuxi", name="无锡厂", region="wuxi")
POSTS = {
    "administration_manager": Role.RECHECK,
    "general_manager": Role.GENERAL_MANAGER,
    "factory_director": Role.DIRECTOR,
    "office": Role.RECHECK,
}
PEOPLE = {
    "E10": ("王小明", "销售部", "E04", (Role.SALES,)),
    "E11": ("陈洁", "品管部", "E04", (Role.QUALITY,)),
    "E17": ("张伟", "仓储部", "E03", (Role.EMPLOYEE,)),
    "E03": ("李强", "仓储部", "E04", (Role.SUPERVISOR,)),
    "E01": ("周敏", "仓储部", "E04", (Role.EMPLOYEE,)),
    "E04": ("吴琳", "厂办", "E05", (Role.DIRECTOR,)),
    "E05": ("赵刚", "总经办", None, (Role.GENERAL_MANAGER,)),
    "E06": ("何静", "财务部", "E05", (Role.FINANCE,)),
    "E07": ("孙丽", "人事部", "E05", (Role.HR, Role.ADMIN)),
    "E08": ("钱进", "稽核部", "E05", (Role.AUDITOR,)),
    "E09": ("郑芳", "行政部", "E05", (Role.RECHECK,)),
}


def company(**changes: Any) -> Company:
    settings: dict[str, Any] = {
        "name": "恒远物流",
        "sites": (SUZHOU, WUXI),
        "in_force": (InForce(rulebook="logistics-liability", since=date(2025, 1, 1)),),
        "posts": POSTS,
    }
    return Company(**(settings | changes))


def person(employee_no: str, **changes: Any) -> Person:
    """One of PEOPLE, linked to chat 1000 + the digits of their number."""
    name, department, manager, roles = PEOPLE.get(
        employee_no, (employee_no, "仓储部", "E03", (Role.EMPLOYEE,))
    )
    settings: dict[str, Any] = {
        "employee_no": employee_no,
        "name": name,
        "department": department,
        "site": "suzhou",
        "manager_no": manager,
        "grants": tuple(
            Grant(role, "suzhou", department if role is Role.SUPERVISOR else None) for role in roles
        ),
        "chat_id": 1000 + int(employee_no[1:]),
        "oriented_at": NOW,
    }
    return Person(**(settings | changes))


def entry_for(known: Person, **changes: Any) -> StaffEntry:
    """What a staff file says of somebody known, unchanged but for `changes`."""
    unchanged: dict[str, Any] = {
        "line": 2,
        "employee_no": known.employee_no,
        "name": known.name,
        "department": known.department,
        "site": known.site,
        "manager_no": known.manager_no,
        "grants": known.grants,
    }
    return StaffEntry(**(unchanged | changes))


def case(**changes: Any) -> Case:
    settings: dict[str, Any] = {
        "number": "250303",
        "site": "suzhou",
        "rulebook": "logistics-liability",
        "edition": "undated",
        "reporter_id": 1,
        "customer": "宏达机电",
        "product": "水泵",
        "part_no": "P-300",
        "order_no": "SO-20871",
        "happened": "运行两小时后轴封漏水",
        "demand": "换货",
        "occurred_on": date(2025, 3, 3),
        "received_at": NOW,
        "registered_at": NOW,
        "stage_since": NOW,
    }
    return Case(**(settings | changes))


async def staffed(**changes: Any) -> FakeUnitOfWork:
    """A unit of work with all PEOPLE on the shelf, ids in the order of PEOPLE (王小明 is 1, 陈洁 2, 张伟 3 …)."""
    uow = FakeUnitOfWork(company(**changes), NOW)
    for employee_no in PEOPLE:
        await uow.persons.add(person(employee_no))
    return uow


async def by_no(uow: FakeUnitOfWork, employee_no: str) -> Person:
    """The person with that number."""
    found = await uow.persons.one(employee_no=employee_no)
    assert found is not None
    return found
