"""A decided reward is paid: outside the books, or with the next wages as a bonus that does not say for what.

Who gets it stands nowhere beside the tip: a bonus waits sealed, and is booked with all others when a month of wages
is prepared, so that neither place nor time tells.
"""

import json
from dataclasses import replace

from core.actions.money.book import book
from core.actions.tip.tip_rights import tip_for_reader
from core.errors import NotAllowed, SomebodyWasFirst
from core.ledger.account import COMPANY_FINANCE, Account, Occasion
from core.ledger.posting import Ground, Posting, moved
from core.model.log import LogRow
from core.model.money import ZERO, Money
from core.model.person import Person
from core.model.tip import RewardWay, SealedBonus, TipReward
from core.ports import UnitOfWork


async def pay_tip_reward(
    number: str, way: RewardWay, payee_id: int, *, actor: Person, uow: UnitOfWork
) -> TipReward:
    """The reward, paid that way. NotAllowed while none is decided, or to whoever decided it; SomebodyWasFirst if it is paid."""
    tip = await tip_for_reader(number, actor=actor, uow=uow)
    reward = await uow.tip_rewards.one(tip_id=tip.id)
    if reward is None or reward.amount is None or reward.amount == ZERO:
        raise NotAllowed("tip_reward_undecided", number=number)
    if reward.way is not None:
        raise SomebodyWasFirst("tip_reward_paid_already", number=number)
    if payee_id == reward.decider_id:
        raise NotAllowed("tip_reward_own")
    if way is RewardWay.PAYROLL:
        sealed = uow.vault.seal(json.dumps({"person": payee_id, "fen": reward.amount.fen}))
        await uow.bonuses.add(SealedBonus(sealed=sealed))
    facts = {"tip": number, "way": way.value}
    await uow.log.write(LogRow(act="tip_reward_paid", actor_id=actor.id, facts=facts))
    return await uow.tip_rewards.put(replace(reward, way=way))


async def book_bonuses(*, uow: UnitOfWork) -> None:
    """Every bonus that waits is owed to its person from now on."""
    for bonus in await uow.bonuses.where():
        what = json.loads(uow.vault.opened(bonus.sealed))
        entries = moved(
            Money(what["fen"]),
            Account.FUND,
            Account.REWARDS,
            clause="",
            person_id=what["person"],
            fund=COMPANY_FINANCE,
        )
        posting = Posting(occasion=Occasion.REWARDED, ground=NO_CASE, entries=entries, booked_at=uow.now)
        await book(posting, uow=uow)
        await uow.bonuses.remove(bonus.id)


NO_CASE = Ground(case_id=0, version=0, rulebook="", edition="", edition_sha256="", figures_sha256="")
