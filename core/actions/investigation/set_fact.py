"""The investigator answers a question of the rulebook in force."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.typed.fact_answers import fact_value


async def set_fact(case_id: int, name: str, answer: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Record the answer to that question; an empty one takes the fact away.

    NoSuchThing for a question the edition does not ask; NotAllowed for an answer of the wrong kind.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    case = dossier.case
    fields = rulebook_of(case, uow=uow).fields
    if name not in fields:
        raise NoSuchThing("question_unknown", name=name)
    facts = {key: value for key, value in case.facts.items() if key != name}
    if answer:
        facts[name] = fact_value(fields[name], answer, uow.company.zone(case.site))
    answered = replace(dossier, case=replace(case, facts=facts))
    return await change_case(
        answered, "fact_set", actor=actor, uow=uow, facts={"fact": name}, words={"answer": answer}
    )
