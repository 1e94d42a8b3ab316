from datetime import date, timedelta

import pytest

from core.actions.case.register_case import register_case
from core.errors import NotAllowed
from core.model.case import Stage
from core.model.draft import DraftState
from core.model.evidence import Holder
from tests.make import NOW, by_no, staffed
from tests.make_intake import draft_of, piece, registered


async def test_the_second_case_of_a_day_is_numbered_after_the_first() -> None:
    uow = await staffed()

    numbers = [(await registered(uow)).number for _ in range(3)]

    assert numbers == ["250303", "250303-2", "250303-3"]


async def test_the_number_is_of_the_day_at_the_site() -> None:
    uow = await staffed()
    uow.now = NOW + timedelta(hours=16)

    assert (await registered(uow)).number == "250304"


async def test_a_case_without_a_known_day_is_of_the_day_of_receipt_and_says_so() -> None:
    uow = await staffed()

    unknown = await registered(uow, occurred_on="unknown")
    known = await registered(uow, occurred_on="2025-03-01")

    assert (unknown.occurred_on, unknown.is_occurred_known) == (date(2025, 3, 3), False)
    assert (known.occurred_on, known.is_occurred_known) == (date(2025, 3, 1), True)


async def test_the_rulebook_in_force_on_the_day_of_the_incident_holds() -> None:
    case = await registered(await staffed(), occurred_on="2025-03-01")

    assert case.rulebook == "logistics-liability"
    assert case.edition


async def test_group_quality_log_and_clocks_learn_of_the_case() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")

    case = await register_case(await draft_of(uow, sales), actor=sales, uow=uow)

    assert [(site, message.card) for site, message in uow.outbox.posted] == [("suzhou", "case:1")]
    assert [message.template for message in uow.outbox.told_to("E11")] == ["triage_asked"]
    assert uow.log.acts() == ["case_registered"]
    (timer,) = await uow.timers.running("reminder:")
    assert (timer.data["stage"], timer.due_at) == ("before", NOW + timedelta(hours=20))
    assert case.first_reply_due_at == NOW + timedelta(hours=24)


async def test_the_group_card_names_no_customer_and_no_person() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")

    await register_case(await draft_of(uow, sales), actor=sales, uow=uow)

    said = str(uow.outbox.posted[0][1].data)
    assert not any(name in said for name in ("宏达机电", "王小明", "陈洁", "轴封"))


async def test_names_and_free_text_stay_out_of_the_chained_facts() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")

    await register_case(await draft_of(uow, sales), actor=sales, uow=uow)

    assert "宏达机电" not in str(uow.log.rows[0].facts)
    assert uow.log.rows[0].words["customer"] == "宏达机电"


async def test_evidence_moves_to_the_case_and_the_draft_is_done() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    draft = await draft_of(uow, sales)
    await uow.evidence.add(piece(holder_id=draft.id))

    case = await register_case(draft, actor=sales, uow=uow)

    assert [one.holder_id for one in await uow.evidence.where(holder=Holder.CASE)] == [case.id]
    assert uow.drafts.things[draft.id].state is DraftState.SUBMITTED


async def test_what_is_missing_is_named_before_anything_is_numbered() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    draft = await draft_of(uow, sales, customer="", demand="")

    with pytest.raises(NotAllowed) as refusal:
        await register_case(draft, actor=sales, uow=uow)

    assert refusal.value.data["missing"] == ("customer", "demand")
    assert not uow.numbers.last


async def test_without_a_rulebook_the_case_registers_and_the_admin_gets_a_task() -> None:
    uow = await staffed(in_force=())
    sales = await by_no(uow, "E10")

    case = await register_case(await draft_of(uow, sales), actor=sales, uow=uow)

    assert (case.rulebook, case.stage) == ("", Stage.REGISTERED)
    assert [duty.kind for duty in uow.duties.things.values()] == ["rulebook_missing"]
    assert [message.template for message in uow.outbox.told_to("E07")] == ["rulebook_wanted"]


async def test_a_company_without_the_clock_starts_none() -> None:
    uow = await staffed(first_reply_hours=None)

    case = await registered(uow)

    assert case.first_reply_due_at is None
    assert not uow.timers.by_key


async def test_a_late_registration_starts_no_warning_that_is_past() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    draft = await draft_of(uow, sales)
    uow.now = NOW + timedelta(hours=21)

    await register_case(draft, actor=sales, uow=uow)

    assert [timer.data["stage"] for timer in await uow.timers.running("reminder:")] == ["at"]


async def test_customer_and_product_are_remembered_once_with_their_last_use() -> None:
    uow = await staffed()
    await registered(uow)
    uow.now = NOW + timedelta(hours=1)

    await registered(uow, product="")

    used = {one.name: one.used_at for one in uow.remembered.things.values()}
    assert used == {"宏达机电": NOW + timedelta(hours=1), "水泵": NOW}
