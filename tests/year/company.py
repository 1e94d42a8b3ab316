"""A company of four sites, each under a rulebook of its own, with forty workers."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, Final

from core.model.company import Company, InForce, Site
from core.model.pay_law import FinesWithoutLoss
from core.model.person import Person
from core.model.roles import Grant, Role
from tests.core.payroll.make_payroll import LAWFUL
from tests.fakes import FakeUnitOfWork
from tests.make import POSTS, company
from tests.year.memory import in_memory

BEGIN: Final = datetime(2025, 1, 6, 1, 0, tzinfo=UTC)
STAFF: Final = 40
WITHOUT_CHAT: Final = 5
LEAVERS: Final = ("W38", "W39", "W40")
OFFICES: Final = {
    "E10": ("王小明", Role.SALES),
    "E11": ("陈洁", Role.QUALITY),
    "E12": ("黄磊", Role.QUALITY),
    "E04": ("吴琳", Role.DIRECTOR),
    "E05": ("赵刚", Role.GENERAL_MANAGER),
    "E06": ("何静", Role.FINANCE),
    "E30": ("冯刚", Role.FINANCE),
    "E08": ("钱进", Role.AUDITOR),
    "E09": ("郑芳", Role.RECHECK),
    "E01": ("周敏", Role.EMPLOYEE),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a case under that rulebook needs: answers to its questions, a loss, whose fault, and who has which role.

    The worker has the `role`; `others` are the roles of the head and of the manager.
    """

    rulebook: str
    site: str
    role: str
    loss: str
    facts: dict[str, str] = field(default_factory=dict)
    has_fault: bool = False
    others: dict[str, str] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    repeats: str = ""


SCENES: Final = (
    Scene(
        "logistics-liability",
        "suzhou",
        "responsible",
        "customer_compensation",
        others={"supervisor": "H1", "manager": "E01"},
        repeats="previous_same_type",
    ),
    Scene(
        "incident-compensation",
        "wuxi",
        "responsible",
        "material",
        {"event": "claim", "fault": "single"},
        has_fault=True,
    ),
    Scene(
        "all-staff-liability",
        "kunshan",
        "responsible",
        "material",
        {"event": "return"},
        settings={"process_fine": "50.00"},
    ),
    Scene("six-grade-incidents", "taicang", "direct", "material", others={"department_leader": "H4"}),
)


def the_company() -> Company:
    """All sites in one region, whose minimum wage is on record and which allows fines."""
    return company(
        **LAWFUL,
        sites=tuple(Site(id=scene.site, name=scene.site, region="suzhou") for scene in SCENES),
        in_force=tuple(
            InForce(rulebook=scene.rulebook, since=date(2024, 1, 1), site=scene.site, settings=scene.settings)
            for scene in SCENES
        ),
        fines_without_loss={"suzhou": FinesWithoutLoss(is_allowed=True, reason="已确认")},
        posts=POSTS,
        first_reply_hours=None,
    )


def worker(number: int) -> str:
    """The number of the worker of that place."""
    return f"W{number:02d}"


async def founded() -> FakeUnitOfWork:
    """Nobody owes anything yet; the worker W05 has no Telegram."""
    uow = in_memory(the_company(), BEGIN)
    for employee_no, (name, role) in OFFICES.items():
        department = "仓储部" if role is Role.EMPLOYEE else "总部"
        await uow.persons.add(_person(employee_no, name, department=department, grants=(Grant(role),)))
    for place, scene in enumerate(SCENES, 1):
        head = Grant(Role.SUPERVISOR, scene.site, "仓储部")
        person = _person(f"H{place}", f"主管{place}", manager_no="E04", grants=(head,), site=scene.site)
        await uow.persons.add(person)
    for number in range(1, STAFF + 1):
        place = (number - 1) % len(SCENES)
        person = _person(
            worker(number), f"工{number:02d}", manager_no=f"H{place + 1}", site=SCENES[place].site
        )
        await uow.persons.add(replace(person, chat_id=None) if number == WITHOUT_CHAT else person)
    return uow


def _person(employee_no: str, name: str, **changes: Any) -> Person:
    settings: dict[str, Any] = {
        "department": "仓储部",
        "site": SCENES[0].site,
        "manager_no": "E05" if employee_no != "E05" else None,
        "chat_id": int.from_bytes(employee_no.encode()),
        "oriented_at": BEGIN,
    }
    return Person(employee_no=employee_no, name=name, **(settings | changes))
