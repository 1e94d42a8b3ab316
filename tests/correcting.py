"""A case of 王小明 (E10), led by 陈洁 (E11), whose cause is being corrected; 郭平 (E12) is of quality as well."""

from datetime import timedelta
from typing import Any

from core.actions.corrective.plan_action import plan_action
from core.actions.duty.finish_duty import finish_duty, second_duty
from core.model.case import Stage
from core.model.corrective_action import ActionKind, CorrectiveAction
from core.model.duty import CORRECTIVE_ACTION, Duty
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.person import Person
from core.model.roles import Grant, Role
from core.rules.corrective.corrective_file import CorrectiveFile
from tests.fakes import FakeUnitOfWork
from tests.make import by_no, case, person, staffed

FIT_TEST = "装配后做压力试验"


async def correcting(**changes: Any) -> FakeUnitOfWork:
    """The case under investigation, as case 1."""
    uow = await staffed()
    await uow.persons.add(
        person(
            "E12", name="郭平", department="品管部", manager_no="E04", grants=(Grant(Role.QUALITY, "suzhou"),)
        )
    )
    stands: dict[str, Any] = {"stage": Stage.INVESTIGATING, "owner_id": (await by_no(uow, "E11")).id}
    await uow.cases.add(case(**(stands | changes)))
    return uow


async def agreed(
    uow: FakeUnitOfWork,
    *,
    doer: str | None = "E03",
    kind: ActionKind = ActionKind.CORRECTIVE,
    days: int = 7,
    what: str = FIT_TEST,
    by: str = "E11",
    verifier: str | None = None,
) -> CorrectiveFile:
    """An action that was agreed on, 李强's (E03) within a week where nothing else is said."""
    action = CorrectiveAction(
        kind=kind,
        what=what,
        owner_id=(await by_no(uow, doer)).id if doer else None,
        due_on=uow.now.date() + timedelta(days=days),
        verifier_id=(await by_no(uow, verifier)).id if verifier else None,
    )
    return await plan_action(1, action, actor=await by_no(uow, by), uow=uow)


async def the_action(uow: FakeUnitOfWork, which: int = 0) -> Duty:
    """The action agreed on first, or another by its place."""
    return (await uow.duties.where(kind=CORRECTIVE_ACTION))[which]


async def proven(uow: FakeUnitOfWork, duty: Duty) -> None:
    """A text was sent as evidence for it."""
    await uow.evidence.add(
        Evidence(
            holder=Holder.DUTY,
            holder_id=duty.id,
            kind=Kind.TEXT,
            storing=Storing.NO_FILE,
            text="试验记录 12 台",
            chat_id=1003,
            message_id=1,
            received_by=4,
            received_at=uow.now,
        )
    )


async def finished(uow: FakeUnitOfWork, *, doer: str = "E03", which: int = 0) -> Person:
    """Its doer has proven and finished it."""
    duty, actor = await the_action(uow, which), await by_no(uow, doer)
    await proven(uow, duty)
    await finish_duty(duty.id, duty.version, actor=actor, uow=uow)
    return actor


async def verified(uow: FakeUnitOfWork, *, doer: str = "E03", by: str = "E11", which: int = 0) -> None:
    """Its doer has finished it, and somebody else agreed that it is done."""
    await finished(uow, doer=doer, which=which)
    duty = await the_action(uow, which)
    await second_duty(duty.id, duty.version, actor=await by_no(uow, by), uow=uow)
