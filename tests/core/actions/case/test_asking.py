from dataclasses import replace

import pytest

from core.actions.case.answer_question import answer_question
from core.actions.case.ask_owner import ask_owner
from core.actions.case.hand_over_case import hand_over_case
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from tests.make import by_no, staffed
from tests.make_intake import accepted, registered, second_quality


async def test_question_and_answer_are_kept_with_the_case() -> None:
    uow = await staffed()
    case = await accepted(uow)

    relay = await ask_owner(case, "何时有结果？", actor=await by_no(uow, "E10"), uow=uow)
    await answer_question(relay, "明天", actor=await by_no(uow, "E11"), uow=uow)

    kept = uow.relays.things[1]
    assert (kept.case_id, kept.question, kept.answer) == (case.id, "何时有结果？", "明天")
    assert uow.log.acts() == ["owner_asked", "question_answered"]
    assert "何时" not in str(uow.log.rows[0].facts)


async def test_before_anybody_leads_the_case_quality_is_asked() -> None:
    uow = await staffed()
    case = await registered(uow)

    relay = await ask_owner(case, "收到了吗？", actor=await by_no(uow, "E10"), uow=uow)

    assert relay.owner_id == (await by_no(uow, "E11")).id


async def test_nobody_asks_themself() -> None:
    uow = await staffed()
    case = await accepted(uow)

    with pytest.raises(NotAllowed) as refusal:
        await ask_owner(case, "嗯？", actor=await by_no(uow, "E11"), uow=uow)

    assert refusal.value.what == "nobody_to_ask"


async def test_an_owner_who_cannot_be_reached_is_not_asked() -> None:
    uow = await staffed()
    case = await accepted(uow)
    owner = await by_no(uow, "E11")
    await uow.persons.put(replace(owner, is_reachable=False))

    with pytest.raises(NotAllowed):
        await ask_owner(case, "嗯？", actor=await by_no(uow, "E10"), uow=uow)


async def test_who_may_not_see_the_case_cannot_ask_about_it() -> None:
    uow = await staffed()
    case = await accepted(uow)

    with pytest.raises(NoSuchThing):
        await ask_owner(case, "怎么样？", actor=await by_no(uow, "E17"), uow=uow)


async def test_only_who_was_asked_or_leads_now_answers_and_once() -> None:
    uow = await staffed()
    case = await accepted(uow)
    relay = await ask_owner(case, "何时？", actor=await by_no(uow, "E10"), uow=uow)
    other = await second_quality(uow)

    with pytest.raises(NotThisPerson):
        await answer_question(relay, "我来答", actor=other, uow=uow)
    await hand_over_case(case, other, actor=other, uow=uow)
    relay = await answer_question(relay, "我来答", actor=other, uow=uow)
    with pytest.raises(SomebodyWasFirst):
        await answer_question(relay, "再答", actor=await by_no(uow, "E11"), uow=uow)
