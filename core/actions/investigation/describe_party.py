"""The investigator enters what the rulebook asks about a named person, or their reference wage."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.party import Party
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.vocabulary import FactField
from core.rules.typed.amount_text import amount_in
from core.rules.typed.fact_answers import fact_value
from core.rules.typed.percent_text import percent_in

WAGE = "month_wage"
SHARE = "share_percent"


async def describe_party(
    case_id: int, person_id: int, name: str, answer: str, *, actor: Person, uow: UnitOfWork
) -> Dossier:
    """Record the detail; an empty answer takes it away. The wage is an amount, the share a percent."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    party = named_party(dossier, person_id)
    _check_asked(dossier, name, uow)
    details = {key: value for key, value in party.details.items() if key != name}
    if answer:
        details[name] = _value(dossier, name, answer, uow)
    await uow.parties.put(replace(party, details=details))
    return await change_case(
        dossier, "party_described", actor=actor, uow=uow, facts={"person": person_id, "detail": name}
    )


def named_party(dossier: Dossier, person_id: int) -> Party:
    """That person's part; NoSuchThing if they are not named."""
    party = dossier.party_of(person_id)
    if party is None:
        raise NoSuchThing("party_unknown", number=dossier.case.number)
    return party


def _value(dossier: Dossier, name: str, answer: str, uow: UnitOfWork) -> object:
    if name == WAGE:
        return str(amount_in(answer))
    if name == SHARE:
        return percent_in(answer)
    return fact_value(_declared(dossier, uow)[name], answer, uow.company.zone(dossier.case.site))


def _check_asked(dossier: Dossier, name: str, uow: UnitOfWork) -> None:
    if name not in (WAGE, SHARE, *_declared(dossier, uow)):
        raise NoSuchThing("question_unknown", name=name)


def _declared(dossier: Dossier, uow: UnitOfWork) -> Mapping[str, FactField]:
    case = dossier.case
    return rulebook_of(case, uow=uow).edition.person
