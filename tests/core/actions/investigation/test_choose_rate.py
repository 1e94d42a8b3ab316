from dataclasses import replace
from datetime import date

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.assess_case import assess_case
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.set_fact import set_fact
from core.errors import NoSuchThing, NotAllowed
from core.model.company import InForce
from core.model.money import Money
from core.model.pay_law import MinimumWage
from core.rules.figures.figures_kept import figures_hash, figures_in, figures_kept, result_of
from tests.liability import complete, loss_entered, named, the_case, who, with_wage
from tests.make import SUZHOU


async def test_a_rate_inside_the_range_is_kept_with_its_reason() -> None:
    uow = await named()
    person = await who(uow, "E17")

    dossier = await choose_rate(1, person.id, "６５％", reason="首次", actor=await who(uow, "E11"), uow=uow)

    party = dossier.party_of(person.id)
    assert party is not None
    assert (party.chosen_rate, party.reason) == ("65", "首次")


async def test_a_rate_outside_is_refused_with_range_and_clause() -> None:
    uow = await named()

    with pytest.raises(NotAllowed, match="rate_outside") as refused:
        await choose_rate(
            1, (await who(uow, "E17")).id, "85", reason="严重", actor=await who(uow, "E11"), uow=uow
        )

    assert refused.value.data == {"rate": "85", "low": "60", "high": "80", "clause": "5.1"}


async def test_where_nothing_is_to_choose_no_rate_is_taken() -> None:
    uow = await named()
    for place in range(5):
        loss = {"kind": "indirect", "amount": "1.00"}
        await add_loss(1, loss, actor=await who(uow, "E11"), uow=uow, instead_of=place)

    with pytest.raises(NotAllowed, match="no_rate_to_choose"):
        await choose_rate(
            1, (await who(uow, "E17")).id, "60", reason="首次", actor=await who(uow, "E11"), uow=uow
        )


async def test_who_is_not_named_has_no_rate() -> None:
    uow = await loss_entered()

    with pytest.raises(NoSuchThing, match="party_unknown"):
        await choose_rate(1, 3, "60", reason="首次", actor=await who(uow, "E11"), uow=uow)


async def test_the_1460_example_comes_out_as_the_rulebook_says() -> None:
    uow = await complete(minimum_wages=(MinimumWage("suzhou", date.min, Money.of("2490.00")),))
    await with_wage(uow, "E17", "3000")

    assessment = assess_case(await open_dossier(1, uow=uow), uow=uow).assessment

    assert assessment is not None
    amounts = [result_of(assessment, (await who(uow, no)).id) for no in ("E17", "E03", "E01")]
    assert [str(one.amount) for one in amounts if one] == ["876.00", "146.00", "146.00"]
    assert (str(assessment.direct_loss), str(assessment.company_bears)) == ("1460.00", "292.00")
    assert [str(month) for month in assessment.withholding[0].months] == ["510.00", "366.00"]


async def test_figures_are_kept_and_read_back_whole() -> None:
    uow = await complete()
    assessed = assess_case(await open_dossier(1, uow=uow), uow=uow)
    assert assessed.assessment is not None

    kept = figures_kept(assessed.assessment)

    assert figures_in(kept) == assessed.assessment
    assert figures_hash(assessed.request, kept) == figures_hash(dict(assessed.request), dict(kept))
    assert result_of(assessed.assessment, 99) is None


async def test_what_the_rulebook_does_not_accept_is_named() -> None:
    uow = await complete()
    await uow.cases.put(replace(await the_case(uow), losses=({"kind": "ransom", "amount": "1.00"},)))

    assessed = assess_case(await open_dossier(1, uow=uow), uow=uow)

    assert assessed.assessment is None
    assert assessed.faults[0].path == "losses[0].kind"


async def test_settings_of_another_rulebook_and_dates_of_the_staff_file_are_told_apart() -> None:
    uow = await named(
        in_force=(InForce(rulebook="six-grade-incidents", since=date(2025, 1, 1), settings={"x": "y"}),),
        sites=(SUZHOU,),
    )
    await uow.persons.put(replace(await who(uow, "E17"), joined_on=date(2025, 1, 6)))
    await set_fact(1, "vehicle.repair", "800", actor=await who(uow, "E11"), uow=uow)
    await set_fact(1, "vehicle.off_road_days", "1", actor=await who(uow, "E11"), uow=uow)

    request = assess_case(await open_dossier(1, uow=uow), uow=uow).request

    assert request["settings"] == {}
    assert request["facts"] == {"vehicle": {"repair": "800.00", "off_road_days": 1}}
    people = request["people"]
    assert isinstance(people, list)
    assert people[0]["joined_on"] == "2025-01-06"
