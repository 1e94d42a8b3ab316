from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.read_figures import standing_figures
from core.actions.figures.reject_figures import reject_figures
from core.actions.investigation.name_cause import name_cause
from core.errors import FiguresChanged, NoSuchThing, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.assessment import ApprovalStep
from core.model.case import Outcome, Stage
from core.model.decision import Act
from core.rules.figures.approval_chain import act_of, chain
from core.rules.figures.desk_rights import Said
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, last_told, put, the_case, verbs, version, who
from tests.make import NOW

STEP = 2


async def approve(uow: FakeUnitOfWork, employee_no: str = "E05", step: int = STEP) -> Said:
    return await approve_figures(1, await version(uow), step, actor=await who(uow, employee_no), uow=uow)


async def test_the_general_manager_decides_a_serious_case() -> None:
    uow = await confirmed()

    assert await approve(uow) is Said.DONE

    case = await the_case(uow)
    assert (case.stage, case.outcome) == (Stage.DECIDED, Outcome.CHARGED)
    assert len(await uow.notices.where(case_id=1)) == 3
    assert last_told(uow, "E11", "case_decided").data["outcome"] is Outcome.CHARGED
    assert last_told(uow, "E10", "case_decided")


async def test_a_second_approval_counts_once() -> None:
    uow = await confirmed()
    await approve(uow)

    assert await approve(uow) is Said.ALREADY
    assert len(await uow.notices.where(case_id=1)) == 3


@pytest.mark.parametrize("stranger", ["E11", "E04", "E08", "E09"])
async def test_who_does_not_hold_the_post_is_told_who_does(stranger: str) -> None:
    uow = await confirmed()

    with pytest.raises(NotThisPerson, match="step_of_others") as refused:
        await approve(uow, stranger)

    assert refused.value.data["names"] == ("赵刚",)


@pytest.mark.parametrize("involved", ["E17", "E03", "E10"])
async def test_nobody_named_nor_who_reported_it_approves(involved: str) -> None:
    uow = await confirmed()

    with pytest.raises(NotThisPerson, match="approver_is_involved"):
        await approve(uow, involved)


async def test_a_step_that_is_not_next_is_over() -> None:
    uow = await confirmed()

    with pytest.raises(SomebodyWasFirst):
        await approve(uow, step=9)


async def test_nothing_is_approved_before_all_have_answered() -> None:
    uow = await put()

    with pytest.raises(WrongStage):
        await approve(uow)


async def test_an_approval_of_changed_figures_is_refused() -> None:
    uow = await confirmed()
    shown = await version(uow)
    await name_cause(1, "轴封装反", actor=await who(uow, "E11"), uow=uow)

    with pytest.raises(FiguresChanged):
        await approve_figures(1, shown, STEP, actor=await who(uow, "E05"), uow=uow)


async def test_a_rejection_takes_the_case_back_under_a_new_version() -> None:
    uow = await confirmed()
    shown = await version(uow)

    await reject_figures(1, shown, STEP, reason="比例偏低", actor=await who(uow, "E05"), uow=uow)

    case = await the_case(uow)
    assert (case.stage, case.version) == (Stage.INVESTIGATING, shown + 1)
    assert last_told(uow, "E11", "figures_rejected").data["reason"] == "比例偏低"
    assert verbs(last_told(uow, "E05", "approval_asked")) == ["why", "evidence"]


async def test_a_rejection_without_investigator_stands() -> None:
    uow = await confirmed()
    await uow.cases.put(replace(await the_case(uow), owner_id=None))

    await reject_figures(1, await version(uow), STEP, reason="比例偏低", actor=await who(uow, "E05"), uow=uow)

    assert (await the_case(uow)).stage is Stage.INVESTIGATING


async def test_a_step_that_nobody_free_holds_waits_and_the_admins_are_told() -> None:
    uow = await put()
    await uow.persons.put(replace(await who(uow, "E05"), left_on=NOW.date() - timedelta(days=1)))
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)

    assert (await the_case(uow)).stage is Stage.APPROVING
    assert uow.outbox.told_to("E07")[-1].template == "nobody_entitled"


async def test_figures_that_were_never_put_cannot_be_read() -> None:
    uow = await put()

    with pytest.raises(NoSuchThing):
        await standing_figures(1, 1, uow=uow)


async def test_a_rulebook_that_names_nobody_leaves_the_approval_to_the_general_manager() -> None:
    uow = await put()
    figures = await standing_figures(1, await version(uow), uow=uow)

    assert [one.by for one in chain(structs.replace(figures, approvals=()))] == ["general_manager"]


def test_a_recheck_is_written_down_as_one() -> None:
    assert act_of(ApprovalStep("1", 1, "office", "recheck")) is Act.RECHECKED
    assert act_of(ApprovalStep("1", 1, "office", "decide")) is Act.APPROVED
