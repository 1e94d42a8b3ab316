"""Who is named in a case may do what was promised to its customer, and prove it; that it is done somebody else says."""

from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.remedy import RemedyState
from core.model.roles import Role
from handlers import cases, due, remedy, remedy_carrying, remedy_confirming, remedy_planning
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import last_told
from tests.make import by_no
from tests.remedies import agreed, the_plan, with_customer
from tests.rights.people import is_named, joins

MODULES = (cases, due, remedy, remedy_carrying, remedy_confirming, remedy_planning)


async def promised() -> FakeUnitOfWork:
    """张伟 (E17) is to replace the seals; then it turns out that he packed them."""
    uow = await with_customer()
    await agreed(uow)
    zhang = await by_no(uow, "E17")
    (part,) = await uow.undertakings.where()
    await uow.undertakings.put(replace(part, owner_id=zhang.id))
    for duty in await uow.duties.where(kind="carry_out_remedy"):
        await uow.duties.put(replace(duty, owner_id=zhang.id))
    await is_named(uow, "E17")
    return uow


async def chat(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, *MODULES)


async def proven() -> FakeUnitOfWork:
    """He has sent a picture, and asks for somebody to confirm."""
    uow = await promised()
    worker = await chat(uow, "E17")
    await worker.hits(f"remedy_do:1:{await version(uow)}:1")
    await worker.sends("8 台都换了")
    await worker.presses("ask_to_confirm")
    return uow


async def version(uow: FakeUnitOfWork) -> int:
    return (await the_plan(uow)).remedy.version


def labels(talk: Talk) -> list[str]:
    return [button.label for row in talk.latest().rows for button in row]


async def waiting(uow: FakeUnitOfWork) -> list[tuple[str, int | None]]:
    kinds = ("carry_out_remedy", "confirm_remedy")
    return [(one.kind, one.owner_id) for one in await uow.duties.where(kind=kinds, done_at=None)]


async def test_who_is_named_proves_it_and_is_told_that_somebody_else_confirms() -> None:
    uow = await promised()
    worker = await chat(uow, "E17")

    await worker.hits(f"remedy_do:1:{await version(uow)}:1")
    await worker.sends("8 台都换了")

    assert labels(worker) == ["ask_to_confirm", "back"]
    assert "由别人确认" in worker.words()
    assert "somebody else confirms" in Renderer(uow.company).rendered("en", worker.latest()).html


async def test_they_do_not_say_themselves_that_it_is_done() -> None:
    uow = await proven()
    worker = await chat(uow, "E17")

    for press in ("remedy_done", "remedy_spent", "remedy_again"):
        with pytest.raises(NotThisPerson) as refused:
            await worker.hits(f"{press}:1:{await version(uow)}:1")
        assert refused.value.what == "undertaking_by_named"

    assert (await the_plan(uow)).remedy.state is RemedyState.AGREED


async def test_the_investigator_gets_the_task_and_confirms_it() -> None:
    uow = await proven()
    investigator = await chat(uow, "E11")
    assert await waiting(uow) == [("confirm_remedy", (await by_no(uow, "E11")).id)]
    told = last_told(uow, "E11", "undertaking_to_confirm")
    assert "张伟 说已办完" in investigator.words(told)
    assert "says it is done" in Renderer(uow.company).rendered("en", told).html
    await investigator.sends("/due")
    assert "确认客户补救已办完" in investigator.words()
    await investigator.hits("remedy:1:1")
    assert "等 陈洁 确认" in investigator.words()

    await investigator.presses("confirm_done", told)
    await investigator.presses("carried_out")

    assert (await the_plan(uow)).remedy.state is RemedyState.CARRIED_OUT
    assert await waiting(uow) == []


async def test_asking_twice_asks_once() -> None:
    uow = await proven()

    await (await chat(uow, "E17")).hits(f"remedy_ask:1:{await version(uow)}:1")

    assert len(await waiting(uow)) == 1


async def test_without_evidence_nobody_is_asked() -> None:
    uow = await promised()

    with pytest.raises(NotAllowed, match="undertaking_without_proof"):
        await (await chat(uow, "E17")).hits(f"remedy_ask:1:{await version(uow)}:1")


async def test_what_is_not_done_goes_back_with_a_reason() -> None:
    uow = await proven()
    investigator, worker = await chat(uow, "E11"), await chat(uow, "E17")
    await investigator.hits(f"remedy_do:1:{await version(uow)}:1")
    await investigator.presses("not_done_yet")
    await investigator.sends("照片里只有 6 台")

    assert await waiting(uow) == [("carry_out_remedy", (await by_no(uow, "E17")).id)]
    told = last_told(uow, "E17", "undertaking_given")
    assert "请补做：照片里只有 6 台" in worker.words(told)
    assert "Not done yet" in Renderer(uow.company).rendered("en", told).html
    with pytest.raises(SomebodyWasFirst, match="nothing_to_confirm"):
        await investigator.hits(f"remedy_again:1:{await version(uow)}:1")
    await worker.presses("carry_repair", told)
    await worker.presses("ask_to_confirm")
    assert await waiting(uow) == [("confirm_remedy", (await by_no(uow, "E11")).id)]


async def test_a_colleague_of_quality_who_is_not_named_confirms_as_well() -> None:
    uow = await proven()
    await joins(uow, "E12", "郭平", Role.QUALITY)

    await (await chat(uow, "E12")).hits(f"remedy_done:1:{await version(uow)}:1")

    assert (await the_plan(uow)).undertakings[0].done_by == (await by_no(uow, "E12")).id
