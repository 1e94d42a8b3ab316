from dataclasses import replace
from datetime import date

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.assess_case import assess_case
from core.errors import NoSuchThing, NotAllowed
from core.model.company import InForce
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.liability import investigated, loss_entered, the_case, verbs

SINCE = date(2025, 1, 1)
LOGISTICS = InForce(rulebook="logistics-liability", since=SINCE)
OWN = InForce(
    rulebook="incident-compensation",
    since=SINCE,
    site="suzhou",
    department="品管部",
    settings={"process_fine": "100.00"},
)
ELSEWHERE = InForce(rulebook="six-grade-incidents", since=SINCE, site="wuxi", department="品管部")
BOTH = (LOGISTICS, OWN, ELSEWHERE)


async def settings_of(uow: FakeUnitOfWork) -> tuple[str, ...]:
    assessment = assess_case(await open_dossier(1, uow=uow), uow=uow).assessment
    assert assessment is not None
    return assessment.needs_configuration


async def test_the_investigator_chooses_the_rulebook_of_the_department_concerned() -> None:
    uow = await investigated(in_force=BOTH)
    await uow.cases.put(replace(await the_case(uow), facts={"cause": "negligence"}))
    quality = await liability_talk(uow, "E11")
    await quality.hits("more:1:1")

    await quality.presses("go_rulebooks")
    assert "现在适用《服务质量与安全事故处理制度》" in quality.words()
    assert verbs(quality.latest()) == ["rulebook", "rulebook", "investigate"]
    await quality.presses("品管部")

    case = await the_case(uow)
    assert (case.rulebook, dict(case.facts)) == ("incident-compensation", {})
    assert "process_fine" not in await settings_of(uow)
    assert uow.log.rows[-1].facts["department"] == "品管部"


async def test_the_way_back_to_the_rulebook_of_all_others() -> None:
    uow = await investigated(in_force=BOTH)
    await uow.cases.put(replace(await the_case(uow), rulebook="incident-compensation"))
    quality = await liability_talk(uow, "E11")
    await quality.hits("rulebooks:1:1")

    await quality.presses("other_departments")

    assert (await the_case(uow)).rulebook == "logistics-liability"


async def test_without_a_departments_own_rulebook_nothing_is_offered() -> None:
    quality = await liability_talk(await investigated(in_force=(LOGISTICS, ELSEWHERE)), "E11")

    await quality.hits("more:1:1")

    assert "rulebooks" not in verbs(quality.latest())


async def test_an_old_button_asks_no_question_that_has_one_answer() -> None:
    quality = await liability_talk(await investigated(in_force=(LOGISTICS, ELSEWHERE)), "E11")

    await quality.hits("rulebooks:1:1")

    assert quality.latest().template == "case_investigated"


async def test_what_is_entered_keeps_its_rulebook() -> None:
    quality = await liability_talk(await loss_entered(in_force=BOTH), "E11")

    with pytest.raises(NotAllowed, match="rulebook_in_use"):
        await quality.hits("rulebook:1:1:incident-compensation")


async def test_a_rulebook_that_does_not_hold_at_the_site_cannot_be_chosen() -> None:
    uow = await investigated(in_force=BOTH)
    quality = await liability_talk(uow, "E11")

    with pytest.raises(NoSuchThing, match="thing_unknown"):
        await quality.hits("rulebook:1:1:six-grade-incidents")
