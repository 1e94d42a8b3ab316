"""What a decided consequence does to its case, and how it is taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.duty.decide_consequence import decide_consequence
from core.actions.duty.propose_consequence import CONSEQUENCE
from core.actions.duty.take_back_consequence import take_back_consequence
from core.actions.investigation.make_statement import make_statement
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.case import Stage
from core.model.consequence_done import done_by
from core.model.deadline_clock import Subject
from core.model.duty import Duty
from core.model.roles import Role
from tests.clocks import running
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, given, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no
from tests.ringing import hours_pass
from tests.waiting import what_waits

LABEL = 'by = "laboratory", label = { zh-Hans = "减 2 分", en = "2 points off" }'
ROLE = "worker"
BREACHES = """
[facts.breaches]
type = "choices"
clause = "5"
if_absent = "no"
label = { zh-Hans = "违规", en = "Breaches" }

[facts.breaches.choices]
late_analysis = { label = { zh-Hans = "分析迟了", en = "Analysis late" } }
late_answer = { label = { zh-Hans = "答复迟了", en = "Answer late" } }

[facts.late]
type = "boolean"
clause = "5"
label = { zh-Hans = "迟了", en = "Late" }

[[sanctions]]
clause = "5"
when = { fact = "breaches", has = "late_analysis" }
roles = "ROLE"
points = -2

[[sanctions]]
clause = "5"
when = { fact = "late", is = true }
roles = "ROLE"
points = -2

