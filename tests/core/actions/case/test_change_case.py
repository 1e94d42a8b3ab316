from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.conclude_without_charge import Bearer, conclude_without_charge
from core.actions.investigation.describe_containment import describe_containment
from core.actions.investigation.describe_party import describe_party
from core.actions.investigation.drop_party import drop_party
from core.actions.investigation.explain_excess import explain_excess
from core.actions.investigation.name_cause import name_cause
from core.actions.investigation.name_party import name_party
from core.actions.investigation.remove_loss import remove_loss
from core.actions.investigation.set_department import set_department
from core.actions.investigation.set_fact import set_fact
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.deadline_clock import Subject
from tests.clocks import running
from tests.fakes import FakeUnitOfWork
from tests.liability import (
    complete,
    confirmed,
    investigated,
    loss_entered,
    named,
    put,
    the_case,
    version,
    who,
)


async def test_cause_and_containment_are_recorded_with_who_wrote_them() -> None:
    uow = await investigated()
    owner = await who(uow, "E11")

    await name_cause(1, "轴封装反", actor=owner, uow=uow)
    await describe_containment(1, "在库隔离", actor=owner, uow=uow)

    case = await the_case(uow)
    assert (case.cause, case.containment, case.version) == ("轴封装反", "在库隔离", 3)
    assert [(row.act, row.actor_id) for row in uow.log.rows] == [
        ("cause_named", owner.id),
        ("containment_described", owner.id),
    ]


async def test_only_the_investigator_changes_a_case() -> None:
    uow = await investigated()

    with pytest.raises(NotThisPerson, match="only_the_owner") as refused:
        await name_cause(1, "轴封装反", actor=await who(uow, "E10"), uow=uow)

    assert refused.value.data["owner"] == "陈洁"


async def test_nobody_changes_a_decided_case() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), stage=Stage.DECIDED))

    with pytest.raises(WrongStage):
        await name_cause(1, "轴封装反", actor=await who(uow, "E11"), uow=uow)


async def test_a_case_without_rulebook_has_no_figures() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), rulebook=""))

    with pytest.raises(NotAllowed, match="no_rulebook_yet"):
        await open_dossier(1, uow=uow)


async def test_a_loss_is_changed_in_its_place() -> None:
    uow = await loss_entered()
    loss = {"kind": "discount", "amount": "300.00"}

    await add_loss(1, loss, actor=await who(uow, "E11"), uow=uow, instead_of=1)

    assert (await the_case(uow)).losses[1] == loss
    assert len((await the_case(uow)).losses) == 5


async def test_a_loss_is_removed_from_the_list_that_was_shown() -> None:
    uow = await loss_entered()
    shown = await version(uow)

    await remove_loss(1, shown, 4, actor=await who(uow, "E11"), uow=uow)

    assert len((await the_case(uow)).losses) == 4
    with pytest.raises(SomebodyWasFirst):
        await remove_loss(1, shown, 3, actor=await who(uow, "E11"), uow=uow)


async def test_a_place_that_is_not_there_removes_nothing() -> None:
    uow = await loss_entered()

    with pytest.raises(SomebodyWasFirst):
        await remove_loss(1, await version(uow), 5, actor=await who(uow, "E11"), uow=uow)


async def test_facts_are_answered_and_taken_away_again() -> None:
    uow = await investigated()
    owner = await who(uow, "E11")

    await set_fact(1, "vehicle.repair", "800", actor=owner, uow=uow)
    await set_fact(1, "concealed", "yes", actor=owner, uow=uow)
    await set_fact(1, "concealed", "", actor=owner, uow=uow)

    assert (await the_case(uow)).facts == {"vehicle.repair": "800.00"}


async def test_a_question_of_another_rulebook_is_refused() -> None:
    uow = await investigated()

    with pytest.raises(NoSuchThing):
        await set_fact(1, "base_decided", "800", actor=await who(uow, "E11"), uow=uow)


