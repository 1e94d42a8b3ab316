from core.actions.case.open_dossier import open_dossier
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.show_step import show_next_step
from tests.liability import confirmed, last_told, version, who


async def test_the_next_step_is_shown_again() -> None:
    uow = await confirmed()
    before = len(uow.outbox.told_to("E05"))

    await show_next_step(await open_dossier(1, uow=uow), uow=uow)

    assert uow.outbox.told_to("E05")[before:] == [uow.outbox.told_to("E05")[-1]]
    assert uow.outbox.told_to("E05")[-1].template == "approval_asked"


async def test_where_no_step_waits_nobody_is_told() -> None:
    uow = await confirmed()
    step = int(last_told(uow, "E05", "approval_asked").rows[0][0].arg)
    await approve_figures(1, await version(uow), step, actor=await who(uow, "E05"), uow=uow)
    told = len(uow.outbox.told)

    await show_next_step(await open_dossier(1, uow=uow), uow=uow)

    assert len(uow.outbox.told) == told
