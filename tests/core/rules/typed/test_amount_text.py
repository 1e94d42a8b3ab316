import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NotAllowed
from core.model.money import Money
from core.rules.typed.amount_text import amount_in, amounts_in

FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("１２，３４５．６０元", "12345.60"),
        ("1.2万", "12000.00"),
        ("12,345.60", "12345.60"),
        ("¥800", "800.00"),
        ("￥ 800 元", "800.00"),
        ("3千", "3000.00"),
        ("1.23456万元", "12345.60"),
        ("1.10000000", "1.10"),
        ("RMB 5", "5.00"),
        ("0", "0.00"),
        ("999999999999.99", "999999999999.99"),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, amount: str) -> None:
    assert amount_in(text) == Money.of(amount)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "1,23",
        "-5",
        "0.005",
        "1.2345678万",
        "1234567890123",
        "1万亿",
        "",
        "八百",
        "<b>5</b>",
        "9999999亿",
    ],
)
def test_what_is_no_exact_amount_is_refused(text: str) -> None:
    with pytest.raises(NotAllowed) as refusal:
        amount_in(text)

    assert refusal.value.what == "amount_unreadable"


@given(st.integers(min_value=0, max_value=99_999_999_999_999))
def test_every_amount_that_we_write_is_read_back(fen: int) -> None:
    money = Money(fen)
    yuan, cents = str(money).split(".")
    grouped = f"{int(yuan):,}.{cents}"

    assert amount_in(str(money)) == amount_in(grouped) == amount_in(grouped.translate(FULL_WIDTH)) == money


def test_amounts_in_prose_need_a_currency_beside_them() -> None:
    text = "120台,赔 800元,还有¥1,200.50 和 1.2万元,运费0.001元"

    found = [(str(amount), text[start:end]) for amount, start, end in amounts_in(text)]

    assert found == [("800.00", "800元"), ("1200.50", "¥1,200.50"), ("12000.00", "1.2万元")]
