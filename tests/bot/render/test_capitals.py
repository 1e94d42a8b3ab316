import pytest

from bot.render.capitals import in_capitals
from core.model.money import Money


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0.00", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("0.55", "伍角伍分"),
        ("10.00", "壹拾元整"),
        ("110.10", "壹佰壹拾元壹角整"),
        ("876.00", "捌佰柒拾陆元整"),
        ("1001.01", "壹仟零壹元零壹分"),
        ("1460.00", "壹仟肆佰陆拾元整"),
        ("10005.06", "壹万零伍元零陆分"),
        ("10500.32", "壹万零伍佰元叁角贰分"),
        ("100000.00", "壹拾万元整"),
        ("100010000.00", "壹亿零壹万元整"),
        ("20000000001.00", "贰佰亿零壹元整"),
        (Money(20000100007), "贰亿零壹仟元零柒分"),
    ],
)
def test_an_amount_is_written_as_on_a_cheque(amount: Money | str, said: str) -> None:
    assert in_capitals(amount) == said
