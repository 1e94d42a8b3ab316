import pytest

from bot.sandbox.faults import ApiFault
from bot.sandbox.markup.html_text import html_entities


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("del", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("tg-spoiler", "spoiler"),
        ("blockquote", "blockquote"),
    ],
)
def test_each_tag_is_its_entity(tag: str, kind: str) -> None:
    text, entities = html_entities(f"a<{tag}>bc</{tag}>")
    assert (text, entities) == ("abc", [{"type": kind, "offset": 1, "length": 2}])


def test_attributes_make_links_spoilers_folds_languages_and_emoji() -> None:
    text, entities = html_entities(
        '<a href="https://x.cn?a=1&amp;b=2">x</a><span class="tg-spoiler">y</span>'
        '<blockquote expandable>z</blockquote><pre><code class="language-python">p</code></pre>'
        '<tg-emoji emoji-id="5">👍</tg-emoji><a>n</a>'
    )
    assert text == "xyzp👍n"
    assert [entity["type"] for entity in entities] == [
        "text_link",
        "spoiler",
        "expandable_blockquote",
        "pre",
        "custom_emoji",
    ]
    assert entities[0]["url"] == "https://x.cn?a=1&b=2"
    assert entities[3]["language"] == "python"
    assert entities[4]["custom_emoji_id"] == "5"


def test_a_time_is_marked_with_its_number() -> None:
    _, entities = html_entities(
        '<tg-time unix="1740960720" format="wDT">a</tg-time><tg-time unix="1">b</tg-time>'
    )
    assert entities[0]["unix_time"] == 1740960720
    assert entities[0]["date_time_format"] == "wDT"
    assert entities[1] == {"type": "date_time", "unix_time": 1, "offset": 1, "length": 1}
    assert html_entities('<tg-time unix="soon">a</tg-time>') == ("a", [])


def test_offsets_count_utf_16_units() -> None:
    _, entities = html_entities("📥客<b>诉📥</b>")
    assert entities == [{"type": "bold", "offset": 3, "length": 3}]


def test_characters_are_written_as_entities() -> None:
    assert html_entities("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&#39;&#x4e2d;&nbsp;") == (
        "1 < 2 && 3 > 2 \"'中&nbsp;",
        [],
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("客</b>", "Unexpected end tag at byte offset 3"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<table>", 'Unsupported start tag "table" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegram_s_words(source: str, reason: str) -> None:
    with pytest.raises(ApiFault) as caught:
        html_entities(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"
