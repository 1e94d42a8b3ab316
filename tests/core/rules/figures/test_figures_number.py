from core.actions.case.open_dossier import open_dossier
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.add_loss import add_loss
from core.rules.figures.figures_number import figures_number
from tests.liability import complete, put, the_case, who


async def test_figures_are_counted_as_they_are_put_to_people_and_not_as_they_change() -> None:
    uow = await complete()
    first = (await the_case(uow)).version
    assert figures_number(await open_dossier(1, uow=uow), first) == 1

    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    for amount in ("1.00", "2.00", "3.00"):
        await add_loss(1, {"kind": "discount", "amount": amount}, actor=await who(uow, "E11"), uow=uow)
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)

    dossier = await open_dossier(1, uow=uow)
    assert figures_number(dossier, first) == 1
    assert figures_number(dossier, dossier.case.version) == 2


async def test_what_is_not_put_yet_is_the_next() -> None:
    uow = await put()
    await add_loss(1, {"kind": "discount", "amount": "1.00"}, actor=await who(uow, "E11"), uow=uow)

    dossier = await open_dossier(1, uow=uow)

    assert figures_number(dossier, dossier.case.version) == 2
