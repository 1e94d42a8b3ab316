"""What the gate lets through as it came, what it seals, and that nothing which arrives stops it."""

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from bot.tips.gate import Gate
from bot.tips.marks import IDLE, Marks
from bot.tips.own_key import OwnKey
from bot.tips.reading import read_piece
from bot.tips.route import ENVELOPED, ROUTES, Intent, Route
from core.model.tip import Tip, TipPiece
from tests import make
from tests.bot.office import Office
from tests.laws import tried

PRIVATE = X25519PrivateKey.generate()
ME = 1017


@pytest.fixture
async def gate(office: Office) -> Gate:
    async with office.units.open(make.NOW) as uow:
        await uow.persons.add(make.person("E17"))
    key = OwnKey(office.folder / "tips.key")
    return Gate(key, PRIVATE.public_key(), Marks(key))


def said(number: int, text: Any, **more: Any) -> dict[str, Any]:
    chat = {"id": ME, "type": "private"}
    message = {"message_id": number, "date": 1740960720, "chat": chat, "from": {"id": ME}, "text": text}
    return {"update_id": number, "message": {**message, **more}}


async def rows(office: Office, gate: Gate, *updates: dict[str, Any], later: Any = None) -> list[Any]:
    async with office.units.database.writing() as connection:
        return await gate.rows(updates, make.NOW if later is None else make.NOW + later, connection)


def route_in(office: Office, row: Any) -> Route:
    envelope = ENVELOPED.validate_json(row["raw"]).tip
    return ROUTES.validate_json(OwnKey(office.folder / "tips.key").opened(envelope.route))


async def test_what_has_nothing_to_do_with_tips_is_kept_as_it_came(office: Office, gate: Gate) -> None:
    (row,) = await rows(office, gate, said(1, "a pump leaks"))

    assert json.loads(row["raw"])["message"]["text"] == "a pump leaks"
    assert row["chat_id"] == ME


async def test_half_a_character_in_a_tip_stops_nothing_and_is_read(office: Office, gate: Gate) -> None:
    (row,) = await rows(office, gate, said(1, "/tip half \ud83d"))
    route = route_in(office, row)
    piece = TipPiece(tip_id=1, sealed=ENVELOPED.validate_json(row["raw"]).tip.content, received_at=make.NOW)

    assert "tip half" not in row["raw"]
    read = read_piece(piece, Tip(number=route.tip, opened_at=make.NOW), PRIVATE)
    assert read.words == "/tip half ?"


async def test_after_hours_of_silence_a_message_is_an_ordinary_one_again(office: Office, gate: Gate) -> None:
    await rows(office, gate, said(1, "/tip"))
    (within,) = await rows(office, gate, said(2, "more"), later=IDLE * 0.99)
    (after,) = await rows(office, gate, said(3, "a complaint"), later=IDLE * 2)

    assert route_in(office, within).intent is Intent.PIECE
    assert "a complaint" in after["raw"]


async def test_a_pinned_message_of_a_tip_and_a_press_under_one_are_sealed(office: Office, gate: Gate) -> None:
    await rows(office, gate, said(1, "/tip they hid it"), said(2, "/cancel"))
    pinned = said(3, None, pinned_message=said(1, "/tip they hid it")["message"])
    pressed = {
        "update_id": 4,
        "callback_query": {
            "id": "9",
            "from": {"id": ME},
            "data": "case:1:1",
            "message": said(1, "x")["message"],
        },
    }
    sealed_pin, sealed_press = await rows(office, gate, pinned, pressed)

    assert "they hid it" not in sealed_pin["raw"]
    assert route_in(office, sealed_pin).intent is Intent.ADDITION
    assert route_in(office, sealed_press).intent is Intent.NOTHING


async def test_who_left_writes_no_tip(office: Office, gate: Gate) -> None:
    async with office.units.open(make.NOW) as uow:
        person = make.person("E18", left_on=make.NOW.date().replace(day=1))
        await uow.persons.add(person)
    update = said(1, "/tip x", chat={"id": 1018}, **{"from": {"id": 1018}})
    (row,) = await rows(office, gate, update)

    assert route_in(office, row).intent is Intent.STRANGER
    assert ENVELOPED.validate_json(row["raw"]).tip.content == ""


async def test_another_key_knows_nobody_again(office: Office, gate: Gate) -> None:
    await rows(office, gate, said(1, "/tip"))
    other = OwnKey(office.folder / "other.key")
    (row,) = await rows(office, Gate(other, PRIVATE.public_key(), Marks(other)), said(2, "more"))

    assert row["chat_id"] == ME


@tried(60, HealthCheck.function_scoped_fixture)
@given(st.text(max_size=6), st.sampled_from(["text", "caption", "media_group_id"]), st.booleans())
async def test_whatever_is_typed_in_a_tip_is_sealed(
    office: Office, gate: Gate, words: str, place: str, is_edit: bool
) -> None:
    update = said(900, None) if place != "text" else said(900, words)
    update["message"][place] = words
    if is_edit:
        update["edited_message"] = update.pop("message")
    begun, row = await rows(office, gate, said(899, "/tip"), update)

    assert route_in(office, begun).intent is Intent.BEGIN
    is_command = place == "text" and words.strip().startswith("/")
    assert is_command or base64.b64decode(ENVELOPED.validate_json(row["raw"]).tip.content)
