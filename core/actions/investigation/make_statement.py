"""A named person says something before the decision."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.case.tell_in_charge import tell_in_charge
from core.actions.deadline.start_clock import stop_clock_of
from core.model.deadline_clock import Subject
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.party import Hearing, Statement
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_theirs, check_time
from core.screens.statement import statement_received


async def check_may_speak(case_id: int, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """The dossier of a case in which the actor is named and which is not decided yet; else raises why not."""
    dossier = await open_dossier(case_id, uow=uow)
    there = around_dossier(dossier)
    check_theirs(Action.STATE, actor, there)
    check_time(Action.STATE, there)
    return dossier


async def make_statement(case_id: int, text: str, *, actor: Person, uow: UnitOfWork) -> Statement:
    """Record the statement, at any time before the decision, and tell the investigator.

    NotThisPerson for anybody not named in the case; WrongStage once it is decided.
    """
    dossier = await check_may_speak(case_id, actor=actor, uow=uow)
    statement = await uow.statements.add(
        Statement(case_id=case_id, person_id=actor.id, text=text, said_at=uow.now)
    )
    for party in dossier.parties:
        if party.person_id == actor.id:
            await uow.parties.put(replace(party, hearing=Hearing.HEARD))
            await stop_clock_of(Subject.PARTY, party.id, uow=uow)
    await uow.log.write(
        LogRow(
            act="statement_made",
            case_id=case_id,
            actor_id=actor.id,
            facts={"statement": statement.id},
            words={"text": text},
        )
    )
    await _tell_owner(dossier, statement, actor, uow)
    return statement


async def _tell_owner(dossier: Dossier, statement: Statement, actor: Person, uow: UnitOfWork) -> None:
    owner = dossier.owner()
    if owner is not None:
        await tell_in_charge(owner, statement_received(dossier.case, actor, statement), dossier.case, uow=uow)
