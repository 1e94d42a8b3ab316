from dataclasses import replace
from datetime import date

import pytest

from core.actions.case.accept_case import accept_case
from core.actions.case.hand_over_case import hand_over_case
from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.company import InForce
from core.model.party import Party
from tests.make import NOW, by_no, company, staffed
from tests.make_intake import accepted, forget, registered, second_quality


async def test_the_investigator_leads_the_case() -> None:
    uow = await staffed()
    case = await registered(uow)
    quality = await by_no(uow, "E11")

    case = await accept_case(case, quality, actor=quality, uow=uow)

    assert (case.stage, case.owner_id) == (Stage.INVESTIGATING, quality.id)
    assert uow.log.acts() == ["case_accepted"]


async def test_whoever_reported_the_case_cannot_investigate_it() -> None:
    uow = await staffed()
    case = await registered(uow, "E11")
    quality = await by_no(uow, "E11")

    with pytest.raises(NotThisPerson) as refusal:
        await accept_case(case, quality, actor=quality, uow=uow)

    assert refusal.value.what == "investigator_reported"


async def test_only_quality_of_the_site_investigates() -> None:
    uow = await staffed()
    case = await registered(uow)

    with pytest.raises(NotThisPerson) as refusal:
        await accept_case(case, await by_no(uow, "E17"), actor=await by_no(uow, "E11"), uow=uow)

    assert refusal.value.what == "investigator_not_quality"


async def test_a_leaver_is_no_quality_person_any_more() -> None:
    uow = await staffed()
    case = await registered(uow)
    left = await second_quality(uow)
    await uow.persons.put(replace(left, left_on=date(2025, 3, 2)))

    with pytest.raises(NotThisPerson):
        await accept_case(case, left, actor=await by_no(uow, "E11"), uow=uow)


async def test_a_refused_case_names_nobody_as_first() -> None:
    uow = await staffed()
    case = await registered(uow)
    quality = await by_no(uow, "E11")

    with pytest.raises(SomebodyWasFirst) as refusal:
        await accept_case(replace(case, stage=Stage.REFUSED), quality, actor=quality, uow=uow)

    assert refusal.value.data["who"] == ""


async def test_without_a_rulebook_the_case_waits() -> None:
    uow = await staffed(in_force=())
    case = await registered(uow)
    quality = await by_no(uow, "E11")

    with pytest.raises(NotAllowed) as refusal:
        await accept_case(case, quality, actor=quality, uow=uow)

    assert refusal.value.what == "no_rulebook_in_force"


async def test_once_a_rulebook_is_in_force_the_case_takes_it_and_the_task_is_done() -> None:
    uow = await staffed(in_force=())
    case = await registered(uow)
    quality = await by_no(uow, "E11")
    uow.company = company(in_force=(InForce(rulebook="logistics-liability", since=date(2025, 1, 1)),))

    case = await accept_case(case, quality, actor=quality, uow=uow)

    assert case.rulebook == "logistics-liability"
    assert [duty.done_at for duty in uow.duties.things.values()] == [uow.now]


async def test_a_case_handed_over_has_a_new_owner_who_is_told() -> None:
    uow = await staffed()
    case = await accepted(uow)
    other = await second_quality(uow)

    case = await hand_over_case(case, other, actor=await by_no(uow, "E11"), uow=uow)

    assert case.owner_id == other.id
    assert [message.template for message in uow.outbox.told_to("E12")] == ["triage_asked", "case_handed_over"]


async def test_taking_a_case_over_oneself_needs_no_message() -> None:
    uow = await staffed()
    case = await accepted(uow)
    other = await second_quality(uow)
    forget(uow)

    await hand_over_case(case, other, actor=other, uow=uow)

    assert [message.template for message in uow.outbox.told_to("E12")] == ["triage_asked"]


async def test_only_quality_hands_over_and_only_while_investigating() -> None:
    uow = await staffed()
    case = await accepted(uow)
    other = await second_quality(uow)

    with pytest.raises(NotThisPerson):
        await hand_over_case(case, other, actor=await by_no(uow, "E04"), uow=uow)
    with pytest.raises(WrongStage):
        await hand_over_case(replace(case, stage=Stage.CONFIRMING), other, actor=other, uow=uow)


async def test_a_party_does_not_investigate() -> None:
    uow = await staffed()
    case = await accepted(uow)
    other = await second_quality(uow)
    await uow.parties.add(
        Party(
            case_id=case.id,
            person_id=other.id,
            role="direct",
            department="品管部",
            hearing_due_at=NOW,
            named_by=2,
            named_at=NOW,
        )
    )

    with pytest.raises(NotThisPerson) as refusal:
        await hand_over_case(case, other, actor=await by_no(uow, "E11"), uow=uow)

    assert refusal.value.what == "investigator_is_party"
