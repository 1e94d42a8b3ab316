"""A plan for a customer from the first idea to the last signature."""

from dataclasses import replace

import pytest

from core.actions.remedy.ask_signature import SIGN_REMEDY
from core.actions.remedy.plan_remedy import (
    add_cost,
    add_undertaking,
    drop_undertaking,
    hand_undertaking,
    set_day,
)
from core.actions.remedy.put_remedy import put_remedy
from core.actions.remedy.read_remedy import open_remedy, read_remedy
from core.actions.remedy.sign_remedy import send_remedy_back, sign_remedy
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.company import InForce
from core.model.negotiation import RoundOutcome
from core.model.party import Party
from core.model.remedy import Cost, CostClass, RemedyKind, RemedyState
from core.model.roles import Grant, Role
from core.rules.remedy.remedy_chain import BY_DEFAULT, next_signing, remedy_chain
from core.rules.remedy.who_signs import who_signs
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, case, person, staffed
from tests.remedies import (
    SIGNERS,
    adjusted,
    agreed,
    done,
    planned,
    put,
    said,
    signed,
    the_plan,
    with_customer,
)

COST = Cost(cost_class=CostClass.PARTS, fen=100, basis="一个")


async def numbers(uow: FakeUnitOfWork) -> list[str]:
    """Who may sign next."""
    file = await the_plan(uow)
    asked = next_signing(file)
    assert asked
    return [one.employee_no for one in who_signs(asked, file)]


async def test_only_what_the_rulebook_allows_now_can_be_planned() -> None:
    uow = await with_customer()
    assert (await the_plan(uow)).kinds == (RemedyKind.REPAIR, RemedyKind.COMPENSATION, RemedyKind.APOLOGY)

    with pytest.raises(NotAllowed, match="remedy_not_in_rulebook"):
        await add_undertaking(1, 1, "replacement", "换", actor=await by_no(uow, "E11"), uow=uow)
    await uow.cases.put(replace(await uow.cases.get(1), facts={"beyond_repair": True}))

    assert RemedyKind.REPLACEMENT in (await the_plan(uow)).kinds
    await uow.cases.put(replace(await uow.cases.get(1), facts={"beyond_repair": "maybe"}))
    assert RemedyKind.REPLACEMENT in (await the_plan(uow)).kinds


async def test_a_rulebook_that_says_nothing_allows_everything_and_asks_the_general_manager() -> None:
    uow = await staffed()
    await uow.cases.add(case(stage=Stage.INVESTIGATING, owner_id=2, reporter_id=1))

    file = await open_remedy(1, uow=uow)
    assert file.kinds == tuple(RemedyKind)
    assert remedy_chain(file) == ()
    with pytest.raises(NoSuchThing):
        await add_undertaking(1, 1, "magic", "x", actor=await by_no(uow, "E11"), uow=uow)
    await planned(uow)

    assert remedy_chain(await open_remedy(1, uow=uow)) == (BY_DEFAULT,)


async def test_every_change_is_a_version_and_a_press_on_an_older_one_is_refused() -> None:
    uow = await with_customer()
    file = await planned(uow)
    assert file.remedy.version == 4

    with pytest.raises(SomebodyWasFirst, match="remedy_changed"):
        await add_cost(1, 3, 1, COST, actor=await by_no(uow, "E11"), uow=uow)
    with pytest.raises(NoSuchThing):
        await add_cost(1, 4, 9, COST, actor=await by_no(uow, "E11"), uow=uow)
    file = await drop_undertaking(1, 4, 1, actor=await by_no(uow, "E11"), uow=uow)

    assert file.undertakings == ()
    assert file.cost.fen == 0


async def test_a_part_goes_to_somebody_else_who_still_works_here() -> None:
    uow = await with_customer()
    file = await planned(uow)
    quality, driver = await by_no(uow, "E11"), await by_no(uow, "E17")

    file = await hand_undertaking(1, file.remedy.version, 1, driver.id, actor=quality, uow=uow)

    assert file.undertakings[0].owner_id == driver.id
    with pytest.raises(NoSuchThing):
        await hand_undertaking(1, file.remedy.version, 1, 99, actor=quality, uow=uow)
    await uow.persons.put(replace(driver, left_on=NOW.date().replace(day=1)))
    with pytest.raises(NoSuchThing):
        await hand_undertaking(1, file.remedy.version, 1, driver.id, actor=quality, uow=uow)
    assert await read_remedy(1, actor=driver, uow=uow)


