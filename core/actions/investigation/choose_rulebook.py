"""The investigator says whose rulebook a case falls under, where departments have one of their own."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.rulebook.put_under import put_under
from core.errors import NoSuchThing, NotAllowed
from core.model.company import InForce
from core.model.dossier import CAUSE, Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action


async def choose_rulebook(case_id: int, rulebook: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Put the case under that rulebook, while nothing is entered that only the present one knows.

    NotAllowed once losses, facts or persons are there; NoSuchThing for a rulebook that does not hold at the site.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow, action=Action.CHOOSE_RULEBOOK)
    _check_unused(dossier)
    entry = _entry(dossier, rulebook)
    chosen = put_under(replace(dossier.case, facts={}), rulebook, uow=uow)
    facts = {"rulebook": rulebook, "department": entry.department or "", "kind": entry.kind or ""}
    return await change_case(
        replace(dossier, case=chosen), "rulebook_chosen", actor=actor, uow=uow, facts=facts
    )


def _check_unused(dossier: Dossier) -> None:
    case = dossier.case
    if dossier.parties or case.losses or case.departments or case.facts.keys() - {CAUSE}:
        raise NotAllowed("rulebook_in_use", number=case.number)


def _entry(dossier: Dossier, rulebook: str) -> InForce:
    case = dossier.case
    entry = dossier.company.holding(case.site, rulebook, case.occurred_on)
    if entry is None:
        raise NoSuchThing("thing_unknown")
    return entry
