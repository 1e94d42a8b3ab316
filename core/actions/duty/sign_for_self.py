"""Somebody signs for themself that they took part, or have read something."""

from dataclasses import replace

from core.actions.deadline.start_clock import follow_duty
from core.errors import NoSuchThing, WrongStage
from core.model.duty import SIGNATURE, Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import check_right
from core.rights.tie import Tie


async def sign_for_self(signature_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The signature given; a second tap changes nothing.

    NotThisPerson for anybody else; WrongStage once it is no longer asked for.
    """
    asked = await own_signature(signature_id, actor=actor, uow=uow)
    if asked.done_by is not None:
        return asked
    if not asked.is_open:
        raise WrongStage("duty_fell_away", at=asked.done_at, site=asked.site)
    signed = await uow.duties.put(replace(asked, done_at=uow.now, done_by=actor.id))
    await follow_duty(signed, uow=uow)
    facts = {"duty": asked.data["of"], "field": asked.data["field"], "signs": asked.data["signs"]}
    await uow.log.write(LogRow(act="duty_signed", actor_id=actor.id, facts=facts))
    return signed


async def own_signature(signature_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The signature that this person is asked for; NoSuchThing if there is none."""
    asked = await uow.duties.find(signature_id)
    if asked is None or asked.kind != SIGNATURE:
        raise NoSuchThing("duty_unknown")
    there = Circumstances(site=asked.site).tied(Tie.ASSIGNEE, (asked.owner_id or 0,))
    check_right(Action.SIGN, actor, there, names=())
    return asked
