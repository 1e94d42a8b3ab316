"""Who is named in a case does not deal with its customer; somebody always does."""

import pytest

from core.actions.remedy.adjust_remedy import adjust_remedy
from core.actions.remedy.agree_remedy import ASK_CUSTOMER
from core.actions.remedy.carry_out import add_proof, carry_out
from core.actions.remedy.survey_customer import survey_rang
from core.errors import NotThisPerson
from core.model.negotiation import Contentment
from core.model.party import Party
from core.rules.remedy.remedy_rights import may_lead
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.remedies import agreed, answered, asked, done, piece, the_plan, with_customer


async def name_the_reporter(uow: FakeUnitOfWork) -> None:
    reporter, owner = await by_no(uow, "E10"), await by_no(uow, "E11")
    await uow.parties.add(
        Party(
            case_id=1,
            person_id=reporter.id,
            role="responsible",
            department=reporter.department,
            hearing_due_at=uow.now,
            named_by=owner.id,
            named_at=uow.now,
        )
    )


async def test_who_is_named_leaves_the_customer_to_the_investigator() -> None:
    uow = await with_customer()
    await agreed(uow)
    await name_the_reporter(uow)
    file, reporter, owner = await the_plan(uow), await by_no(uow, "E10"), await by_no(uow, "E11")

    with pytest.raises(NotThisPerson, match="remedy_by_named"):
        await adjust_remedy(1, file.remedy.version, "客户要求加急", actor=reporter, uow=uow)
    with pytest.raises(NotThisPerson, match="remedy_by_named"):
        await answered(uow, Contentment.SATISFIED)
    assert (may_lead(file, reporter), may_lead(file, owner)) == (False, True)


async def test_the_question_to_the_customer_goes_to_the_investigator_where_the_reporter_is_named() -> None:
    uow = await with_customer()
    file, owner = await agreed(uow), await by_no(uow, "E11")
    await name_the_reporter(uow)

    for one in file.undertakings:
        await add_proof(1, file.remedy.version, one.id, piece("维修记录"), actor=owner, uow=uow)
        await carry_out(1, file.remedy.version, one.id, one.cost, actor=owner, uow=uow)

    assert [duty.owner_id for duty in await uow.duties.where(kind=ASK_CUSTOMER)] == [owner.id]


async def test_who_asked_the_customer_and_is_named_since_is_not_reminded() -> None:
    uow = await with_customer()
    await done(uow)
    await asked(uow)
    await name_the_reporter(uow)
    before = len(uow.outbox.told_to("E10"))

    (timer,) = await uow.timers.running("survey_reminder")
    await survey_rang(timer, uow)

    assert uow.outbox.told_to("E11")[-1].template == "customer_silent"
    assert len(uow.outbox.told_to("E10")) == before
