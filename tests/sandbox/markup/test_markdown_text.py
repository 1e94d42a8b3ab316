import pytest

from bot.sandbox.faults import ApiFault
from bot.sandbox.markup.markdown_text import markdown_entities


@pytest.mark.parametrize(
    ("source", "text", "kind"),
    [
        ("*ab*", "ab", "bold"),
        ("_ab_", "ab", "italic"),
        ("__ab__", "ab", "underline"),
        ("~ab~", "ab", "strikethrough"),
        ("||ab||", "ab", "spoiler"),
        ("`a*`", "a*", "code"),
        ("```\nab```", "ab", "pre"),
        (">ab", "ab", "blockquote"),
    ],
)
def test_each_mark_is_its_entity(source: str, text: str, kind: str) -> None:
    assert markdown_entities(source) == (text, [{"type": kind, "offset": 0, "length": 2}])


def test_links_languages_quotes_and_escapes() -> None:
    text, entities = markdown_entities("[客](https://x.cn/\\)a)\n>一\n>二\n三\\.\n```py\nx```")
    assert text == "客\n一\n二\n三.\nx"
    assert entities == [
        {"type": "text_link", "url": "https://x.cn/)a", "offset": 0, "length": 1},
        {"type": "blockquote", "offset": 2, "length": 3},
        {"type": "pre", "language": "py", "offset": 9, "length": 1},
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a.", "Character '.' is reserved and must be escaped with the preceding '\\' at byte offset 1"),
        ("*a", "Can't find end of Bold entity at byte offset 0"),
        ("[a", "Can't find end of TextUrl entity at byte offset 0"),
        ("[a]b", "Can't find end of a URL at byte offset 2"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
        ("*_a*_", "Can't find end of the entity before '*' at byte offset 3"),
    ],
)
def test_broken_markdown_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiFault) as caught:
        markdown_entities(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"
