from core.ledger.account import Account
from core.ledger.balances import balances
from core.ledger.charging import charge_of, reward_of
from core.model.assessment import Line, PersonResult
from core.model.money import Money
from tests.core.ledger.make_postings import ground
from tests.make import NOW

COMPENSATION = Line("5.2", "compensation", Money(25000), None, None, (), "company_finance")
FINE = Line("3.3", "fine", Money(10000), None, None, (), "staff_fund")
UNNAMED = Line("6.1", "compensation", Money(300), None, None, ())
OPEN = Line("6.2", "compensation", None, Money(1), Money(2), ())
REWARD = Line("9.1", "reward", Money(4000), None, None, ())


def result(*lines: Line) -> PersonResult:
    return PersonResult(
        id="17", role="responsible", amount=None, amount_min=None, amount_max=None, reward=None,
        points=0, sanctions=(), lines=lines,
    )  # fmt: skip


def test_compensation_and_fine_go_to_the_fund_that_the_rulebook_names() -> None:
    charge = charge_of(result(COMPENSATION, FINE), ground(), NOW, with_fines=True)

    assert charge is not None
    assert balances([charge]) == {
        (Account.RECEIVABLE, ""): Money(35000),
        (Account.FUND, "company_finance"): Money(-25000),
        (Account.FUND, "staff_fund"): Money(-10000),
    }
    assert [entry.clause for entry in charge.entries] == ["5.2", "5.2", "3.3", "3.3"]


def test_a_fine_is_left_out_where_none_may_be_charged() -> None:
    charge = charge_of(result(COMPENSATION, FINE), ground(), NOW, with_fines=False)

    assert charge is not None
    assert (Account.FUND, "staff_fund") not in balances([charge])
    assert charge_of(result(FINE), ground(), NOW, with_fines=False) is None


def test_where_no_fund_is_named_it_is_the_companys() -> None:
    charge = charge_of(result(UNNAMED, OPEN), ground(), NOW, with_fines=False)

    assert charge is not None
    assert balances([charge])[(Account.FUND, "company_finance")] == Money(-300)


def test_a_reward_is_owed_to_the_person_and_is_no_charge() -> None:
    reward = reward_of(result(REWARD), ground(notice_id=None), NOW)

    assert reward is not None
    assert balances([reward])[(Account.REWARDS, "")] == Money(-4000)
    assert charge_of(result(REWARD), ground(), NOW, with_fines=True) is None
    assert reward_of(result(COMPENSATION), ground(), NOW) is None
