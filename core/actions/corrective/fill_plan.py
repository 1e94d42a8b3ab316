"""Say in the corrective plan of a case what the problem is, why it came to that, and what was learnt."""

from dataclasses import replace
from typing import Final

from core.actions.corrective.change_plan import change_plan
from core.actions.corrective.read_corrective import corrective_to_change
from core.actions.kin.watch_recurrence import watch_recurrence
from core.errors import NoSuchThing, NotAllowed
from core.model.cause_class import CauseClass
from core.model.corrective_plan import MOST_WHYS
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.typed.fitting_text import fitting_text

LONGEST: Final = 1000
LONGEST_WHY: Final = 300


async def say_problem(case_id: int, text: str, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """The problem in the team's words instead of the complaint's; at most 1000 characters."""
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    plan = replace(file.plan, problem=fitting_text(text, LONGEST))
    row = LogRow(act="problem_said", words={"problem": text})
    return await change_plan(file, plan, row, actor=actor, uow=uow)


async def add_why(case_id: int, text: str, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """One more answer to why, below the last; NotAllowed after the fifth. At most 300 characters."""
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    if len(file.plan.whys) >= MOST_WHYS:
        raise NotAllowed("enough_whys", most=MOST_WHYS)
    plan = replace(file.plan, whys=(*file.plan.whys, fitting_text(text, LONGEST_WHY)))
    row = LogRow(act="why_said", facts={"why": len(plan.whys)}, words={"why": text})
    return await change_plan(file, plan, row, actor=actor, uow=uow)


async def drop_why(case_id: int, number: int, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """Without the last answer to why, which is that one (counted from 1); nothing happens where another is the last."""
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    if number != len(file.plan.whys) or not number:
        return file
    plan = replace(file.plan, whys=file.plan.whys[:-1])
    row = LogRow(act="why_dropped", facts={"whys": len(plan.whys)})
    return await change_plan(file, plan, row, actor=actor, uow=uow)


async def sort_cause(case_id: int, cause_class: str, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """By which class the cause is counted, whatever the rulebook calls it; NoSuchThing for no such class."""
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    if cause_class not in list(CauseClass):
        raise NoSuchThing("thing_unknown")
    plan = replace(file.plan, cause_class=cause_class)
    row = LogRow(act="cause_sorted", facts={"class": cause_class})
    file = await change_plan(file, plan, row, actor=actor, uow=uow)
    await watch_recurrence(case_id, uow=uow)
    return file


async def say_lessons(case_id: int, text: str, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """What was learnt, and thanks to the team; at most 1000 characters."""
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    plan = replace(file.plan, lessons=fitting_text(text, LONGEST))
    row = LogRow(act="lessons_said", words={"lessons": text})
    return await change_plan(file, plan, row, actor=actor, uow=uow)
