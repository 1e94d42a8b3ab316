import pytest

from core.errors import NotAllowed
from core.rules.typed.loss_text import loss_in


@pytest.mark.parametrize(
    ("kind", "typed", "loss"),
    [
        ("discount", "１２，３４５．６０元", {"kind": "discount", "amount": "12345.60"}),
        ("discount", "1.2万", {"kind": "discount", "amount": "12000.00"}),
        ("labour", "12", {"kind": "labour", "person_hours": "12"}),
        ("labour", "12 小时", {"kind": "labour", "person_hours": "12"}),
        ("labour", "3人×4小时", {"kind": "labour", "person_hours": "12"}),
        ("labour", "3 x 1.5", {"kind": "labour", "person_hours": "4.5"}),
        ("vehicle", "2小时 6.2米", {"kind": "vehicle", "vehicle_hours": "2", "length_m": "6.2"}),
        ("vehicle", "2,4.2", {"kind": "vehicle", "vehicle_hours": "2", "length_m": "4.2"}),
    ],
)
def test_losses_are_read_as_people_type_them(kind: str, typed: str, loss: dict[str, str]) -> None:
    assert loss_in(kind, typed) == loss


def test_a_foreign_amount_may_have_its_thousands_marked() -> None:
    assert loss_in("freight", "USD 1,000.50 @ 7 2025-03-03 Bank of China")["amount"] == "7003.50"


def test_a_foreign_loss_is_converted_once_and_keeps_where_it_came_from() -> None:
    loss = loss_in("third_party", "usd 100.05 @ 7.1823 2025-03-03 中国银行")

    assert loss["amount"] == "718.59"
    assert loss["foreign"] == {
        "currency": "USD",
        "amount": "100.05",
        "rate": "7.1823",
        "day": "2025-03-03",
        "source": "中国银行",
    }


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("labour", "many"),
        ("vehicle", "2"),
        ("discount", "=1+1"),
        ("discount", "CNY 100 @ 1 2025-03-03 bank"),
        ("discount", "USD 100 @ 7 2025-02-30 bank"),
    ],
)
def test_what_cannot_be_read_is_refused(kind: str, typed: str) -> None:
    with pytest.raises(NotAllowed):
        loss_in(kind, typed)
