"""What handlers of cases share: the case under a button or question, and showing it."""

from core.actions.case.find_case import find_case
from core.actions.case.tell_quality import view_triage
from core.actions.case.work_of_case import work_of
from core.actions.draft.intake_in_force import intake_of
from core.actions.kin.read_kin import read_kin
from core.model.case import Case
from core.model.evidence import Evidence, Holder
from core.model.message import Message
from core.model.person import Person
from core.screens.case import case_screen
from core.screens.case_work import with_work
from core.screens.kin import with_kin
from core.screens.triage import triage_card
from handlers.numbers import number_in
from handlers.turn import Turn


async def pressed_case(turn: Turn) -> Case:
    """The case under the pressed button."""
    return await find_case(turn.press.id, actor=turn.actor, uow=turn.uow)


async def asked_case(turn: Turn) -> Case:
    """The case that the open question is about."""
    return await find_case(number_in(turn.asked("case")), actor=turn.actor, uow=turn.uow)


async def pieces_of(turn: Turn, case: Case) -> tuple[Evidence, ...]:
    """The case's evidence, oldest first."""
    return await turn.uow.evidence.where(holder=Holder.CASE, holder_id=case.id)


async def owner_of(turn: Turn, case: Case) -> Person | None:
    """Who leads the case; None while nobody does."""
    return None if case.owner_id is None else await turn.uow.persons.get(case.owner_id)


async def opened_case(turn: Turn, case: Case) -> Message:
    """The private screen of a case, for whoever asked."""
    pieces, owner = await pieces_of(turn, case), await owner_of(turn, case)
    questions = await intake_of(case, uow=turn.uow)
    screen = case_screen(case, turn.uow.company, pieces, owner=owner, reader=turn.actor, asked=questions)
    screen = with_work(screen, case, await work_of(case, reader=turn.actor, uow=turn.uow))
    return with_kin(screen, await read_kin(case, reader=turn.actor, uow=turn.uow))


async def triaged_case(turn: Turn, case: Case) -> Message:
    """The triage card for whoever pressed, as a message of its own."""
    return triage_card(await view_triage(case, uow=turn.uow), turn.actor, is_living=False)
