"""From a message to calls of the Bot API."""

import json

import pytest

from bot.outbox.files import file_calls
from bot.outbox.rows import Place, answer_row, message_rows
from bot.outbox.subjects import case_in, notice_in
from bot.render.rendered import Rendered
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.message import Message
from core.model.money import Money
from core.model.notice import Notice
from tests import make
from tests.make import NOW

PLACE = Place(chat_id=1017, person_id=3)
CASE = make.case(id=17)
NOTICE = Notice(id=9, number="TZ-1", case_id=17, version=1, person_id=3, amount=Money(1), issued_at=NOW)
LONG = "\n".join("字" * 1000 for _ in range(9))


def test_a_message_is_one_call_with_its_case_and_its_buttons() -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x:1:1"}]]}
    [row] = message_rows(PLACE, Message(template="x", data={"case": CASE}), Rendered("<b>x</b>", markup), ())

    assert (row["method"], row["chat_id"], row["person_id"], row["case_id"]) == ("sendMessage", 1017, 3, 17)
    call = json.loads(row["payload"])
    assert (call["text"], call["parse_mode"], call["reply_markup"]) == ("<b>x</b>", "HTML", markup)
    assert "chat_id" not in call


def test_a_long_message_has_its_notice_on_the_last_part_and_each_part_once() -> None:
    message = Message(template="x", data={"notice": NOTICE}, once="notice:9")

    rows = message_rows(PLACE, message, Rendered(LONG), ())

    assert [row["notice_id"] for row in rows] == [None, None, 9]
    assert [row["once"] for row in rows] == ["notice:9", "notice:9#2", "notice:9#3"]


def test_a_message_in_the_place_of_another_edits_it_unless_it_is_too_long() -> None:
    place = Place(chat_id=1017, replaces=5)

    [edit] = message_rows(place, Message(template="x", card="case:17"), Rendered("x"), ())
    anew = message_rows(place, Message(template="x"), Rendered(LONG), ())

    assert (edit["method"], edit["card"], json.loads(edit["payload"])["message_id"]) == (
        "editMessageText",
        "case:17",
        5,
    )
    assert {row["method"] for row in anew} == {"sendMessage"}


def test_the_answer_to_a_press_leaves_before_everything_else() -> None:
    row = answer_row(1017, "q1", "done", is_alert=True)

    assert row["urgency"] < min(range(5))
    assert json.loads(row["payload"]) == {"callback_query_id": "q1", "text": "done", "show_alert": True}
    assert json.loads(answer_row(1017, "q1", "", is_alert=False)["payload"]) == {"callback_query_id": "q1"}


@pytest.mark.parametrize(
    ("data", "case_id", "notice_id"),
    [
        ({}, None, None),
        ({"case": CASE, "notice": NOTICE}, 17, 9),
        ({"case_id": 4, "notice_id": 5}, 4, 5),
        ({"case": "250303", "notice": "TZ-1"}, None, None),
    ],
)
def test_what_a_message_is_about_is_read_from_its_data(
    data: dict[str, object], case_id: int | None, notice_id: int | None
) -> None:
    assert (case_in(data), notice_in(data)) == (case_id, notice_id)


def test_files_go_as_albums_of_their_kind_at_most_ten_at_once() -> None:
    pieces = [_piece(number, Kind.PHOTO) for number in range(12)]
    pieces += [
        _piece(20, Kind.VIDEO),
        _piece(21, Kind.DOCUMENT),
        _piece(22, Kind.VOICE),
        _piece(23, Kind.VOICE),
    ]
    pieces += [_piece(24, Kind.TEXT), _piece(25, Kind.AUDIO), _piece(26, Kind.AUDIO)]

    calls = file_calls(pieces)

    sizes = [(method, len(call.get("media", "x"))) for method, call in calls]
    assert sizes == [
        ("sendMediaGroup", 10),
        ("sendMediaGroup", 3),
        ("sendDocument", 1),
        ("sendMediaGroup", 2),
        ("sendVoice", 1),
        ("sendVoice", 1),
    ]
    assert calls[1][1]["media"][2] == {"type": "video", "media": "file-20"}


def _piece(number: int, kind: Kind) -> Evidence:
    return Evidence(
        holder=Holder.CASE,
        holder_id=1,
        kind=kind,
        storing=Storing.TO_FETCH,
        file_id="" if kind is Kind.TEXT else f"file-{number}",
        chat_id=1,
        message_id=number,
        received_by=1,
        received_at=NOW,
    )
