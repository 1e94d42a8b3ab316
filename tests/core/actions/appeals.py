"""An appeal on its way: 张伟 (E17) against 876.00, heard by 钱进 (E08), answered by 陈洁 (E11)."""

from dataclasses import replace
from datetime import timedelta

from core.actions.appeal.decide_appeal import decide_appeal
from core.actions.appeal.make_appeal import make_appeal
from core.actions.appeal.put_to_appeal import put_to_appeal
from core.actions.appeal.take_appeal import take_appeal
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.drop_party import drop_party
from core.actions.investigation.name_party import name_party
from core.actions.notice.note_delivery import note_delivery
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.notice import AppealOutcome, Notice
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, version, who
from tests.make import NOW, person


async def noticed(**changes: object) -> FakeUnitOfWork:
    """Everybody has their notice."""
    uow = await confirmed(**changes)
    await approved(uow)
    return uow


async def approved(uow: FakeUnitOfWork) -> None:
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    await delivered(uow)


async def delivered(uow: FakeUnitOfWork) -> None:
    """Telegram has taken every notice that goes by chat."""
    for notice in await uow.notices.where(delivered_at=None):
        if notice.appeal_until is not None:
            await note_delivery(notice.id, uow=uow)


async def decided_anew(uow: FakeUnitOfWork) -> None:
    """The mended figures go the same way again."""
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    await approved(uow)


async def with_rate(uow: FakeUnitOfWork, rate: str) -> None:
    """张伟 gets another rate."""
    person = await who(uow, "E17")
    await choose_rate(1, person.id, rate, reason="复查后", actor=await who(uow, "E11"), uow=uow)


async def notices_of(uow: FakeUnitOfWork, employee_no: str = "E17") -> tuple[Notice, ...]:
    return await uow.notices.where(person_id=(await who(uow, employee_no)).id)


async def appealed(*, late: bool = False) -> FakeUnitOfWork:
    """张伟 has appealed."""
    uow = await noticed()
    if late:
        uow.now += timedelta(days=30)
    (notice,) = await notices_of(uow)
    await make_appeal(notice.id, reason="不是我装的", actor=await who(uow, "E17"), uow=uow)
    return uow


def said(text: str) -> Evidence:
    return Evidence(
        holder=Holder.DRAFT,
        holder_id=0,
        kind=Kind.TEXT,
        storing=Storing.NO_FILE,
        text=text,
        chat_id=1,
        message_id=1,
        received_by=0,
        received_at=NOW,
    )


async def puts(uow: FakeUnitOfWork, employee_no: str, text: str) -> None:
    actor = await who(uow, employee_no)
    await put_to_appeal(1, replace(said(text), received_by=actor.id), actor=actor, uow=uow)


async def heard() -> FakeUnitOfWork:
    """钱进 has taken it, and the investigator has answered."""
    uow = await appealed()
    await take_appeal(1, actor=await who(uow, "E08"), uow=uow)
    await puts(uow, "E11", "装配记录上是他签的")
    return uow


async def judged(outcome: AppealOutcome) -> FakeUnitOfWork:
    uow = await heard()
    await decide_appeal(1, outcome, reason="查看了记录", actor=await who(uow, "E08"), uow=uow)
    return uow


async def without_zhang(uow: FakeUnitOfWork) -> None:
    """It was somebody else: the case goes on without 张伟, and is decided again."""
    investigator, zhang = await who(uow, "E11"), await who(uow, "E17")
    await drop_party(1, zhang.id, actor=investigator, uow=uow)
    other = await uow.persons.add(person("E20", name="孙强"))
    await name_party(1, other.id, "responsible", actor=investigator, uow=uow)
    await choose_rate(1, other.id, "60", reason="首次", actor=investigator, uow=uow)
    await decided_anew(uow)
