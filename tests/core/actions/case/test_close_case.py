from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.actions.appeal.make_appeal import make_appeal
from core.actions.case.close_case import check_closing, close_case
from core.actions.figures.approve_figures import approve_figures
from core.actions.investigation.conclude_without_charge import Bearer, conclude_without_charge
from core.errors import NotAllowed, NotThisPerson, Refusal, WrongStage
from core.model.case import Case, Outcome, Stage
from core.model.company import InForce
from core.model.duty import RULEBOOK_DUTY, Duty
from core.model.party import Party
from core.model.roles import Grant, Role
from core.rulebook.compiled import CompiledRulebook
from core.screens.case import case_screen
from core.screens.closing import closing_screen
from tests.core.rulebook.shipped import compiled
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, last_told, put, the_case, version, who
from tests.make import NOW, company

OWN = """
id = "own"
edition = "undated"
zone = "Asia/Shanghai"
title = { zh-Hans = "自己的", en = "Own" }
clauses = ["1", "2"]

[facts.not_ours]
type = "boolean"
clause = "1"
label = { zh-Hans = "不是本厂责任", en = "Not our fault" }

SETTINGS
[closing]
clause = "1"
label = { zh-Hans = "责任人明确后关闭", en = "Closed once somebody is named" }
at_once = { fact = "not_ours", is = true }
needs_parties = true

[retention]
clause = "2"
years = YEARS
"""


YEARS_TO_SETTLE = """[settings.years]
clause = "2"
status = "missing"
type = "count"
label = { zh-Hans = "保存年限", en = "Years kept" }
"""


class Own:
    """One edition for every case."""

    def __init__(self, years: str) -> None:
        settled = YEARS_TO_SETTLE if "setting" in years else ""
        self._edition = compiled(OWN.replace("YEARS", years).replace("SETTINGS", settled))

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        del rulebook, day
        return self._edition


async def decided() -> FakeUnitOfWork:
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    for duty in await uow.duties.where(case_id=1, done_at=None):
        await uow.duties.put(replace(duty, done_at=NOW, done_by=1))
    return uow


async def under_own(facts: dict[str, object], kept: str = "3", **settings: object) -> FakeUnitOfWork:
    """Case 1 decided with nobody charged under a rulebook of the company's own."""
    uow = await decided()
    entry = InForce(rulebook="own", since=date(2020, 1, 1), settings=settings)
    uow.company = company(in_force=(entry,))
    uow.rulebooks = Own(kept)  # type: ignore[assignment]  # the shipped ones have the same face
    for party in await uow.parties.where(case_id=1):
        await uow.parties.remove(party.id)
    case = await the_case(uow)
    await uow.cases.put(
        replace(case, rulebook="own", facts=facts, losses=(), departments=(), outcome=Outcome.NOBODY_CHARGED)
    )
    return uow


async def close(uow: FakeUnitOfWork, employee_no: str = "E11") -> Case:
    return await close_case(1, actor=await who(uow, employee_no), uow=uow)


def gate(**changes: Any) -> Duty:
    label = {"zh-Hans": "原因已查明", "en": "Cause analysed"}
    settings: dict[str, Any] = {
        "case_id": 1,
        "kind": RULEBOOK_DUTY,
        "owner_id": None,
        "rule": "cause_analysed",
        "key": "case:1:own:cause_analysed",
        "clause": "5.1#2",
        "opened_at": NOW,
        "data": {"label": label, "gate": True},
    }
    return Duty(**(settings | changes))


def missing(refused: Refusal) -> list[tuple[str, str]]:
    gaps = refused.data["gaps"]
    assert isinstance(gaps, tuple)
    return [(gap.kind, gap.clause) for gap in gaps]


async def test_a_decided_case_is_closed_and_reporter_and_investigator_are_told() -> None:
    uow = await decided()

    case = await close(uow)

    assert case.stage is Stage.CLOSED
    assert "case_closed" in uow.log.acts()
    assert last_told(uow, "E10", "case_closed").data["number"] == case.number
    assert last_told(uow, "E11", "case_closed").data["kept_until"] is None


async def test_an_open_gate_keeps_the_case_open_and_is_named_with_its_clause() -> None:
    uow = await decided()
    await uow.duties.add(gate())

    with pytest.raises(NotAllowed, match="closing_gaps") as refused:
        await close(uow)

    assert missing(refused.value) == [("gate", "5.1#2")]
    assert (await the_case(uow)).stage is Stage.DECIDED


async def test_the_screen_offers_to_close_only_when_nothing_is_missing_and_else_the_way_to_it() -> None:
    uow = await decided()
    free = closing_screen(await check_closing(1, actor=await who(uow, "E11"), uow=uow))
    await uow.duties.add(gate())
    kept = closing_screen(await check_closing(1, actor=await who(uow, "E11"), uow=uow))

    verbs = [[button.verb for row in screen.rows for button in row] for screen in (free, kept)]

    assert verbs == [["close_now", "case"], ["duties", "case"]]


