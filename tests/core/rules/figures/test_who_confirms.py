from dataclasses import replace
from datetime import date

from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.name_party import name_party
from core.model.dossier import Dossier
from core.model.roles import Role
from core.rules.figures.who_confirms import departments_named, who_confirms
from core.rules.staff.superiors import nearest_superior
from tests.fakes import FakeUnitOfWork
from tests.liability import loss_entered, who


async def with_parties(*numbers: str) -> FakeUnitOfWork:
    uow = await loss_entered()
    for employee_no in numbers:
        person = await who(uow, employee_no)
        await name_party(1, person.id, "responsible", actor=await who(uow, "E11"), uow=uow)
    return uow


async def names(uow: FakeUnitOfWork, department: str = "仓储部") -> tuple[list[str], list[str]]:
    confirmers = who_confirms(department, await open_dossier(1, uow=uow))
    return [one.name for one in confirmers.entitled], [one.name for one in confirmers.instead_of]


async def test_a_department_is_confirmed_by_its_supervisor() -> None:
    uow = await with_parties("E17")

    assert await names(uow) == (["李强"], [])


async def test_a_supervisor_who_is_a_party_gives_way_to_the_nearest_superior() -> None:
    uow = await with_parties("E17", "E03")

    assert await names(uow) == (["吴琳"], ["李强"])


async def test_a_superior_who_is_a_party_too_gives_way_to_the_next() -> None:
    uow = await with_parties("E17", "E03", "E04")

    assert (await names(uow))[0] == ["赵刚"]


async def test_nobody_is_left_when_the_whole_line_is_named() -> None:
    uow = await with_parties("E17", "E03", "E04", "E05")

    assert (await names(uow))[0] == []


async def test_a_deputy_may_confirm_beside_the_supervisor() -> None:
    uow = await with_parties("E17")
    await uow.persons.put(replace(await who(uow, "E03"), deputy_no="E06"))

    assert (await names(uow))[0] == ["李强", "何静"]


async def test_a_deputy_whom_nobody_knows_is_nobody() -> None:
    uow = await with_parties("E17")
    await uow.persons.put(replace(await who(uow, "E03"), deputy_no="E99"))

    assert (await names(uow))[0] == ["李强"]


async def test_a_department_without_supervisor_is_confirmed_by_its_peoples_superior() -> None:
    uow = await with_parties("E06")

    assert (await names(uow, "财务部"))[0] == ["赵刚"]


async def test_a_supervisor_who_has_left_does_not_confirm() -> None:
    uow = await with_parties("E17")
    await uow.persons.put(replace(await who(uow, "E03"), left_on=date(2025, 3, 1)))

    assert (await names(uow))[0] == ["吴琳"]


async def test_without_any_superior_the_general_manager_confirms() -> None:
    uow = await with_parties("E06")
    await uow.persons.put(replace(await who(uow, "E06"), manager_no=None))

    assert (await names(uow, "财务部"))[0] == ["赵刚"]


async def test_a_circle_of_superiors_ends() -> None:
    uow = await with_parties("E17", "E03")
    await uow.persons.put(replace(await who(uow, "E04"), manager_no="E03"))
    dossier: Dossier = await open_dossier(1, uow=uow)
    everybody = frozenset(dossier.staff)

    assert nearest_superior(await who(uow, "E17"), dossier, everybody) is None


async def test_departments_come_in_the_order_of_naming_each_once() -> None:
    uow = await with_parties("E06", "E17", "E03")

    assert departments_named(await open_dossier(1, uow=uow)) == ("财务部", "仓储部")


async def test_an_informant_is_no_partys_department() -> None:
    uow = await loss_entered()
    person = await who(uow, "E06")
    await name_party(1, person.id, "informant", actor=await who(uow, "E11"), uow=uow)

    assert departments_named(await open_dossier(1, uow=uow)) == ()
    assert uow.outbox.told_to("E06") == []
    assert not person.holds(Role.SUPERVISOR, "suzhou")
