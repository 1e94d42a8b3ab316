"""Builders for intake: pieces, drafts, and a case registered through the real actions."""

from typing import Any

from core.actions.case.accept_case import accept_case
from core.actions.case.register_case import register_case
from core.model.case import Case
from core.model.draft import Draft
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.person import Person
from core.model.roles import Grant, Role
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, person

COMPLETE = {
    "site": "suzhou",
    "customer": "宏达机电",
    "product": "水泵",
    "order_no": "SO-20871",
    "happened": "运行两小时后轴封漏水",
    "demand": "换货",
}


def piece(**changes: Any) -> Evidence:
    """A text that 王小明 was sent; with `kind=Kind.PHOTO` a photo."""
    is_text = changes.get("kind", Kind.TEXT) is Kind.TEXT
    settings: dict[str, Any] = {
        "holder": Holder.DRAFT,
        "holder_id": 0,
        "kind": Kind.TEXT,
        "storing": Storing.NO_FILE if is_text else Storing.TO_FETCH,
        "file_id": "" if is_text else "f1",
        "chat_id": 1010,
        "message_id": 7,
        "received_by": 1,
        "received_at": NOW,
    }
    return Evidence(**(settings | changes))


async def draft_of(uow: FakeUnitOfWork, actor: Person, **fields: str) -> Draft:
    """A draft of that person with everything that is required, and these fields."""
    return await uow.drafts.add(
        Draft(person_id=actor.id, fields=COMPLETE | fields, received_at=uow.now, opened_at=uow.now)
    )


async def registered(uow: FakeUnitOfWork, reporter_no: str = "E10", **fields: str) -> Case:
    """A case that this person has submitted; what was told so far is forgotten."""
    reporter = await by_no(uow, reporter_no)
    case = await register_case(await draft_of(uow, reporter, **fields), actor=reporter, uow=uow)
    forget(uow)
    return case


async def accepted(uow: FakeUnitOfWork) -> Case:
    """A case of 王小明 that 陈洁 investigates."""
    quality = await by_no(uow, "E11")
    case = await accept_case(await registered(uow), quality, actor=quality, uow=uow)
    forget(uow)
    return case


async def second_quality(uow: FakeUnitOfWork) -> Person:
    """Another quality person of the site."""
    return await uow.persons.add(
        person("E12", name="高敏", department="品管部", grants=(Grant(Role.QUALITY, "suzhou"),))
    )


def forget(uow: FakeUnitOfWork) -> None:
    """Forget what was told, posted and logged."""
    uow.outbox.told.clear()
    uow.outbox.posted.clear()
    uow.log.rows.clear()
