from core.actions.case.read_closing import read_closing
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.screens.closing import closing_screen
from tests.demanding import under_demands


async def test_what_stays_to_be_done_after_closing_is_counted() -> None:
    uow = await under_demands()
    await open_rulebook_duties(1, uow=uow)

    shown = closing_screen(await read_closing(1, uow=uow))

    assert shown.data["open_duties"] == len(await uow.duties.where(case_id=1, done_at=None))