async def test_departments_at_fault_are_set_and_cleared() -> None:
    uow = await investigated()
    owner = await who(uow, "E11")
    await uow.cases.put(replace(await the_case(uow), rulebook="incident-compensation"))

    await set_department(1, "仓储部", "main", actor=owner, uow=uow, share="70")
    await set_department(1, "品管部", "monitor", actor=owner, uow=uow)
    await set_department(1, "品管部", "", actor=owner, uow=uow)

    assert (await the_case(uow)).departments == ({"id": "仓储部", "fault": "main", "share_percent": "70"},)
    with pytest.raises(NoSuchThing):
        await set_department(1, "仓储部", "unheard_of", actor=owner, uow=uow)


async def test_details_of_a_party_are_entered_and_cleared() -> None:
    uow = await named()
    owner, person = await who(uow, "E11"), await who(uow, "E17")

    for name, answer in (("month_wage", "6000"), ("share_percent", "60"), ("level", "first"), ("level", "")):
        dossier = await describe_party(1, person.id, name, answer, actor=owner, uow=uow)

    party = dossier.party_of(person.id)
    assert party is not None
    assert party.details == {"month_wage": "6000.00", "share_percent": "60"}
    with pytest.raises(NoSuchThing, match="question_unknown"):
        await describe_party(1, person.id, "shoe_size", "42", actor=owner, uow=uow)
    with pytest.raises(NoSuchThing, match="party_unknown"):
        await describe_party(1, 99, "level", "first", actor=owner, uow=uow)


async def test_a_dropped_person_is_told_and_their_clock_stops() -> None:
    uow = await named()
    person = await who(uow, "E17")

    await drop_party(1, person.id, actor=await who(uow, "E11"), uow=uow)
    await drop_party(1, person.id, actor=await who(uow, "E11"), uow=uow)

    assert person.id not in {clock.person_id for clock in await running(uow, Subject.PARTY)}
    assert [one.template for one in uow.outbox.told_to("E17")] == ["party_informed", "party_released"]


async def test_an_informant_is_dropped_without_a_word() -> None:
    uow = await loss_entered()
    person = await who(uow, "E06")
    await name_party(1, person.id, "informant", actor=await who(uow, "E11"), uow=uow)

    await drop_party(1, person.id, actor=await who(uow, "E11"), uow=uow)

    assert uow.outbox.told_to("E06") == []


async def test_a_change_that_moves_the_grade_voids_rates_outside_the_new_range() -> None:
    uow = await complete()
    owner, person = await who(uow, "E11"), await who(uow, "E17")

    await add_loss(1, {"kind": "other", "amount": "1.00"}, actor=owner, uow=uow)
    kept = await open_dossier(1, uow=uow)
    dossier = kept
    for place in (0, 1, 2, 3):
        loss = {"kind": "discount", "amount": "10.00"}
        dossier = await add_loss(1, loss, actor=owner, uow=uow, instead_of=place)
    dossier = await add_loss(1, {"kind": "discount", "amount": "10.00"}, actor=owner, uow=uow, instead_of=4)

    before, after = kept.party_of(person.id), dossier.party_of(person.id)
    assert before is not None
    assert before.chosen_rate == "60"
    assert after is not None
    assert after.chosen_rate is None
    assert "rate_voided" in uow.log.acts()


@pytest.mark.parametrize("prepared", [put, confirmed])
async def test_a_change_takes_the_case_back_to_investigation(
    prepared: Callable[[], Awaitable[FakeUnitOfWork]],
) -> None:
    uow = await prepared()

    await explain_excess(1, "协商一致", actor=await who(uow, "E11"), uow=uow)

    case = await the_case(uow)
    assert (case.stage, case.above_loss_reason) == (Stage.INVESTIGATING, "协商一致")
    waiting = await uow.duties.where(case_id=1, done_at=None)
    assert [duty for duty in waiting if not duty.is_demanded] == []
    assert await running(uow, Subject.DUTY, own=True) == ()


async def test_a_conclusion_is_forgotten_when_the_case_changes() -> None:
    uow = await loss_entered()
    owner = await who(uow, "E11")
    await conclude_without_charge(1, Bearer.CARRIER, reason="承运人赔付", actor=owner, uow=uow)

    await name_cause(1, "轴封装反", actor=owner, uow=uow)

    case = await the_case(uow)
    assert (case.outcome, case.outcome_reason, case.loss_borne_by) == (None, "", "")
