from core.actions.duty.asked_for import asked_for
from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.finish_duty import finish_duty
from core.actions.person.read_roster import read_roster
from core.rules.duty.duty_holders import asked_to
from tests.demanding import the_duty, under_demands
from tests.make import by_no


async def test_a_verification_waits_for_nobody_who_did_what_is_verified() -> None:
    uow = await under_demands()
    duty, doer = await the_duty(uow, "improve"), await by_no(uow, "E11")
    filled = await fill_duty(duty.id, duty.version, 0, "换密封", actor=doer, uow=uow)
    await finish_duty(duty.id, filled.duty.version, actor=doer, uow=uow)
    verify = await the_duty(uow, "verify")
    roster = await read_roster(verify.case_id, "suzhou", uow=uow)

    asked = await asked_for(verify, roster, uow=uow)

    assert asked
    assert doer not in asked
    assert doer in asked_to(verify, roster, frozenset())
