import pytest

from bot.sandbox.markup.entity_finding import found_entities
from bot.sandbox.markup.formatted_text import formatted


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("见 https://x.cn/a?b=1。", "url", "https://x.cn/a?b=1"),
        ("www.example.com, 好", "url", "www.example.com"),
        ("写给 a.b@example.com 吧", "email", "a.b@example.com"),
        ("/new 吧", "bot_command", "/new"),
        ("(/new@gongdao_bot)", "bot_command", "/new@gongdao_bot"),
        ("找 @lin_xiao", "mention", "@lin_xiao"),
        ("电话13800138000。", "phone_number", "13800138000"),
        ("+86 138 0013 8000", "phone_number", "+86 138 0013 8000"),
        ("标签 #客诉", "hashtag", "#客诉"),
        ("买 $USD", "cashtag", "$USD"),
    ],
)
def test_a_part_is_marked(text: str, kind: str, part: str) -> None:
    [entity] = found_entities(text)
    assert (entity["type"], text[entity["offset"] : entity["offset"] + entity["length"]]) == (kind, part)


@pytest.mark.parametrize(
    "text", ["SO-20871", "1/2", "a@b", "订单 250303 数量 120", "@ab", "20250303123456789"]
)
def test_what_only_looks_like_it_is_not_marked(text: str) -> None:
    assert found_entities(text) == []


def test_nothing_is_found_inside_code_and_links() -> None:
    _, entities = formatted('<code>/new</code> <a href="https://x.cn">/new</a> <b>/new</b>', "HTML")
    assert [entity["type"] for entity in entities] == ["code", "text_link", "bold", "bot_command"]


def test_space_around_a_text_goes_and_entities_move_with_it() -> None:
    text, entities = formatted("\n 📥 <b>好 </b> <i> </i>\n", "html")
    assert text == "📥 好"
    assert entities == [{"type": "bold", "offset": 3, "length": 1}]


def test_given_entities_are_kept() -> None:
    given = [{"type": "bold", "offset": 0, "length": 2}]
    assert formatted("好的", entities=given) == ("好的", given)