async def test_a_plan_is_put_whole_and_not_for_a_day_that_is_past() -> None:
    uow = await with_customer()
    quality = await by_no(uow, "E11")
    with pytest.raises(NotAllowed, match="remedy_empty"):
        await put_remedy(1, 1, actor=quality, uow=uow)
    await add_undertaking(1, 1, "repair", "修", actor=quality, uow=uow)
    with pytest.raises(NotAllowed, match="remedy_without_day"):
        await put_remedy(1, 2, actor=quality, uow=uow)
    with pytest.raises(NotAllowed, match="day_is_past"):
        await set_day(1, 2, 1, "2025-03-02", actor=quality, uow=uow)
    await set_day(1, 2, 1, "2025-03-03", actor=quality, uow=uow)

    file = await put_remedy(1, 3, actor=quality, uow=uow)

    assert file.remedy.state is RemedyState.APPROVING


async def test_the_chain_signs_in_order_and_what_costs_nothing_needs_the_head_alone() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    assert await numbers(uow) == ["E04"]
    waiting = await uow.duties.where(kind=SIGN_REMEDY, done_at=None)
    assert [duty.owner_id for duty in waiting] == [(await by_no(uow, "E04")).id]

    file = await signed(uow, *SIGNERS)

    assert file.remedy.state is RemedyState.APPROVED
    assert [one.post for one in file.remedy.signatures] == ["department_head", "finance", "leader"]
    assert uow.outbox.told_to("E10")[-1].data["what"] == "remedy_approved"
    assert await uow.duties.where(kind=SIGN_REMEDY, done_at=None) == ()
    cheap = await with_customer()
    await planned(cheap, "apology", 0)
    await put(cheap)
    assert (await signed(cheap, "E04")).remedy.state is RemedyState.APPROVED


async def test_nobody_signs_what_they_proposed_nor_twice_nor_for_others() -> None:
    uow = await with_customer()
    await planned(uow)
    file = await put(uow)
    version = file.remedy.version
    with pytest.raises(NotThisPerson, match="remedy_by_proposer"):
        await sign_remedy(1, version, 1, actor=await by_no(uow, "E11"), uow=uow)
    with pytest.raises(NotThisPerson, match="step_of_others"):
        await sign_remedy(1, version, 1, actor=await by_no(uow, "E06"), uow=uow)
    with pytest.raises(SomebodyWasFirst, match="remedy_signed"):
        await sign_remedy(1, version, 2, actor=await by_no(uow, "E06"), uow=uow)
    with pytest.raises(SomebodyWasFirst, match="remedy_changed"):
        await sign_remedy(1, version - 1, 1, actor=await by_no(uow, "E04"), uow=uow)
    await signed(uow, "E04")

    again = await sign_remedy(1, version, 1, actor=await by_no(uow, "E04"), uow=uow)

    assert len(again.remedy.signatures) == 1
    await signed(uow, "E06", "E05")
    with pytest.raises(WrongStage, match="remedy_elsewhere"):
        await sign_remedy(1, version, 3, actor=await by_no(uow, "E04"), uow=uow)


async def test_the_head_of_the_proposers_department_signs_where_there_is_one() -> None:
    uow = await with_customer()
    head = person(
        "E20", department="品管部", manager_no="E04", grants=(Grant(Role.SUPERVISOR, "suzhou", "品管部"),)
    )
    await uow.persons.add(head)
    await planned(uow)
    await put(uow)

    assert await numbers(uow) == ["E20"]
    assert next_signing(await the_plan(uow)) == remedy_chain(await the_plan(uow))[0]
    await uow.remedies.put(replace((await the_plan(uow)).remedy, put_by=99))
    assert who_signs(next_signing(await the_plan(uow)) or BY_DEFAULT, await the_plan(uow)) == ()


async def test_who_signed_before_signs_again_only_where_nobody_else_is_free() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    for number in ("E06", "E05"):
        await uow.persons.put(replace(await by_no(uow, number), left_on=NOW.date().replace(day=1)))
    await uow.persons.put(
        replace(await by_no(uow, "E04"), grants=(Grant(Role.FINANCE), Grant(Role.GENERAL_MANAGER)))
    )
    await signed(uow, "E04")

    assert await numbers(uow) == ["E04"]


async def test_a_step_that_nobody_can_take_waits_and_the_admins_are_told() -> None:
    uow = await with_customer()
    await planned(uow)
    for number in ("E04", "E05"):
        await uow.persons.put(replace(await by_no(uow, number), left_on=NOW.date().replace(day=1)))

    await put(uow)

    assert [one.template for one in uow.outbox.told_to("E07")] == ["nobody_entitled"]


