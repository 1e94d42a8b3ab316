"""What only a forged button can ask for is refused, and leaves no trace in the log."""

import pytest

from core.actions.case.answer_question import check_may_answer
from core.actions.case.ask_owner import ask_owner
from core.actions.draft.fill_draft import fill_draft
from core.actions.draft.merge_draft import merge_draft
from core.actions.draft.merge_into_case import merge_into_case
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.describe_party import describe_party
from core.actions.investigation.name_cause import name_cause
from core.actions.investigation.remove_loss import remove_loss
from core.errors import NoSuchThing, NotThisPerson
from core.rules.typed.loss_text import loss_in
from tests.liability import complete, investigated, the_case, version, who
from tests.make import by_no, staffed
from tests.make_intake import accepted, draft_of


async def test_a_detail_the_rulebook_does_not_ask_for_cannot_even_be_taken_away() -> None:
    uow = await complete()
    person = await who(uow, "E17")
    logged = len(uow.log.rows)

    with pytest.raises(NoSuchThing):
        await describe_party(1, person.id, "他偷了东西", "", actor=await who(uow, "E11"), uow=uow)

    assert len(uow.log.rows) == logged


async def test_a_cause_the_rulebook_does_not_list_is_no_cause() -> None:
    uow = await investigated()

    with pytest.raises(NoSuchThing):
        await name_cause(1, "轴封", actor=await who(uow, "E11"), uow=uow, code="任意文字")

    assert uow.log.rows == []


async def test_a_kind_of_loss_that_does_not_exist_cannot_be_entered() -> None:
    uow = await investigated()

    with pytest.raises(NoSuchThing):
        await add_loss(1, {"kind": "ransom", "amount": "1.00"}, actor=await who(uow, "E11"), uow=uow)

    assert (await the_case(uow)).losses == ()


async def test_the_source_of_a_foreign_rate_stays_out_of_the_chain() -> None:
    uow = await investigated()
    investigator = await who(uow, "E11")

    await add_loss(1, loss_in("discount", "USD 100 @ 7.18 2025-03-03 王工电话"), actor=investigator, uow=uow)
    await remove_loss(1, await version(uow), 0, actor=investigator, uow=uow)

    assert "718.00" in str(uow.log.rows)
    assert "王工" not in str(uow.log.rows)


async def test_a_draft_has_only_the_fields_it_has() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")

    with pytest.raises(NoSuchThing):
        await fill_draft(await draft_of(uow, sales), "张三偷懒", "x", actor=sales, uow=uow)

    assert uow.log.rows == []


async def test_a_draft_is_not_merged_into_itself() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    draft = await draft_of(uow, sales)

    with pytest.raises(NoSuchThing):
        await merge_draft(draft, draft, actor=sales, uow=uow)


async def test_a_draft_without_anything_sent_adds_nothing_to_a_case() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    case = await accepted(uow)

    with pytest.raises(NoSuchThing):
        await merge_into_case(await draft_of(uow, sales), case, actor=sales, uow=uow)


async def test_a_question_is_shown_only_to_who_may_answer_it() -> None:
    uow = await staffed()
    relay = await ask_owner(await accepted(uow), "张伟怎么说？", actor=await by_no(uow, "E10"), uow=uow)

    with pytest.raises(NotThisPerson):
        await check_may_answer(relay, actor=await by_no(uow, "E17"), uow=uow)
