"""Amounts named in a case are offered where a loss is entered."""

from core.model.money import Money
from core.rules.typed.amounts_told import amounts_told


def test_each_amount_is_offered_once_in_the_order_of_the_texts() -> None:
    told = amounts_told(("赔偿800元，另付运费 120.50 元", "上次说的 800 元", "0 元"))
    assert told == (Money(80000), Money(12050))


def test_a_text_without_money_offers_nothing() -> None:
    assert amounts_told(("订单 SO-20871，数量 120",)) == ()


def test_only_the_first_few_are_offered() -> None:
    assert len(amounts_told(tuple(f"赔 {n} 元" for n in range(1, 9)))) == 4
