"""The investigator names the cause."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.kin.offer_look_alikes import offer_look_alikes
from core.actions.kin.watch_recurrence import watch_recurrence
from core.errors import NoSuchThing
from core.model.case_link import Likeness
from core.model.dossier import CAUSE, Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def name_cause(case_id: int, cause: str, *, actor: Person, uow: UnitOfWork, code: str = "") -> Dossier:
    """Record the cause in words and, where the rulebook lists causes, with its code (kept as the fact `cause`).

    A closed case that had such a cause is put before people. NoSuchThing for a code that the rulebook does not list.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    if code and code not in dossier.glossary.causes:
        raise NoSuchThing("thing_unknown")
    facts = {name: fact for name, fact in dossier.case.facts.items() if name != CAUSE}
    facts |= {CAUSE: code} if code else {}
    changed = replace(dossier, case=replace(dossier.case, cause=cause, facts=facts))
    named = await change_case(
        changed, "cause_named", actor=actor, uow=uow, facts={"code": code}, words={"cause": cause}
    )
    await watch_recurrence(case_id, uow=uow)
    await offer_look_alikes(named.case, person=actor, uow=uow, new=(Likeness.CAUSE,))
    return named
