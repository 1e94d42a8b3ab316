"""Messages in words: the reader's language, the site's zone, and nothing that a person wrote taken as marks."""

from datetime import UTC, date, datetime

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from bot.render.language import language
from bot.render.renderer import Renderer
from core.model.company import Site
from core.model.message import Button, Message
from tests import make

AT = datetime(2025, 3, 3, 0, 12, tzinfo=UTC)
URUMQI = Site(id="urumqi", name="乌鲁木齐厂", zone="Asia/Urumqi")
RENDERER = Renderer(make.company(sites=(make.SUZHOU, URUMQI)))
UNKNOWN = Message(template="command_unknown", data={"command": "<b>/x</b> & co"})


def test_what_people_wrote_is_escaped() -> None:
    assert "&lt;b&gt;/x&lt;/b&gt; &amp; co" in RENDERER.rendered("en", UNKNOWN).html


def test_every_reader_gets_their_language_and_an_unknown_one_the_main() -> None:
    chinese, english, french = (RENDERER.rendered(name, UNKNOWN).html for name in ("zh-Hans", "en", "fr"))

    assert "There is no command" in english
    assert "没有" in chinese
    assert french == chinese


def test_data_that_is_missing_is_a_fault_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        RENDERER.rendered("en", Message(template="command_unknown"))


def test_a_template_cannot_reach_into_the_program() -> None:
    spoken = language("en")

    with pytest.raises(SecurityError):
        spoken.sentences.from_string("{{ ''.__class__.__mro__ }}").render()


def test_a_refusal_is_a_plain_sentence() -> None:
    assert "/cases" in RENDERER.sentence("en", "errors", "thing_unknown", {})


@pytest.mark.parametrize(
    ("data", "zone"),
    [
        ({}, "Asia/Shanghai"),
        ({"site": "urumqi"}, "Asia/Urumqi"),
        ({"site": URUMQI}, "Asia/Urumqi"),
        ({"case": make.case(site="urumqi")}, "Asia/Urumqi"),
        ({"site": "unheard of", "case": 7}, "Asia/Shanghai"),
    ],
)
def test_times_are_said_in_the_zone_of_the_site_that_the_message_is_about(
    data: dict[str, object], zone: str
) -> None:
    assert str(RENDERER.zone_of(data)) == zone


def test_buttons_become_a_keyboard_in_the_readers_words() -> None:
    rows = (
        (Button("submit", "submit", 7, 2, style="success"), Button("", "rate", 7, 2, "60", text="60%")),
        (),
        (Button("", text="250303", copy="250303"),),
    )

    markup = RENDERER.rendered(
        "zh-Hans", Message(template=UNKNOWN.template, data=UNKNOWN.data, rows=rows)
    ).markup

    assert markup == {
        "inline_keyboard": [
            [
                {"text": "✅ 提交", "style": "success", "callback_data": "submit:7:2"},
                {"text": "60%", "callback_data": "rate:7:2:60"},
            ],
            [{"text": "250303", "copy_text": {"text": "250303"}}],
        ]
    }


def test_a_message_without_buttons_has_no_keyboard() -> None:
    assert RENDERER.rendered("en", UNKNOWN).markup is None


def test_button_data_that_telegram_would_refuse_is_a_fault_here() -> None:
    rows = ((Button("submit", "submit", 7, 2, "字" * 20),),)

    with pytest.raises(ValueError, match="64 bytes"):
        RENDERER.rendered("en", Message(template=UNKNOWN.template, data=UNKNOWN.data, rows=rows))


def test_a_message_knows_the_day_it_is_read_on_in_its_own_zone() -> None:
    message = Message(
        template="rulebook_wanted",
        data={"number": "250303", "site_name": "苏州厂", "occurred_on": date(2024, 12, 30)},
    )

    assert "12月30日" in RENDERER.rendered("zh-Hans", message).html
    new_year = datetime(2024, 12, 31, 16, 30, tzinfo=UTC)
    assert "2024年12月30日" in RENDERER.rendered("zh-Hans", message, new_year).html
