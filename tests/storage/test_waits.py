"""Duties and cases in brief, as they are read out of the tables."""

from dataclasses import replace
from datetime import timedelta

from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.model.brief import BriefCase, BriefDuty
from core.model.case import Stage
from core.model.duty import RULEBOOK_DUTY, Duty
from core.model.party import Party
from core.model.roles import Role
from tests.make import NOW, case

DUTY = Duty(
    case_id=1,
    kind=RULEBOOK_DUTY,
    owner_id=None,
    data={"not_by": ["analyse"]},
    opened_at=NOW,
    due_at=NOW + timedelta(hours=2),
    role=Role.QUALITY,
    site="suzhou",
)


async def filled(uow: SqlUnitOfWork) -> None:
    await uow.cases.add(case(owner_id=4, reporter_id=5, first_reply_due_at=NOW))
    await uow.cases.add(case(number="250304", stage=Stage.CLOSED))
    for person_id in (7, 8):
        await uow.parties.add(
            Party(
                case_id=1,
                person_id=person_id,
                role="r",
                department="d",
                hearing_due_at=NOW,
                named_by=1,
                named_at=NOW,
            )
        )
    await uow.duties.add(DUTY)
    await uow.duties.add(replace(DUTY, done_at=NOW))
    await uow.duties.add(replace(DUTY, case_id=None, data={}, role=Role.FINANCE, finished_by=3))


async def test_open_duties_come_with_who_leads_reported_and_is_named(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)

        both = await uow.waits.duties(kind=(RULEBOOK_DUTY, "other"))
        (of_quality,) = await uow.waits.duties(kind=RULEBOOK_DUTY, role=(Role.QUALITY, Role.SALES))

    assert both == (
        BriefDuty(1, RULEBOOK_DUTY, 1, "suzhou", Role.QUALITY, DUTY.due_at, None, True, 4, 5, "7,8"),
        BriefDuty(3, RULEBOOK_DUTY, None, "suzhou", Role.FINANCE, DUTY.due_at, 3, False, None, None, ""),
    )
    assert of_quality.named_ids() == frozenset({7, 8})
    assert both[1].named_ids() == frozenset()


async def test_cases_come_with_when_their_first_reply_is_due(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)

        living = await uow.waits.cases(replied_at=None, stage=(Stage.REGISTERED, Stage.DECIDED))

    assert living == (BriefCase(1, NOW),)
