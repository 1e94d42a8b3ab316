"""Fill in later what the rulebook asks for at intake and was not known when the case was registered."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from core.actions.case.show_case import show_case
from core.actions.draft.intake_in_force import intake_of
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.errors import NoSuchThing, NotAllowed
from core.model.case import Case
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_right
from core.rules.draft.case_filling import fields_to_fill
from core.rules.draft.draft_fields import FIELDS, longest
from core.rules.draft.intake_answer import own_answer
from core.rules.draft.intake_asked import IntakeAsked
from core.rules.typed.quantity_text import quantities_in


async def check_filling(case: Case, *, actor: Person, uow: UnitOfWork) -> IntakeAsked:
    """What the case's rulebook asks; NotThisPerson unless they reported or lead the case or are its quality."""
    check_right(Action.FILL_CASE, actor, around_case(case))
    return await intake_of(case, uow=uow)


async def fill_case(case: Case, field: str, text: str, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case with the answer in its place, written in the log.

    NotThisPerson as above; NoSuchThing for a field that is not to be filled; NotAllowed for what is no such answer.
    """
    asked = await check_filling(case, actor=actor, uow=uow)
    if field not in fields_to_fill(case, asked):
        raise NoSuchThing("thing_unknown")
    given = _read(field, text, case, asked, uow)
    kept = await uow.cases.put(_with(case, given, asked))
    await uow.log.write(
        LogRow(act="case_filled", case_id=case.id, actor_id=actor.id, facts={"field": field}, words=given)
    )
    await show_case(kept, uow=uow)
    return await open_rulebook_duties(case.id, uow=uow)


def _read(field: str, text: str, case: Case, asked: IntakeAsked, uow: UnitOfWork) -> Mapping[str, str]:
    if not text:
        raise NotAllowed("answer_empty")
    if len(text) > longest(field):
        raise NotAllowed("answer_too_long", length=len(text), longest=longest(field))
    if field in ("quantity", "defective"):
        return {field: quantities_in(text)[0]}
    if field in asked.fields and field not in FIELDS:
        return {field: own_answer(field, text, asked, uow.now, uow.company.zone(case.site))}
    return {field: text}


def _with(case: Case, given: Mapping[str, str], asked: IntakeAsked) -> Case:
    own = {key: value for key, value in given.items() if key in asked.own()}
    usual: dict[str, Any] = {key: value for key, value in given.items() if key not in own}
    return replace(case, answers={**case.answers, **own}, **usual)
