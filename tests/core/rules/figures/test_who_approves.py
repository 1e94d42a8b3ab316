from dataclasses import replace

import pytest
from msgspec import structs

from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.name_party import name_party
from core.model.assessment import ApprovalStep
from core.model.decision import Act
from core.model.roles import Role
from core.rules.figures.who_approves import who_approves, who_may_pass
from tests.fakes import FakeUnitOfWork
from tests.liability import loss_entered, the_case, who


async def approvers(uow: FakeUnitOfWork, post: str) -> list[str]:
    return [person.name for person in who_approves(post, await open_dossier(1, uow=uow))]


@pytest.mark.parametrize(
    ("post", "name"),
    [("general_manager", "赵刚"), ("administration_manager", "郑芳"), ("unheard_of", "赵刚")],
)
async def test_a_post_is_held_by_who_holds_its_role(post: str, name: str) -> None:
    uow = await loss_entered()

    assert await approvers(uow, post) == [name]


async def test_nobody_named_approves_their_superior_does() -> None:
    uow = await loss_entered()
    await name_party(1, (await who(uow, "E09")).id, "manager", actor=await who(uow, "E11"), uow=uow)

    assert await approvers(uow, "administration_manager") == ["赵刚"]


async def test_who_reported_the_case_does_not_approve_it() -> None:
    uow = await loss_entered()
    reporter = await who(uow, "E09")
    await uow.cases.put(replace(await the_case(uow), reporter_id=reporter.id))

    assert await approvers(uow, "administration_manager") == ["赵刚"]


async def test_an_absent_approvers_deputy_approves() -> None:
    uow = await loss_entered()
    await uow.persons.put(replace(await who(uow, "E09"), deputy_no="E06"))

    assert await approvers(uow, "administration_manager") == ["郑芳", "何静"]


async def test_a_post_that_nobody_holds_goes_to_the_general_manager() -> None:
    uow = await loss_entered(posts={"office": Role.ADMIN})
    await uow.persons.put(replace(await who(uow, "E07"), grants=()))

    assert await approvers(uow, "office") == ["赵刚"]


async def test_with_the_general_manager_named_nobody_approves() -> None:
    uow = await loss_entered()
    await name_party(1, (await who(uow, "E05")).id, "manager", actor=await who(uow, "E11"), uow=uow)

    assert await approvers(uow, "general_manager") == []


SECOND = ApprovalStep("2.3", 2, "administration_manager", "approve", ("department_head",))


async def test_who_approved_in_one_post_does_not_pass_a_step_that_needs_a_second_person() -> None:
    uow = await loss_entered()
    head = await who(uow, "E09")
    await uow.persons.put(replace(head, deputy_no="E06"))
    dossier = await open_dossier(1, uow=uow)
    word = replace(dossier.decision(Act.APPROVED, "department_head", head, uow.now), step=1)

    alone = replace(dossier, decisions=(word,))

    assert [person.name for person in who_may_pass(SECOND, dossier)] == ["郑芳", "何静"]
    assert [person.name for person in who_may_pass(SECOND, alone)] == ["何静"]
    assert len(who_may_pass(structs.replace(SECOND, not_by=()), alone)) == 2


async def test_one_person_in_both_posts_leaves_the_second_step_to_somebody_above() -> None:
    uow = await loss_entered()
    head = await who(uow, "E09")
    dossier = await open_dossier(1, uow=uow)
    word = replace(dossier.decision(Act.APPROVED, "department_head", head, uow.now), step=1)

    assert [one.name for one in who_may_pass(SECOND, replace(dossier, decisions=(word,)))] == ["赵刚"]
