from dataclasses import replace
from datetime import date

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.assess_case import assess_case
from core.actions.investigation.correct_incident_day import correct_incident_day
from core.errors import NotAllowed, NotThisPerson
from core.model.assessment import Status
from core.model.case import Stage
from core.model.company import InForce
from core.rulebook.compiled import CompiledRulebook
from tests.fakes import FakeUnitOfWork, ShippedRulebooks
from tests.liability import confirmed, investigated, loss_entered, put, the_case, version, who

EARLIER = InForce(rulebook="six-grade-incidents", since=date(2024, 1, 1))
LATER = InForce(rulebook="logistics-liability", since=date(2025, 1, 1))
BOTH = (EARLIER, LATER)


class InForceFrom(ShippedRulebooks):
    """The shipped editions, in force from the first of March."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        held = super().on(rulebook, day)
        return replace(held, edition=held.edition.model_copy(update={"in_force_from": date(2025, 3, 1)}))


async def corrected(uow: FakeUnitOfWork, text: str) -> None:
    await correct_incident_day(1, text, actor=await who(uow, "E11"), uow=uow)


async def test_the_day_is_recorded_and_the_figures_are_others_from_now_on() -> None:
    uow = await investigated()
    before = await version(uow)

    await corrected(uow, "2025-03-01")

    case = await the_case(uow)
    assert (case.occurred_on, case.is_occurred_known, case.version) == (date(2025, 3, 1), True, before + 1)
    assert uow.log.rows[-1].act == "incident_day_corrected"
    assert uow.log.rows[-1].facts["day"] == "2025-03-01"


async def test_another_day_voids_what_was_confirmed() -> None:
    uow = await confirmed()

    await corrected(uow, "昨天")

    dossier = await open_dossier(1, uow=uow)
    assert dossier.case.stage is Stage.INVESTIGATING
    assert dossier.standing() == ()
    assert dossier.decisions != ()
    assert [duty for duty in dossier.duties if duty.kind == "confirm" and duty.done_at is None] == []


async def test_the_rulebook_of_the_new_day_holds_with_the_hash_of_its_text() -> None:
    uow = await investigated(in_force=BOTH)

    await corrected(uow, "2024-12-31")

    case = await the_case(uow)
    assert case.rulebook == "six-grade-incidents"
    assert case.edition_sha256 == uow.rulebooks.on("six-grade-incidents", case.occurred_on).sha256
    assessed = assess_case(await open_dossier(1, uow=uow), uow=uow)
    assert assessed.assessment is not None
    assert assessed.assessment.rulebook == "six-grade-incidents"


async def test_persons_whose_role_the_other_rulebook_does_not_have_are_named_as_faults() -> None:
    uow = await put(in_force=BOTH)

    await corrected(uow, "2024-12-31")

    assessed = assess_case(await open_dossier(1, uow=uow), uow=uow)
    assert assessed.assessment is None
    assert any("role" in fault.path for fault in assessed.faults)


async def test_before_the_first_edition_the_rulebook_does_not_apply() -> None:
    uow = await loss_entered()
    uow.rulebooks = InForceFrom()

    await corrected(uow, "2025-02-28")

    assessed = assess_case(await open_dossier(1, uow=uow), uow=uow)
    assert assessed.assessment is not None
    assert assessed.assessment.status is Status.NOT_APPLICABLE


async def test_the_department_and_kind_of_the_present_rulebook_are_kept() -> None:
    own = InForce(rulebook="incident-compensation", since=date(2024, 1, 1), department="品管部", kind="索赔")
    uow = await investigated(in_force=(*BOTH, own))
    await uow.cases.put(replace(await the_case(uow), rulebook="incident-compensation"))

    await corrected(uow, "2024-12-31")

    assert (await the_case(uow)).rulebook == "incident-compensation"


async def test_where_the_present_rulebook_is_no_longer_in_force_the_general_one_of_the_day_holds() -> None:
    uow = await investigated(in_force=BOTH)
    await uow.cases.put(replace(await the_case(uow), rulebook="gone"))
    uow.company = replace(uow.company, in_force=BOTH)
    await uow.cases.put(replace(await the_case(uow), rulebook="incident-compensation"))

    await corrected(uow, "2025-03-02")

    assert (await the_case(uow)).rulebook == "logistics-liability"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("some day", "date_unreadable"),
        ("2026-01-01", "date_in_future"),
        ("2023-12-31", "no_rulebook_in_force"),
    ],
)
async def test_a_day_that_cannot_be_is_refused(text: str, what: str) -> None:
    uow = await investigated(in_force=BOTH)

    with pytest.raises(NotAllowed, match=what):
        await corrected(uow, text)


async def test_only_the_investigator_corrects_the_day() -> None:
    uow = await investigated()

    with pytest.raises(NotThisPerson):
        await correct_incident_day(1, "昨天", actor=await who(uow, "E10"), uow=uow)
