"""Carry out what was agreed with the customer: with evidence, and at the cost that was agreed."""

from collections.abc import Callable
from dataclasses import replace

from core.actions.duty.close_duties import close_duties
from core.actions.remedy.agree_remedy import finish_if_done
from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.plan_remedy import undertaking_in
from core.actions.remedy.read_remedy import open_remedy
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.money import Money
from core.model.person import Person
from core.model.remedy import RemedyState, Undertaking
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import (
    check_carrier,
    check_prover,
    check_remedy_state,
    check_remedy_version,
)
from core.rules.remedy.undertaking_duty import CARRY_OUT, CONFIRM

Check = Callable[[RemedyFile, Undertaking, Person], None]


async def open_carrying_out(
    case_id: int,
    version: int,
    undertaking_id: int,
    *,
    actor: Person,
    uow: UnitOfWork,
    check: Check = check_carrier,
) -> tuple[RemedyFile, Undertaking]:
    """The plan and that part of it, for whoever may say now that it is done, or as `check` has it; raises why not."""
    file = await open_remedy(case_id, uow=uow)
    one = undertaking_in(file, undertaking_id)
    check(file, one, actor)
    check_remedy_version(file, version)
    check_remedy_state(file, RemedyState.AGREED)
    if one.done_at is not None:
        raise SomebodyWasFirst(
            "undertaking_done", name=file.dossier.name(one.done_by), at=one.done_at, site=file.case.site
        )
    return file, one


async def add_proof(
    case_id: int, version: int, undertaking_id: int, piece: Evidence, *, actor: Person, uow: UnitOfWork
) -> tuple[RemedyFile, Undertaking]:
    """Keep a repair record, a parts list, a return order, a receipt, also of who is named in the case."""
    file, one = await open_carrying_out(
        case_id, version, undertaking_id, actor=actor, uow=uow, check=check_prover
    )
    kept = await uow.evidence.add(replace(piece, holder=Holder.UNDERTAKING, holder_id=one.id))
    await uow.log.write(
        LogRow(
            act="undertaking_proved",
            case_id=case_id,
            actor_id=actor.id,
            facts={"undertaking": one.id, "piece": kept.id, "kind": kept.kind},
        )
    )
    return file, one


async def carry_out(
    case_id: int, version: int, undertaking_id: int, spent: Money, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan with that part done; after the last, the customer is asked.

    NotAllowed without evidence, or where another amount was spent than agreed: that takes a reason and new signatures.
    """
    file, one = await open_carrying_out(case_id, version, undertaking_id, actor=actor, uow=uow)
    await check_proven(one, uow=uow)
    if spent != one.cost:
        raise NotAllowed("spent_otherwise", agreed=one.cost, spent=spent)
    await uow.undertakings.put(replace(one, done_at=uow.now, done_by=actor.id))
    await close_duties(case_id, CARRY_OUT, CONFIRM, uow=uow, actor=actor, undertaking=one.id)
    file = await keep_remedy(
        file.remedy, "undertaking_carried_out", actor=actor, uow=uow, undertaking=one.id, spent=spent.fen
    )
    return await finish_if_done(file, actor=actor, uow=uow)


async def check_proven(one: Undertaking, *, uow: UnitOfWork) -> None:
    """NotAllowed without any evidence that it is done."""
    if await uow.evidence.one(holder=Holder.UNDERTAKING, holder_id=one.id) is None:
        raise NotAllowed("undertaking_without_proof", kind=one.kind)
