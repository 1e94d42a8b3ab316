"""What a decision books, and what undoes it."""

from core.actions.case.reopen_case import reopen_case
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.name_party import name_party
from core.actions.investigation.set_fact import set_fact
from core.actions.money.book_reversals import book_reversals
from core.ledger.account import Account, Occasion
from core.ledger.balances import balances, owed_by
from core.model.money import Money
from tests.core.actions.notice.test_issue_notices import decided
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, the_case, version, who


async def test_each_notice_is_booked_with_case_clause_edition_figures_and_who_decided() -> None:
    uow = await complete()
    await decided(uow)

    charges = await uow.ledger.postings()
    notices = await uow.notices.where(case_id=1)
    kept = await uow.figures.one(case_id=1, version=await version(uow))
    assert kept is not None
    assert [posting.ground.notice_id for posting in charges] == [notice.id for notice in notices]
    assert [posting.entries[0].amount for posting in charges] == [notice.amount for notice in notices]
    ground, case = charges[0].ground, await the_case(uow)
    assert (ground.rulebook, ground.edition, ground.edition_sha256) == (
        case.rulebook,
        case.edition,
        case.edition_sha256,
    )
    assert ground.figures_sha256 == kept.sha256
    assert ground.decided_by == (await who(uow, "E05")).id
    assert [entry.clause.split("#")[0] for entry in charges[0].entries] == ["5.1", "5.1"]
    assert uow.log.acts().count("booked") == len(charges)


async def test_the_company_gets_what_the_persons_owe() -> None:
    uow = await complete()
    await decided(uow)

    assert balances(uow.ledger.booked) == {
        (Account.RECEIVABLE, ""): Money(116800),
        (Account.FUND, "company_finance"): Money(-116800),
    }


async def test_a_decided_case_that_is_taken_up_again_is_reversed_once() -> None:
    uow = await complete()
    await decided(uow)

    await reopen_case(await the_case(uow), uow=uow)
    again = await book_reversals(1, uow=uow)

    assert again == ()
    assert owed_by(await uow.ledger.owed()) == Money(0)
    assert [posting.occasion for posting in uow.ledger.booked] == [Occasion.CHARGED] * 3 + [
        Occasion.REVERSED
    ] * 3


async def test_a_second_decision_replaces_what_the_first_booked() -> None:
    uow = await complete()
    await decided(uow)
    await reopen_case(await the_case(uow), uow=uow)
    owner, person = await who(uow, "E11"), await who(uow, "E17")
    await choose_rate(1, person.id, "70", reason="重新核定", actor=owner, uow=uow)
    await decided(uow)

    assert owed_by(await uow.ledger.owed(person.id)) == Money(102200)
    assert sum(amount.fen for amount in balances(uow.ledger.booked).values()) == 0


async def test_a_reward_is_booked_to_who_told() -> None:
    uow = await with_a_reward()

    assert balances(uow.ledger.booked)[(Account.REWARDS, "")].fen < 0
    assert uow.ledger.booked[-1].occasion is Occasion.REWARDED


async def with_a_reward() -> FakeUnitOfWork:
    """何静 of the next process found it and is rewarded."""
    uow = await complete()
    owner = await who(uow, "E11")
    await set_fact(1, "found_by_next_step", "yes", actor=owner, uow=uow)
    await name_party(1, (await who(uow, "E06")).id, "next_step", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    await confirm_responsibility(1, await version(uow), 1, actor=await who(uow, "E05"), uow=uow)
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    return uow
