from datetime import date
from time import process_time

import pytest

from core.rules.draft.found_fields import Said, fields_found

DAY = date(2025, 3, 3)
LETTER = (
    "您好，我们3月1日收到的水泵，订单 SO-20871，料号 P-300，数量１２０台，运行两小时后轴封漏水，不良8台。"
    "要求换货，电话13812345678，损失约1,460元"
)


def found_in(*texts: str, customers: tuple[str, ...] = (), products: tuple[str, ...] = ()) -> dict[str, str]:
    said = [Said(text, DAY) for text in texts]
    return {field: hit["value"] for field, hit in fields_found(said, customers, products).items()}


def test_a_complete_letter_fills_every_field() -> None:
    assert found_in(LETTER, products=("泵", "水泵")) == {
        "product": "水泵",
        "order_no": "SO-20871",
        "part_no": "P-300",
        "defective": "8",
        "quantity": "120",
        "phone": "13812345678",
        "demand": "换货",
        "amount": "1460.00",
        "occurred_on": "2025-03-01",
        "happened": LETTER,
    }


def test_english_letters_are_read_too() -> None:
    found = found_in(
        "PO-99881 pump P-300, quantity 120, 8 defective, please replace them", customers=("Hongda",)
    )

    assert found | {"happened": ""} == {
        "order_no": "PO-99881",
        "part_no": "P-300",
        "quantity": "120",
        "defective": "8",
        "demand": "please replace them",
        "happened": "",
    }


def test_english_sentences_end_at_a_full_stop() -> None:
    found = found_in(
        "Order SO-30112, pump P-300: 40 arrived on 26 February, the seals leak by 1.5 ml, 3 defective. "
        "Please replace 1.5 m of hose. Thank you."
    )

    assert found | {"happened": ""} == {
        "order_no": "SO-30112",
        "part_no": "P-300",
        "quantity": "40",
        "defective": "3",
        "demand": "Please replace 1.5 m of hose",
        "occurred_on": "2025-02-26",
        "happened": "",
    }


@pytest.mark.parametrize("said", ["6 of 50 valves arrived broken", "6 out of the 50 pumps leak"])
def test_some_of_so_many_are_the_defective_ones(said: str) -> None:
    found = found_in(said)

    assert (found["quantity"], found["defective"]) == ("50", "6")


@pytest.mark.parametrize(
    ("said", "customer", "product"),
    [
        (
            "Customer: Hongda Electric Co., Ltd. Product: Water Pump Order SO-2000",
            "Hongda Electric Co",
            "Water Pump",
        ),
        ("客户：宏达机电 Order SO-2000 产品：水泵 P-300", "宏达机电", "水泵"),
        ("customer: Hongda product: pump", "Hongda", "pump"),
    ],
)
def test_english_names_go_on_while_words_begin_with_a_capital_letter(
    said: str, customer: str, product: str
) -> None:
    found = found_in(said)

    assert (found["customer"], found["product"]) == (customer, product)


def test_each_field_says_where_it_was_read() -> None:
    found = fields_found([Said("第一行\n前面很多很多很多字 订单 SO-20871，后面\n下一行", DAY)], (), ())

    assert found["order_no"] == {"value": "SO-20871", "where": "很多很多很多字 订单 SO-20871，后面"}


def test_the_earliest_text_wins() -> None:
    assert found_in("订单 SO-1001", "订单 SO-1002")["order_no"] == "SO-1001"


def test_a_known_customer_is_recognised_and_the_longest_name_wins() -> None:
    assert found_in("宏达机电反映漏水", customers=("宏达", "宏达机电"))["customer"] == "宏达机电"


@pytest.mark.parametrize(
    ("text", "customer"), [("客户:恒通泵业,漏水", "恒通泵业"), ("客户名称：宏达机电 水泵漏水", "宏达机电")]
)
def test_a_named_customer_is_read(text: str, customer: str) -> None:
    assert found_in(text)["customer"] == customer


@pytest.mark.parametrize(
    "text", ["其中8台漏水", "不良 8", "不良品8件", "坏了 8 台", "轴封漏水，8 台", "8 are broken"]
)
def test_defective_pieces_are_counted(text: str) -> None:
    assert found_in(text)["defective"] == "8"


def test_the_defective_pieces_are_not_the_quantity() -> None:
    assert "quantity" not in found_in("其中8台漏水")


def test_numbers_and_codes_alone_do_not_say_what_happened() -> None:
    assert "happened" not in found_in("订单 SO-20871，料号 P-300", "", "见图")


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("漏水，要求：退货", "退货"),
        ("我们要求赔偿损失。谢谢", "我们要求赔偿损失"),
        ("这 8 台请换货", "这 8 台请换货"),
    ],
)
def test_the_demand_is_the_clause_that_makes_it(text: str, demand: str) -> None:
    assert found_in(text)["demand"] == demand


def test_a_text_without_a_demand_has_none() -> None:
    assert "demand" not in found_in("漏水很厉害")


@pytest.mark.parametrize(
    "text", ["漏" * 4096, "1" * 4096, "数量" + " " * 4000, "订单" + "A-" * 2000, "8台," * 1000, " " * 4096]
)
def test_texts_made_to_be_slow_are_read_at_once(text: str) -> None:
    began = process_time()

    found_in(text)

    assert process_time() - began < 1