async def test_a_plan_sent_back_is_made_anew_under_another_version() -> None:
    uow = await with_customer()
    await planned(uow)
    file = await put(uow)
    await signed(uow, "E04")

    back = await send_remedy_back(1, file.remedy.version, 2, "太贵", actor=await by_no(uow, "E06"), uow=uow)

    assert (back.remedy.state, back.remedy.reason) == (RemedyState.PLANNING, "太贵")
    assert back.remedy.standing() == ()
    assert uow.outbox.told_to("E11")[-1].data["what"] == "remedy_sent_back"
    assert await uow.duties.where(kind=SIGN_REMEDY, done_at=None) == ()


async def test_only_reporter_investigator_and_quality_plan_and_strangers_see_nothing() -> None:
    uow = await with_customer()
    with pytest.raises(NotThisPerson, match="remedy_of_others"):
        await add_undertaking(1, 1, "repair", "修", actor=await by_no(uow, "E06"), uow=uow)
    for stranger in ("E17", "E07"):
        with pytest.raises(NoSuchThing, match="case_unknown"):
            await read_remedy(1, actor=await by_no(uow, stranger), uow=uow)
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))
    with pytest.raises(WrongStage):
        await add_undertaking(1, 1, "repair", "修", actor=await by_no(uow, "E11"), uow=uow)


async def test_who_is_named_in_the_case_does_not_sign() -> None:
    uow = await with_customer()
    finance = await by_no(uow, "E06")
    await uow.parties.add(
        Party(
            case_id=1,
            person_id=finance.id,
            role="worker",
            department="财务部",
            named_by=2,
            named_at=NOW,
            hearing_due_at=NOW,
        )
    )
    await planned(uow)
    await put(uow)
    await signed(uow, "E04")

    assert "E06" not in await numbers(uow)
    with pytest.raises(NotThisPerson, match="approver_is_involved"):
        await sign_remedy(1, (await the_plan(uow)).remedy.version, 2, actor=finance, uow=uow)


async def test_an_adjusted_plan_needs_a_reason_new_signatures_and_the_customers_word() -> None:
    uow = await with_customer()
    file = await agreed(uow)
    assert file.remedy.state is RemedyState.AGREED

    again = await adjusted(uow)

    assert (again.remedy.state, again.remedy.agreed_at) == (RemedyState.PLANNING, None)
    assert again.remedy.reason == "客户要求加急"
    assert again.remedy.standing() == ()
    with pytest.raises(WrongStage):
        await adjusted(uow)
    with pytest.raises(NotAllowed, match="agreed_before_approved"):
        await said(uow, "同意", RoundOutcome.AGREED)


async def test_what_is_done_is_not_changed_any_more() -> None:
    uow = await with_customer()
    await done(uow)
    file = await adjusted(uow)

    with pytest.raises(SomebodyWasFirst, match="undertaking_done"):
        await add_cost(1, file.remedy.version, 1, COST, actor=await by_no(uow, "E11"), uow=uow)


async def test_a_rulebook_change_of_site_does_not_leave_a_case_without_a_rulebook_open_to_planning() -> None:
    uow = await staffed(in_force=(InForce(rulebook="customers", since=NOW.date()),))
    await uow.cases.add(case(rulebook="", stage=Stage.INVESTIGATING, owner_id=2, reporter_id=1))

    with pytest.raises(NotAllowed, match="no_rulebook_yet"):
        await read_remedy(1, actor=await by_no(uow, "E11"), uow=uow)


async def test_who_has_the_same_card_sees_that_it_is_signed_or_sent_back() -> None:
    uow = await with_customer()
    second = person("E21", department="财务部", manager_no="E05", grants=(Grant(Role.FINANCE, "suzhou"),))
    await uow.persons.add(second)
    await planned(uow)
    file = await put(uow)
    await signed(uow, "E04")
    assert await numbers(uow) == ["E06", "E21"]

    await signed(uow, "E06")

    asked, after = uow.outbox.told_to("E21")
    assert asked.card == after.card == f"remedy:1:{file.remedy.version}:2"
    assert after.template == "remedy_signed"
    await adjusted(uow)
    version = (await put(uow)).remedy.version
    await signed(uow, "E04")
    await send_remedy_back(1, version, 2, "太贵", actor=await by_no(uow, "E21"), uow=uow)
    assert uow.outbox.told_to("E06")[-1].template == "remedy_signed"
