from dataclasses import replace
from datetime import date

from core.actions.figures.find_drift import find_drift
from core.actions.rulebook.put_under import put_under
from core.model.drift import DriftKind
from core.rulebook.compiled import CompiledRulebook
from tests.fakes import FakeUnitOfWork, ShippedRulebooks
from tests.liability import complete, confirmed, put, the_case


class LaterProgram(ShippedRulebooks):
    """The same editions with another text, whose rate for vehicles is another one."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        return replace(super().on(rulebook, day), sha256="0" * 64, priced={})


class LaterRates(ShippedRulebooks):
    """The same text, read by a program that charges nobody."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        return replace(super().on(rulebook, day), charges=())


async def found(uow: FakeUnitOfWork) -> list[tuple[DriftKind, str]]:
    return [(drift.kind, drift.said) for drift in await find_drift((1,), uow=uow)]


async def test_the_same_program_and_text_say_the_same() -> None:
    assert await found(await put()) == []
    assert await found(await complete()) == []


async def test_a_case_without_figures_whose_edition_has_another_text_is_named() -> None:
    uow = await complete()
    await uow.cases.put(put_under(await the_case(uow), "logistics-liability", uow=uow))
    uow.rulebooks = LaterProgram()

    ((kind, said),) = await found(uow)

    assert kind is DriftKind.OTHER_TEXT
    assert said.startswith("logistics-liability undated: ")
    assert said.endswith("-> 000000000000")


async def test_figures_that_would_be_others_are_told_and_left_alone() -> None:
    uow = await confirmed()
    before = (await uow.figures.where(), await uow.cases.where(), await uow.decisions.where())
    uow.rulebooks = LaterRates()

    ((kind, said),) = await found(uow)

    assert kind is DriftKind.OTHER_FIGURES
    assert "share E17: 876.00 -> 0.00" in said
    assert (await uow.figures.where(), await uow.cases.where(), await uow.decisions.where()) == before


async def test_only_the_cases_asked_for_are_looked_at() -> None:
    uow = await confirmed()
    uow.rulebooks = LaterRates()

    assert await find_drift((), uow=uow) == ()
    assert len(await find_drift((1,), uow=uow)) == 1


async def test_figures_that_could_no_longer_be_computed_are_told_with_the_fault() -> None:
    uow = await put()
    figures = await uow.figures.where()
    request = {**figures[0].request, "losses": [{"kind": "gone", "amount": "1.00"}]}
    await uow.figures.put(replace(figures[0], request=request))

    ((kind, said),) = await found(uow)

    assert kind is DriftKind.OTHER_FIGURES
    assert "losses[0].kind" in said


async def test_a_case_whose_rulebook_is_gone_is_named() -> None:
    uow = await put()
    await uow.cases.put(replace(await the_case(uow), rulebook="gone"))

    assert await found(uow) == [(DriftKind.RULEBOOK_GONE, "gone")]


async def test_putting_the_figures_keeps_the_text_they_were_computed_by() -> None:
    uow = await put()

    case, (figures,) = await the_case(uow), await uow.figures.where()

    assert len(case.edition_sha256) == 64
    assert figures.answer["edition_sha256"] == case.edition_sha256
