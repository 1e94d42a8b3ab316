from dataclasses import replace

import pytest

from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.explain_figures import explain_figures
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.name_party import name_party
from core.errors import NotAllowed, NotThisPerson
from core.model.assessment import Assessment
from core.model.glossary import Glossary
from core.model.message import Message
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, confirmed, investigated, named, put, the_case, version, who


async def why(uow: FakeUnitOfWork, employee_no: str, person: str = "") -> Message:
    person_id = (await who(uow, person)).id if person else None
    return await explain_figures(
        1, await version(uow), actor=await who(uow, employee_no), uow=uow, person_id=person_id
    )


def shown(message: Message) -> list[str]:
    results = message.data["results"]
    assert isinstance(results, list)
    return [result["name"] for result in results]


@pytest.mark.parametrize(
    ("reader", "names"),
    [
        ("E11", ["张伟", "李强", "周敏"]),
        ("E05", ["张伟", "李强", "周敏"]),
        ("E04", ["张伟", "李强", "周敏"]),
        ("E08", ["张伟", "李强", "周敏"]),
        ("E06", ["张伟", "李强", "周敏"]),
        ("E03", ["张伟", "李强", "周敏"]),
        ("E17", ["张伟"]),
        ("E01", ["周敏"]),
    ],
)
async def test_everybody_entitled_sees_what_is_theirs_to_see(reader: str, names: list[str]) -> None:
    uow = await confirmed()

    assert shown(await why(uow, reader)) == names


@pytest.mark.parametrize("stranger", ["E10", "E07", "E09"])
async def test_others_are_refused(stranger: str) -> None:
    uow = await put()

    if stranger == "E09":  # proposes in this rulebook's chain, but does not approve
        with pytest.raises(NotThisPerson):
            await why(uow, stranger)
        return
    with pytest.raises(NotThisPerson, match="figures_of_others"):
        await why(uow, stranger)


@pytest.mark.parametrize("reader", ["E06", "E08"])
async def test_finance_and_auditor_who_are_named_see_their_own_line_alone(reader: str) -> None:
    uow = await complete()
    person, owner = await who(uow, reader), await who(uow, "E11")
    await name_party(1, person.id, "manager", actor=owner, uow=uow)
    await choose_rate(1, person.id, "10", reason="首次", actor=owner, uow=uow)

    assert shown(await why(uow, reader)) == [person.name]
    with pytest.raises(NotThisPerson, match="figures_of_oneself"):
        await why(uow, reader, "E17")


async def test_one_party_does_not_see_anothers_line() -> None:
    uow = await put()

    assert shown(await why(uow, "E17", "E17")) == ["张伟"]
    with pytest.raises(NotThisPerson):
        await why(uow, "E17", "E01")


async def test_an_approver_who_was_asked_once_still_sees_the_figures() -> None:
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    await uow.persons.put(replace(await who(uow, "E05"), grants=()))

    assert shown(await why(uow, "E05")) == ["张伟", "李强", "周敏"]


async def test_reading_is_logged() -> None:
    uow = await put()

    await why(uow, "E17")

    row = uow.log.rows[-1]
    assert (row.act, row.facts["persons"]) == ("figures_explained", [(await who(uow, "E17")).id])


async def test_the_preview_is_explained_while_it_changes_and_the_edition_is_named() -> None:
    uow = await named()

    message = await why(uow, "E11")

    assert shown(message) == ["张伟", "李强", "周敏"]
    glossary = message.data["words"]
    assert isinstance(glossary, Glossary)
    assert len(glossary.sha256) == 64


async def test_an_older_version_is_explained_as_it_was_put() -> None:
    uow = await put()
    old = await version(uow)
    await add_loss(1, {"kind": "other", "amount": "60.00"}, actor=await who(uow, "E11"), uow=uow)

    message = await explain_figures(1, old, actor=await who(uow, "E11"), uow=uow)

    figures = message.data["figures"]
    assert isinstance(figures, Assessment)
    assert str(figures.direct_loss) == "1460.00"


async def test_the_investigator_sees_the_loss_before_anybody_is_named() -> None:
    uow = await investigated()

    assert shown(await why(uow, "E11")) == []


async def test_what_the_rulebook_refuses_cannot_be_explained() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), losses=({"kind": "ransom", "amount": "1.00"},)))

    with pytest.raises(NotAllowed, match="figures_faulty"):
        await why(uow, "E11")
