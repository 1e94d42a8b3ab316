"""A case on its way from investigation to notice, with everybody who has a say in it."""

from dataclasses import replace
from datetime import timedelta

from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.describe_party import describe_party
from core.actions.investigation.name_party import name_party
from core.model.case import Case, Stage
from core.model.message import Message
from core.model.person import Person
from tests.fakes import FakeUnitOfWork
from tests.make import by_no, case, staffed

LOSSES = (
    {"kind": "customer_compensation", "amount": "800.00"},
    {"kind": "discount", "amount": "200.00"},
    {"kind": "labour", "person_hours": "12"},
    {"kind": "vehicle", "vehicle_hours": "2", "length_m": "4.2"},
    {"kind": "vehicle", "vehicle_hours": "2", "length_m": "6.0"},
)
ROLES = (("E17", "responsible", "60"), ("E03", "supervisor", "10"), ("E01", "manager", "10"))


async def who(uow: FakeUnitOfWork, employee_no: str) -> Person:
    return await by_no(uow, employee_no)


async def investigated(**changes: object) -> FakeUnitOfWork:
    """Case 1, accepted by 陈洁 (E11), reported by 王小明 (E10), no more entered than the cause."""
    uow = await staffed(**changes)
    owner, reporter = await who(uow, "E11"), await who(uow, "E10")
    await uow.cases.add(
        case(stage=Stage.INVESTIGATING, owner_id=owner.id, reporter_id=reporter.id, cause="轴封装反")
    )
    return uow


async def loss_entered(**changes: object) -> FakeUnitOfWork:
    """The losses of the 1,460.00 example are entered."""
    uow = await investigated(**changes)
    for loss in LOSSES:
        await add_loss(1, loss, actor=await who(uow, "E11"), uow=uow)
    return uow


async def named(**changes: object) -> FakeUnitOfWork:
    """张伟, 李强 and 周敏 are named; no rate is chosen."""
    uow = await loss_entered(**changes)
    for employee_no, role, _ in ROLES:
        await name_party(1, (await who(uow, employee_no)).id, role, actor=await who(uow, "E11"), uow=uow)
    return uow


async def complete(**changes: object) -> FakeUnitOfWork:
    """Rates are chosen: 876.00, 146.00, 146.00; the company bears 292.00."""
    uow = await named(**changes)
    for employee_no, _, rate in ROLES:
        person = await who(uow, employee_no)
        await choose_rate(1, person.id, rate, reason="首次", actor=await who(uow, "E11"), uow=uow)
    return uow


async def put(**changes: object) -> FakeUnitOfWork:
    """The figures are out for confirmation."""
    uow = await complete(**changes)
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    return uow


async def confirmed(**changes: object) -> FakeUnitOfWork:
    """吴琳 (E04), the deputy director, has confirmed in the place of 李强; approval is open."""
    uow = await put(**changes)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    return uow


async def with_wage(uow: FakeUnitOfWork, employee_no: str, wage: str) -> None:
    person = await who(uow, employee_no)
    await describe_party(1, person.id, "month_wage", wage, actor=await who(uow, "E11"), uow=uow)


async def the_case(uow: FakeUnitOfWork) -> Case:
    return await uow.cases.get(1)


async def version(uow: FakeUnitOfWork) -> int:
    return (await the_case(uow)).version


async def unlinked(uow: FakeUnitOfWork, employee_no: str) -> Person:
    """That person has no Telegram."""
    return await uow.persons.put(replace(await who(uow, employee_no), chat_id=None))


def later(uow: FakeUnitOfWork, **span: int) -> None:
    uow.now += timedelta(**span)


def last_told(uow: FakeUnitOfWork, employee_no: str, template: str) -> Message:
    """The latest message of that template to that person."""
    return [message for message in uow.outbox.told_to(employee_no) if message.template == template][-1]


def verbs(message: Message) -> list[str]:
    return [button.verb for row in message.rows for button in row]
