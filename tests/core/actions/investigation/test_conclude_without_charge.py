from dataclasses import replace

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.read_figures import standing_figures
from core.actions.investigation.conclude_without_charge import Bearer, conclude_without_charge
from core.errors import NotAllowed, NotThisPerson
from core.model.case import Outcome, Stage
from core.rules.figures.approval_chain import next_step
from core.screens.figures_put import concluded
from tests.fakes import FakeUnitOfWork
from tests.liability import last_told, named, the_case, version, who


async def conclude(uow: FakeUnitOfWork, employee_no: str = "E11") -> None:
    await conclude_without_charge(
        1, Bearer.SUPPLIER, reason="轴封来料不良", actor=await who(uow, employee_no), uow=uow
    )


async def test_nobody_charged_goes_to_the_chain_with_reason_and_bearer() -> None:
    uow = await named()

    await conclude(uow)

    case = await the_case(uow)
    assert (case.stage, case.outcome, case.loss_borne_by) == (
        Stage.APPROVING,
        Outcome.NOBODY_CHARGED,
        "supplier",
    )
    card = last_told(uow, "E05", "approval_asked")
    assert (card.data["bearer"], card.data["outcome_reason"]) == ("supplier", "轴封来料不良")
    assert concluded(await open_dossier(1, uow=uow)).data["approvers"] == ("赵刚",)


async def test_approved_it_is_decided_without_notices_and_the_named_are_told() -> None:
    uow = await named()
    await conclude(uow)
    dossier = await open_dossier(1, uow=uow)
    asked = next_step(dossier, await standing_figures(1, dossier.case.version, uow=uow))
    assert asked is not None

    await approve_figures(1, await version(uow), asked.step, actor=await who(uow, "E05"), uow=uow)

    assert (await the_case(uow)).outcome is Outcome.NOBODY_CHARGED
    assert await uow.notices.where(case_id=1) == ()
    for employee_no in ("E17", "E03", "E01"):
        assert last_told(uow, employee_no, "party_released").data["stage"] is Stage.DECIDED


async def test_only_the_investigator_concludes() -> None:
    uow = await named()

    with pytest.raises(NotThisPerson):
        await conclude(uow, "E10")


async def test_a_request_the_rulebook_refuses_cannot_be_concluded_on() -> None:
    uow = await named()
    await uow.cases.put(replace(await the_case(uow), losses=({"kind": "ransom", "amount": "1.00"},)))

    with pytest.raises(NotAllowed, match="figures_faulty"):
        await conclude(uow)
