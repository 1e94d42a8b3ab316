import pytest

from core.errors import NotAllowed
from core.model.remedy import CostClass
from core.rules.typed.cost_text import cost_in


@pytest.mark.parametrize(
    ("typed", "fen", "basis"),
    [
        ("800 轴封 8 个", 80000, "轴封 8 个"),
        ("1,200 停机 2 天，每天 600", 120000, "停机 2 天，每天 600"),
        ("1,200.50，停机", 120050, "停机"),
        ("１，２００　停机", 120000, "停机"),
        ("1.2万元：合同第 5 条", 1200000, "合同第 5 条"),
        ("¥88;运单 7", 8800, "运单 7"),
        (" 88, 2 趟", 8800, "2 趟"),
    ],
)
def test_an_amount_comes_first_and_the_rest_is_its_basis(typed: str, fen: int, basis: str) -> None:
    cost = cost_in(CostClass.PARTS, typed)

    assert (cost.fen, cost.basis) == (fen, basis)


@pytest.mark.parametrize("typed", ["800", "0 白送", "", "  "])
def test_an_amount_alone_or_none_at_all_is_refused(typed: str) -> None:
    with pytest.raises(NotAllowed, match="cost_without_basis"):
        cost_in(CostClass.PARTS, typed)


def test_words_without_an_amount_are_refused_as_no_amount() -> None:
    with pytest.raises(NotAllowed, match="amount_unreadable"):
        cost_in(CostClass.PARTS, "轴封 800")