async def test_a_gate_with_evidence_no_longer_holds_the_case() -> None:
    uow = await decided()
    await uow.duties.add(gate(done_at=NOW, done_by=1))

    assert (await close(uow)).stage is Stage.CLOSED


async def test_an_appeal_not_yet_heard_keeps_the_case_open() -> None:
    uow = await decided()
    person = await who(uow, "E17")
    notice = await uow.notices.one(person_id=person.id)
    assert notice is not None
    await make_appeal(notice.id, reason="不是我装的", actor=person, uow=uow)

    with pytest.raises(NotAllowed) as refused:
        await close(uow)

    assert missing(refused.value) == [("appeal", "")]


async def test_a_case_is_not_closed_before_it_is_decided() -> None:
    uow = await put()

    with pytest.raises(WrongStage):
        await close(uow)


async def test_who_is_not_quality_closes_nothing() -> None:
    uow = await decided()

    with pytest.raises(NotThisPerson, match="closed_by_quality"):
        await close(uow, "E10")


async def test_who_is_named_in_the_case_does_not_close_it_though_quality() -> None:
    uow = await decided()
    person = await who(uow, "E17")
    await uow.persons.put(replace(person, grants=(Grant(Role.QUALITY, "suzhou"),)))

    with pytest.raises(NotThisPerson):
        await close(uow, "E17")


async def test_closing_twice_counts_once() -> None:
    uow = await decided()
    await close(uow)

    with pytest.raises(WrongStage):
        await close(uow)

    assert uow.log.acts().count("case_closed") == 1


async def test_a_rulebook_may_want_somebody_named_before_closing() -> None:
    uow = await under_own({})

    with pytest.raises(NotAllowed) as refused:
        await close(uow)

    assert missing(refused.value) == [("person", "1")]


async def test_a_rulebook_may_close_at_once_what_is_not_the_companys_fault() -> None:
    uow = await under_own({"not_ours": True})
    await uow.duties.add(gate())

    case = await close(uow)

    assert case.stage is Stage.CLOSED
    assert last_told(uow, "E11", "case_closed").data["kept_until"] == date(2028, 3, 3)


async def test_facts_that_the_rulebook_cannot_read_close_nothing_at_once() -> None:
    uow = await under_own({"not_ours": "unheard"})

    with pytest.raises(NotAllowed):
        await close(uow)


@pytest.mark.parametrize(("settings", "kept"), [({}, None), ({"years": 5}, date(2030, 3, 3))])
async def test_the_years_kept_may_be_the_companys_to_settle(
    settings: dict[str, object], kept: date | None
) -> None:
    uow = await under_own({"not_ours": True}, '{ setting = "years" }', **settings)

    await close(uow)

    assert last_told(uow, "E11", "case_closed").data["kept_until"] == kept


async def test_the_cases_screen_offers_closing_to_quality_alone() -> None:
    uow = await decided()
    case = await the_case(uow)

    screens = {
        number: case_screen(case, uow.company, (), owner=None, reader=await who(uow, number))
        for number in ("E11", "E10")
    }

    verbs = {number: [button.verb for row in one.rows for button in row] for number, one in screens.items()}
    assert "close" in verbs["E11"]
    assert "close" not in verbs["E10"]


async def test_a_refused_case_waits_for_nobody_to_be_named() -> None:
    uow = await under_own({})
    await uow.cases.put(replace(await the_case(uow), stage=Stage.REFUSED, outcome=Outcome.UNJUSTIFIED))

    assert (await close(uow)).stage is Stage.CLOSED


async def test_nobody_charged_is_not_concluded_where_such_a_case_could_never_be_closed() -> None:
    uow = await under_own({})
    await uow.cases.put(replace(await the_case(uow), stage=Stage.INVESTIGATING, outcome=None))

    with pytest.raises(NotAllowed, match="party_needed") as refused:
        await conclude_without_charge(
            1, Bearer.COMPANY, reason="与个人无关", actor=await who(uow, "E11"), uow=uow
        )

    assert refused.value.data["clause"] == "1"


async def test_nobody_charged_is_concluded_where_the_rulebook_closes_at_once() -> None:
    uow = await under_own({"not_ours": True})
    await uow.cases.put(replace(await the_case(uow), stage=Stage.INVESTIGATING, outcome=None))

    await conclude_without_charge(
        1, Bearer.COMPANY, reason="与个人无关", actor=await who(uow, "E11"), uow=uow
    )

    assert (await the_case(uow)).stage is Stage.APPROVING


async def test_nobody_charged_is_concluded_where_somebody_is_named_without_being_charged() -> None:
    uow = await under_own({})
    await uow.cases.put(replace(await the_case(uow), stage=Stage.INVESTIGATING, outcome=None))
    person = await who(uow, "E17")
    await uow.parties.add(
        Party(
            case_id=1,
            person_id=person.id,
            role="responsible",
            department="仓储部",
            hearing_due_at=NOW,
            named_by=1,
            named_at=NOW,
        )
    )

    await conclude_without_charge(
        1, Bearer.COMPANY, reason="与个人无关", actor=await who(uow, "E11"), uow=uow
    )

    assert (await the_case(uow)).stage is Stage.APPROVING
