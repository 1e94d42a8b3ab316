"""An agreed action is done by one, verified by another, and keeps its case open until then."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.change_action import change_verifier, send_back_action, withdraw_action
from core.actions.duty.finish_duty import finish_duty, second_duty
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.duty.read_duty import open_duty, read_duty
from core.actions.duty.undo_duty import undo_duty
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.corrective_action import ActionKind
from core.model.deadline_clock import Subject
from core.model.duty import Duty
from core.rules.case.open_gates import open_gates
from tests.correcting import FIT_TEST, agreed, correcting, finished, proven, the_action, verified
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no
from tests.waiting import what_waits


async def waiting(uow: FakeUnitOfWork, who: str) -> list[str]:
    return [one.kind for one in await what_waits(await by_no(uow, who), uow=uow) if one.duty]


async def test_whoever_is_to_do_it_is_told_and_finds_it_in_what_waits() -> None:
    uow = await correcting()

    await agreed(uow)

    told = uow.outbox.told_to("E03")[-1]
    assert told.template == "action_told"
    assert told.data["what"] == "agreed"
    assert await waiting(uow, "E03") == ["corrective_action"]


async def test_it_is_due_at_the_end_of_its_day_and_its_clock_runs() -> None:
    uow = await correcting()

    await agreed(uow, days=7)

    duty = await the_action(uow)
    assert duty.due_at is not None
    assert duty.due_at.isoformat() == "2025-03-10T16:00:00+00:00"
    clock = await uow.deadline_clocks.one(subject=Subject.DUTY, subject_id=duty.id)
    assert clock is not None
    assert clock.is_running
    assert await uow.timers.running(f"reminder:{clock.id}:")


async def test_an_action_without_an_owner_is_refused() -> None:
    with pytest.raises(NotAllowed, match="action_without_owner"):
        await agreed(await correcting(), doer=None)


async def test_a_due_date_in_the_past_is_refused_and_today_is_not() -> None:
    uow = await correcting()

    with pytest.raises(NotAllowed, match="due_in_past"):
        await agreed(uow, days=-1)

    await agreed(uow, days=0)
    assert (await the_action(uow)).is_open


async def test_a_verifier_who_is_the_doer_is_refused() -> None:
    with pytest.raises(NotAllowed, match="verifier_is_doer"):
        await agreed(await correcting(), verifier="E03")


async def test_who_has_left_does_and_verifies_nothing() -> None:
    uow = await correcting()
    gone = await by_no(uow, "E03")
    await uow.persons.put(replace(gone, left_on=(NOW - timedelta(days=3)).date()))

    with pytest.raises(NoSuchThing, match="person_unknown"):
        await agreed(uow)
    with pytest.raises(NoSuchThing, match="person_unknown"):
        await agreed(uow, doer="E01", verifier="E03")


@pytest.mark.parametrize(("doer", "verifier"), [("E03", "E11"), ("E11", "E12")])
async def test_the_investigator_verifies_and_another_of_quality_what_the_investigator_does(
    doer: str, verifier: str
) -> None:
    uow = await correcting()

    await agreed(uow, doer=doer, by="E12")

    assert (await the_action(uow)).data["verifier"] == (await by_no(uow, verifier)).id


async def test_without_quality_the_doers_superior_verifies_and_without_anybody_it_is_refused() -> None:
    uow = await correcting()
    for number in ("E11", "E12"):
        await uow.persons.put(replace(await by_no(uow, number), grants=()))

    await agreed(uow, doer="E11")
    assert (await the_action(uow)).data["verifier"] == (await by_no(uow, "E04")).id

    await uow.persons.put(replace(await by_no(uow, "E11"), manager_no=None))
    with pytest.raises(NotAllowed, match="nobody_to_verify"):
        await agreed(uow, doer="E11")


async def test_once_finished_it_waits_for_the_verifier_alone() -> None:
    uow = await correcting()
    await agreed(uow)

    await finished(uow)

    assert await waiting(uow, "E03") == []
    assert await waiting(uow, "E11") == ["duty_to_second"]
    assert uow.outbox.told_to("E11")[-1].data["what"] == "finished"


async def test_it_is_not_finished_without_evidence() -> None:
    uow = await correcting()
    await agreed(uow)
    duty = await the_action(uow)

    with pytest.raises(NotAllowed, match="duty_incomplete"):
        await finish_duty(duty.id, duty.version, actor=await by_no(uow, "E03"), uow=uow)


async def test_verified_it_is_done_and_its_doer_is_told() -> None:
    uow = await correcting()
    await agreed(uow)

    await verified(uow)

    duty = await the_action(uow)
    assert not duty.is_open
    assert uow.outbox.told_to("E03")[-1].data["what"] == "verified"
    clock = await uow.deadline_clocks.one(subject=Subject.DUTY, subject_id=duty.id)
    assert clock is not None
    assert not clock.is_running


async def test_a_doer_who_has_become_the_verifier_does_not_verify_but_others_of_quality_do() -> None:
    uow = await correcting()
    await agreed(uow)
    duty = await the_action(uow)
    heir = await by_no(uow, "E11")
    await uow.duties.put(replace(duty, owner_id=heir.id))
    await finished(uow, doer="E11")

    duty = await the_action(uow)
    with pytest.raises(NotThisPerson):
        await second_duty(duty.id, duty.version, actor=heir, uow=uow)
    await second_duty(duty.id, duty.version, actor=await by_no(uow, "E12"), uow=uow)

    assert not (await the_action(uow)).is_open


async def test_until_it_is_verified_the_case_stays_open() -> None:
    uow = await correcting()
    await agreed(uow)

    assert [duty.label.zh_hans for duty in open_gates(await open_dossier(1, uow=uow))] == [FIT_TEST]
    await verified(uow)
    assert open_gates(await open_dossier(1, uow=uow)) == ()


async def test_sent_back_it_waits_for_its_doer_again_who_is_told_why() -> None:
    uow = await correcting()
    await agreed(uow)
    await finished(uow)
    duty = await the_action(uow)

    await send_back_action(duty.id, duty.version, "只做了三台", actor=await by_no(uow, "E11"), uow=uow)

    assert await waiting(uow, "E03") == ["corrective_action"]
    assert uow.outbox.told_to("E03")[-1].data["reason"] == "只做了三台"


async def test_only_what_is_finished_is_sent_back_and_only_by_its_verifier() -> None:
    uow = await correcting()
    await agreed(uow)
    duty, quality = await the_action(uow), await by_no(uow, "E11")

    with pytest.raises(NotThisPerson):
        await send_back_action(duty.id, duty.version, "没做", actor=quality, uow=uow)
    with pytest.raises(WrongStage, match="duty_not_finished"):
        await send_back_action(duty.id, duty.version, "没做", actor=await by_no(uow, "E03"), uow=uow)


async def test_withdrawn_it_is_no_longer_asked_for() -> None:
    uow = await correcting()
    await agreed(uow)
    duty, quality = await the_action(uow), await by_no(uow, "E11")

    with pytest.raises(SomebodyWasFirst):
        await withdraw_action(duty.id, duty.version + 1, "改用别的办法", actor=quality, uow=uow)
    await withdraw_action(duty.id, duty.version, "改用别的办法", actor=quality, uow=uow)

    assert (await the_action(uow)).has_fallen_away
    assert await waiting(uow, "E03") == []
    assert uow.outbox.told_to("E03")[-1].data["what"] == "withdrawn"


async def test_what_is_verified_is_not_withdrawn() -> None:
    uow = await correcting()
    await agreed(uow)
    await verified(uow)
    duty = await the_action(uow)

    with pytest.raises(WrongStage, match="action_verified_already"):
        await withdraw_action(duty.id, duty.version, "太晚", actor=await by_no(uow, "E11"), uow=uow)


async def test_another_verifier_is_named_before_and_after_it_is_finished() -> None:
    uow = await correcting()
    await agreed(uow)
    quality, other = await by_no(uow, "E11"), await by_no(uow, "E12")
    duty = await the_action(uow)

    with pytest.raises(NotAllowed, match="verifier_is_doer"):
        await change_verifier(duty.id, duty.version, (await by_no(uow, "E03")).id, actor=quality, uow=uow)
    await change_verifier(duty.id, duty.version, other.id, actor=quality, uow=uow)
    await finished(uow)
    assert await waiting(uow, "E12") == ["duty_to_second"]

    duty = await the_action(uow)
    await change_verifier(duty.id, duty.version, quality.id, actor=quality, uow=uow)
    assert await waiting(uow, "E12") == []
    assert await waiting(uow, "E11") == ["duty_to_second"]


async def test_taken_back_it_is_its_doers_again() -> None:
    uow = await correcting()
    await agreed(uow)
    actor = await finished(uow)

    await undo_duty((await the_action(uow)).id, actor=actor, uow=uow)

    assert await waiting(uow, "E03") == ["corrective_action"]


async def test_only_who_plans_agrees_on_actions_and_not_once_the_case_is_closed() -> None:
    uow = await correcting()

    with pytest.raises(NotThisPerson, match="corrected_by_quality"):
        await agreed(uow, by="E10")

    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))
    with pytest.raises(WrongStage):
        await agreed(uow)


async def test_a_duty_of_the_rulebook_is_no_action() -> None:
    uow = await correcting(rulebook="complaint-corrective-actions")
    await open_rulebook_duties(1, uow=uow)
    duty = await uow.duties.one(rule="cause_analysis")
    assert duty is not None

    with pytest.raises(NoSuchThing, match="thing_unknown"):
        await withdraw_action(duty.id, duty.version, "x", actor=await by_no(uow, "E11"), uow=uow)


async def test_its_doer_may_read_it_and_others_may_not() -> None:
    uow = await correcting()
    await agreed(uow, kind=ActionKind.PREVENTIVE)
    duty: Duty = await the_action(uow)
    await proven(uow, duty)

    assert (await read_duty(duty.id, actor=await by_no(uow, "E03"), uow=uow)).names() == ("李强",)
    with pytest.raises(NotThisPerson):
        await read_duty(duty.id, actor=await by_no(uow, "E01"), uow=uow)


async def test_a_verifier_may_be_chosen_from_the_start() -> None:
    uow = await correcting()

    await agreed(uow, verifier="E12")

    assert (await the_action(uow)).data["verifier"] == (await by_no(uow, "E12")).id


async def test_an_action_says_what_is_to_be_done() -> None:
    with pytest.raises(NotAllowed, match="text_is_empty"):
        await agreed(await correcting(), what="  ")


async def test_what_waits_for_somebody_who_has_left_falls_to_quality() -> None:
    uow = await correcting()
    await agreed(uow)
    await uow.persons.put(replace(await by_no(uow, "E03"), left_on=(NOW - timedelta(days=3)).date()))

    file = await read_duty((await the_action(uow)).id, actor=await by_no(uow, "E11"), uow=uow)

    assert file.names() == ("陈洁", "郭平")


async def test_without_quality_it_falls_to_the_admins() -> None:
    uow = await correcting()
    await agreed(uow)
    for number in ("E03", "E11", "E12"):
        gone = replace(await by_no(uow, number), left_on=(NOW - timedelta(days=3)).date())
        await uow.persons.put(gone)

    file = await open_duty(await the_action(uow), uow=uow)

    assert file.names() == ("孙丽",)


async def test_who_is_no_longer_known_is_told_nothing() -> None:
    uow = await correcting()
    await agreed(uow)
    duty = await the_action(uow)
    await uow.duties.put(
        replace(duty, data={**duty.data, "doer": 999}, owner_id=(await by_no(uow, "E03")).id)
    )

    await verified(uow)

    assert uow.outbox.told_to("E03")[-1].data["what"] == "agreed"
