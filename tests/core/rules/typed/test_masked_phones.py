import pytest

from core.rules.typed.masked_phones import without_phones


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("漏水 8 台,电话 13800138000,急", "漏水 8 台,电话 138****8000,急"),
        ("请打 138 0013 8000", "请打 138 **** 8000"),
        ("座机 0512-66668888", "座机 051*-****8888"),
        ("订单 SO-20871,数量 120", "订单 SO-20871,数量 120"),
    ],
)
def test_a_telephone_is_hidden_but_for_its_ends(told: str, shown: str) -> None:
    assert without_phones(told) == shown