[[sanctions]]
clause = "5"
when = { fact = "breaches", has = "late_answer" }
roles = "ROLE"
points = -2
""".replace("ROLE", ROLE)


async def late(effect: str, **changes: object) -> FakeUnitOfWork:
    """The goods were to be analysed within 48 hours by 陈洁, who leads the case, and are not; 郑芳 (E09) decides."""
    missed = f"missed = {{ {LABEL}, {effect} }}\n"
    book = compiled(TEXT.replace("[deadlines.analysis]\n", f"[deadlines.analysis]\n{missed}") + BREACHES)
    uow = await under_demands(book, **changes)
    uow.company = replace(uow.company, posts={**uow.company.posts, "laboratory": Role.RECHECK})
    uow.now = NOW + timedelta(hours=2)
    await given(uow, events={"arrived": uow.now.isoformat()})
    await hours_pass(uow, 48)
    return uow


async def decided(uow: FakeUnitOfWork) -> Duty:
    (proposal,) = await uow.duties.where(kind=CONSEQUENCE)
    actor = await by_no(uow, "E09")
    return await decide_consequence(proposal.id, "没有说明", is_proposed=True, actor=actor, uow=uow)


async def taken_back(uow: FakeUnitOfWork, duty: Duty) -> Duty:
    return await take_back_consequence(duty.id, actor=await by_no(uow, "E09"), uow=uow)


async def asks(uow: FakeUnitOfWork, employee_no: str) -> None:
    """The proposal is about this person, who was late."""
    (proposal,) = await uow.duties.where(kind=CONSEQUENCE)
    asked = [(await by_no(uow, employee_no)).id]
    await uow.duties.put(replace(proposal, data={**proposal.data, "asked": asked}))


SETS = f'sets = {{ fact = "breaches", has = "late_analysis" }}, role = "{ROLE}"'


async def test_the_fact_is_in_the_case_and_the_one_who_was_late_is_named_and_may_speak() -> None:
    uow = await late(SETS, facts={"breaches": ["late_answer"]})
    await asks(uow, "E17")
    version = (await uow.cases.get(1)).version

    duty = await decided(uow)

    case = await uow.cases.get(1)
    assert (case.version, case.facts["breaches"]) == (version + 1, ["late_answer", "late_analysis"])
    party = await uow.parties.one(case_id=1, person_id=(await by_no(uow, "E17")).id)
    assert party is not None
    assert party.role == ROLE
    assert "party_informed" in [one.template for one in uow.outbox.told_to("E17")]
    assert len(await running(uow, Subject.PARTY)) == 1
    told = uow.outbox.told_to("E11")[-1]
    assert (told.template, told.data["done"]) == ("consequence_told", done_by(duty.answers))


async def test_taken_back_the_case_is_as_it_was_and_it_can_be_decided_again() -> None:
    uow = await late(SETS, facts={"breaches": ["late_answer"]})
    await asks(uow, "E17")

    again = await taken_back(uow, await decided(uow))

    case = await uow.cases.get(1)
    assert case.facts["breaches"] == ["late_answer"]
    assert await uow.parties.where(case_id=1) == ()
    assert await running(uow, Subject.PARTY) == ()
    assert uow.outbox.told_to("E17")[-1].template == "party_released"
    assert uow.outbox.told_to("E11")[-1].data["is_taken_back"] is True
    assert again.is_open
    with pytest.raises(NotAllowed, match="consequence_not_decided"):
        await taken_back(uow, again)
    await decided(uow)
    assert "late_analysis" in str((await uow.cases.get(1)).facts["breaches"])


async def test_a_yes_is_set_once_and_falls_away_when_taken_back() -> None:
    uow = await late('sets = { fact = "late" }')

    duty = await decided(uow)
    assert (await uow.cases.get(1)).facts["late"] is True
    await taken_back(uow, duty)
    assert "late" not in (await uow.cases.get(1)).facts

    await given(uow, facts={"late": True})
    assert done_by((await decided(uow)).answers).is_nothing


async def test_nothing_is_taken_back_once_somebody_has_acted() -> None:
    uow = await late(SETS)
    await asks(uow, "E17")
    duty = await decided(uow)

    await make_statement(1, "停电", actor=await by_no(uow, "E17"), uow=uow)
    with pytest.raises(SomebodyWasFirst, match="consequence_acted_on"):
        await taken_back(uow, duty)

    uow = await late('sets = { fact = "late" }')
    duty = await decided(uow)
    case = await uow.cases.get(1)
    await uow.cases.put(replace(case, version=case.version + 1))
    with pytest.raises(SomebodyWasFirst):
        await taken_back(uow, duty)


@pytest.mark.parametrize("employee_no", ["E11", "E09"])
async def test_who_leads_the_case_or_decides_here_is_not_named_by_it(employee_no: str) -> None:
    uow = await late(SETS)
    await asks(uow, employee_no)

    duty = await decided(uow)

    assert await uow.parties.where(case_id=1) == ()
    assert done_by(duty.answers).fact == "breaches"


async def test_who_has_left_or_is_unknown_or_was_one_of_several_is_not_named() -> None:
    uow = await late(SETS)
    await asks(uow, "E17")
    await uow.persons.put(replace(await by_no(uow, "E17"), left_on=NOW.date() - timedelta(days=1)))
    await decided(uow)
    assert await uow.parties.where(case_id=1) == ()

    for asked in ([98, 99], [99], "?"):
        uow = await late(SETS)
        (proposal,) = await uow.duties.where(kind=CONSEQUENCE)
        await uow.duties.put(replace(proposal, data={**proposal.data, "asked": asked}))
        await decided(uow)
        assert await uow.parties.where(case_id=1) == ()


async def test_a_decided_case_stays_as_it_is_and_the_investigator_is_told() -> None:
    uow = await late('sets = { fact = "late" }')
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.DECIDED))

    duty = await decided(uow)

    assert (await uow.cases.get(1)).facts == {}
    assert done_by(duty.answers).is_nothing
    assert uow.outbox.told_to("E11")[-1].template == "consequence_told"
    assert (await taken_back(uow, duty)).is_open


async def test_a_case_is_taken_over_with_what_is_to_be_done_in_it_and_given_back() -> None:
    uow = await late("takes_over = true")
    actor, before = await by_no(uow, "E09"), (await uow.cases.get(1)).owner_id

    duty = await decided(uow)

    assert (await uow.cases.get(1)).owner_id == actor.id
    assert "investigation" in [one.kind for one in await what_waits(actor, uow=uow)]
    assert [one.template for one in uow.outbox.told_to("E11")[-2:]] == ["triage_asked", "consequence_told"]
    await taken_back(uow, duty)
    assert (await uow.cases.get(1)).owner_id == before

    duty = await decided(uow)
    await uow.cases.put(replace(await uow.cases.get(1), owner_id=1))
    with pytest.raises(SomebodyWasFirst):
        await taken_back(uow, duty)


async def test_a_case_that_nobody_accepted_is_accepted_by_taking_it_over_with_its_fact() -> None:
    uow = await late('sets = { fact = "late" }, takes_over = true', stage=Stage.REGISTERED, owner_id=None)

    duty = await decided(uow)

    case = await uow.cases.get(1)
    assert (case.stage, case.owner_id) == (Stage.INVESTIGATING, (await by_no(uow, "E09")).id)
    assert case.facts["late"] is True
    await taken_back(uow, duty)
    case = await uow.cases.get(1)
    assert (case.stage, case.owner_id, case.facts) == (Stage.REGISTERED, None, {})


async def test_who_leads_it_already_takes_nothing_over() -> None:
    uow = await late("takes_over = true")
    await uow.cases.put(replace(await uow.cases.get(1), owner_id=(await by_no(uow, "E09")).id))

    assert done_by((await decided(uow)).answers).is_nothing


async def test_a_proposal_that_does_not_know_its_deadline_changes_nothing() -> None:
    uow = await late('sets = { fact = "late" }')
    (proposal,) = await uow.duties.where(kind=CONSEQUENCE)
    old = {key: value for key, value in proposal.data.items() if key != "rule"}
    await uow.duties.put(replace(proposal, data=old))

    assert done_by((await decided(uow)).answers).is_nothing


async def test_what_was_not_proposed_is_taken_back_without_a_word_to_others() -> None:
    uow = await late('sets = { fact = "late" }')
    (proposal,) = await uow.duties.where(kind=CONSEQUENCE)
    actor = await by_no(uow, "E09")
    left = await decide_consequence(proposal.id, "停电", is_proposed=False, actor=actor, uow=uow)
    told = len(uow.outbox.told_to("E11"))

    assert (await taken_back(uow, left)).is_open
    assert len(uow.outbox.told_to("E11")) == told
