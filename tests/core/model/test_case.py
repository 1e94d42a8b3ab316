"""What a case says of itself."""

from dataclasses import replace

from tests.make import case


def test_it_is_about_its_product_or_about_the_part_where_nobody_named_one() -> None:
    named = case(product="A4 打印纸", part_no="P-117")

    assert named.goods == "A4 打印纸"
    assert replace(named, product="").goods == "P-117"
