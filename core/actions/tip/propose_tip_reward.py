"""Whoever reads tips proposes a reward; whom the rulebook names decides, knowing a pseudonym only."""

from core.actions.rulebook.rulebook_of import rulebook_of
from core.actions.tip.tip_rights import tip_for_reader
from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.model.case import Case
from core.model.log import LogRow
from core.model.person import Person
from core.model.tip import Tip, TipReward
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.case.tip_rewards import Promise, promises_in
from core.screens.tip_reward import tip_reward_card


async def propose_tip_reward(
    number: str, case_number: str, *, actor: Person, uow: UnitOfWork, decider: Person | None = None
) -> TipReward:
    """The reward that the rulebook of that case promises, put to its decider; the case itself is not told.

    NotAllowed if that rulebook promises none, the tip came too late for it, or nobody holds the office that decides;
    SomebodyWasFirst if one was proposed already.
    """
    tip = await tip_for_reader(number, actor=actor, uow=uow)
    case = await uow.cases.one(number=case_number)
    if case is None:
        raise NoSuchThing("case_unknown", number=case_number)
    if await uow.tip_rewards.one(tip_id=tip.id) is not None:
        raise SomebodyWasFirst("tip_reward_proposed", number=number)
    rulebook = rulebook_of(case, uow=uow)
    promise = _promise(rulebook)
    told_on = uow.company.day_at(case.site, tip.opened_at)
    if not promise.is_in_time(case.occurred_on, told_on):
        raise NotAllowed("tip_reward_late", days=promise.days, clause=promise.clause)
    asked = await _decider(promise, case, actor, decider, uow)
    reward = await uow.tip_rewards.add(_reward(tip, case, promise, asked, actor, uow))
    facts = {"tip": number, "clause": promise.clause, "decider": asked.id}
    await uow.log.write(LogRow(act="tip_reward_proposed", actor_id=actor.id, facts=facts))
    await uow.outbox.tell(asked, tip_reward_card(reward, tip, rulebook.edition.title))
    return reward


def _promise(rulebook: CompiledRulebook) -> Promise:
    promises = promises_in(rulebook.edition)
    if not promises:
        raise NotAllowed("tip_reward_not_promised")
    return promises[0]


async def _decider(
    promise: Promise, case: Case, actor: Person, wanted: Person | None, uow: UnitOfWork
) -> Person:
    """Whoever holds the office, but not who proposes it; the one who is wanted, if they hold it."""
    role = uow.company.role_of(promise.by, case.rulebook)
    everybody = await uow.persons.where()
    holders = [
        person
        for person in everybody
        if person.holds(role, case.site) and not person.has_left(uow.now.date()) and person.id != actor.id
    ]
    fitting = [person for person in holders if wanted is None or person.id == wanted.id]
    if not fitting:
        raise NotAllowed("tip_reward_nobody", role=role, names=[person.name for person in holders])
    return fitting[0]


def _reward(
    tip: Tip, case: Case, promise: Promise, decider: Person, actor: Person, uow: UnitOfWork
) -> TipReward:
    return TipReward(
        tip_id=tip.id,
        site=case.site,
        rulebook=case.rulebook,
        edition=case.edition,
        clause=promise.clause,
        least=promise.least,
        most=promise.most,
        decider_id=decider.id,
        asked_by=actor.id,
        asked_at=uow.now,
    )
