"""Until it is known whether an album is a tip, it is kept where nobody reads it, and only its own chat waits."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from bot.inbox.poller import KEEPING
from bot.tips.gate import Gate
from bot.tips.marks import Marks
from bot.tips.own_key import OwnKey
from bot.tips.route import ENVELOPED, ROUTES, Intent, Route
from tests import make
from tests.bot.office import Office
from tests.laws import tried

PRIVATE = X25519PrivateKey.generate()
ME, OTHER = 1017, 1018
SECRET = "behind the store"
ALBUM = "777"


@dataclass
class Door:
    """A gate whose rows are kept, as the poller does; `seconds` have passed."""

    office: Office
    key: str = "tips.key"
    public: X25519PublicKey | None = field(default_factory=PRIVATE.public_key)
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self.own = OwnKey(self.office.folder / self.key)
        self.gate = Gate(self.own, self.public, Marks(self.own), lambda: self.seconds)

    async def takes(self, *updates: dict[str, Any], after: float = 0.0) -> None:
        self.seconds += after
        async with self.office.units.database.writing() as connection:
            rows = await self.gate.rows(updates, make.NOW, connection)
            if rows:
                await connection.execute(KEEPING, rows)

    async def kept(self) -> list[tuple[Any, ...]]:
        """Number, state, chat, and the words or the wish of each row."""
        rows = await self.office.rows("SELECT update_id, state, chat_id, raw FROM inbox ORDER BY update_id")
        return [(number, state, chat, self._said(raw)) for number, state, chat, raw in rows]

    def _said(self, raw: str) -> Any:
        read = json.loads(raw) if raw else {}
        if "tip" in read:
            return self.route(raw).intent
        message = read.get("message") or read.get("edited_message") or {}
        return message.get("text") or message.get("caption") or ""

    def route(self, raw: str) -> Route:
        return ROUTES.validate_json(self.own.opened(ENVELOPED.validate_json(raw).tip.route))


@pytest.fixture
async def door(office: Office) -> Door:
    async with office.units.open(make.NOW) as uow:
        for number in ("E17", "E18"):
            await uow.persons.add(make.person(number))
    return Door(office)


def said(number: int, text: str, *, by: int = ME, chat: int = 0, **more: Any) -> dict[str, Any]:
    message = {"message_id": number, "chat": {"id": chat or by}, "from": {"id": by}, "text": text}
    return {"update_id": number, "message": {**message, **more}}


def part(number: int, caption: str = "", *, album: str = ALBUM, **more: Any) -> dict[str, Any]:
    update = said(number, "", media_group_id=album, caption=caption, photo=[{"file_id": "f"}], **more)
    del update["message"]["text"]
    return update


def edit(update: dict[str, Any], number: int, words: str) -> dict[str, Any]:
    message = dict(update["message"])
    message["caption" if "caption" in message else "text"] = words
    return {"update_id": number, "edited_message": message}


async def test_a_part_is_held_unreadable_and_released_when_no_other_comes(door: Door) -> None:
    await door.takes(part(1, SECRET))
    held = await door.office.rows("SELECT raw FROM inbox")
    await door.takes(after=0.9)
    before = await door.kept()
    await door.takes(after=0.1)

    assert SECRET not in str(held)
    assert before == [(1, "held", 0, "")]
    assert await door.kept() == [(1, "waiting", ME, SECRET)]
    assert not door.gate.is_holding


async def test_a_last_part_that_begins_a_tip_seals_all_and_what_came_between(door: Door) -> None:
    await door.takes(part(1, SECRET), said(2, "in between"))
    await door.takes(part(3, "/tip"), said(4, "and after"), after=0.9)

    assert await door.kept() == [
        (1, "waiting", 0, Intent.BEGIN),
        (2, "waiting", 0, Intent.PIECE),
        (3, "waiting", 0, Intent.BEGIN),
        (4, "waiting", 0, Intent.PIECE),
    ]


async def test_only_the_chat_of_the_album_waits_and_its_order_stays(door: Door) -> None:
    await door.takes(said(1, "before"), part(2), said(3, "after"), said(4, "somebody else", by=OTHER))
    held = [(number, state) for number, state, *_ in await door.kept()]
    await door.takes(after=1.0)

    assert held == [(1, "waiting"), (2, "held"), (3, "held"), (4, "waiting")]
    assert {state for _, state, *_ in await door.kept()} == {"waiting"}


async def test_albums_one_after_the_other_hold_each_other_for_no_longer_than_their_own_second(
    door: Door,
) -> None:
    await door.takes(part(1))
    await door.takes(part(2, album="778"), after=0.6)
    await door.takes(after=0.4)

    assert [state for _, state, *_ in await door.kept()] == ["waiting", "held"]


async def test_an_album_that_is_full_is_not_held(door: Door) -> None:
    await door.takes(*(part(number) for number in range(1, 11)))

    assert {state for _, state, *_ in await door.kept()} == {"waiting"}


async def test_who_is_writing_a_tip_is_not_kept_waiting(door: Door) -> None:
    await door.takes(said(1, "/tip"), part(2))
    await door.takes(part(3))

    assert [wish for *_, wish in await door.kept()] == [Intent.BEGIN, Intent.PIECE, Intent.PIECE]


async def test_an_edit_of_a_part_does_not_hold_its_chat_up_again(door: Door) -> None:
    await door.takes(edit(part(1), 2, "a better caption"))

    assert await door.kept() == [(2, "waiting", ME, "a better caption")]


async def test_what_comes_again_while_it_is_held_is_held_once(door: Door) -> None:
    await door.takes(part(1))
    await door.takes(part(1), part(2, "/tip"))

    assert [wish for *_, wish in await door.kept()] == [Intent.BEGIN, Intent.BEGIN]
    assert await door.office.rows("SELECT count(*) FROM tip_marks WHERE NOT is_person") == [(2,)]


async def test_after_a_stop_in_between_the_rest_is_waited_for_anew(door: Door) -> None:
    await door.takes(part(1, SECRET))
    again = Door(door.office, seconds=500.0)
    assert again.gate.is_holding
    await again.takes(said(2, "somebody else", by=OTHER))
    await again.takes(part(3, "/tip"), after=0.5)

    assert [wish for *_, wish in await again.kept()] == [Intent.BEGIN, "somebody else", Intent.BEGIN]


async def test_what_another_key_held_is_left_to_be_set_aside(door: Door) -> None:
    await door.takes(part(1, SECRET))
    other = Door(door.office, key="other.key")
    await other.takes()

    ((state, raw),) = await door.office.rows("SELECT state, raw FROM inbox")
    assert state == "waiting"
    assert "held" in json.loads(raw)


@pytest.mark.parametrize("opened_before", [True, False])
async def test_where_no_tips_are_taken_nothing_waits(door: Door, opened_before: bool) -> None:
    if opened_before:
        await door.takes(part(1))
    closed = Door(door.office, public=None)
    await closed.takes(part(1), part(2))

    assert [state for _, state, *_ in await closed.kept()] == ["waiting", "waiting"]


async def test_in_a_group_no_part_of_such_an_album_is_kept(door: Door) -> None:
    await door.takes(part(1, SECRET, chat=-5))
    await door.takes(part(2, "/tip", chat=-5))

    assert [wish for *_, wish in await door.kept()] == [Intent.NOTHING, Intent.IN_GROUP]


async def test_parts_that_were_already_kept_are_taken_back_into_the_tip(door: Door) -> None:
    await door.takes(said(1, "an ordinary message"), part(2, SECRET), part(3))
    await door.takes(after=1.0)
    async with door.office.units.database.writing() as connection:
        await connection.exec_driver_sql("UPDATE inbox SET state = 'done' WHERE update_id = 2")
    await door.takes(part(9, "and this"))
    await door.takes(part(10, "/tip"), after=5.0)

    below, still_below, *above = await door.kept()
    assert [below[1:], still_below[1:]] == [("waiting", 0, Intent.ADDITION)] * 2
    assert above == [
        (1, "waiting", ME, "an ordinary message"),
        (2, "done", ME, ""),
        (3, "done", ME, ""),
        (9, "waiting", 0, Intent.BEGIN),
        (10, "waiting", 0, Intent.BEGIN),
    ]
    assert await _routes(door, lambda route: (route.was_kept, route.is_quiet)) == [
        (False, True),
        (False, True),
        (True, False),
        (False, False),
    ]


@pytest.mark.parametrize("first", [said(1, SECRET), part(1, SECRET)])
async def test_a_message_that_an_edit_makes_a_tip_is_taken_back_too(
    door: Door, first: dict[str, Any]
) -> None:
    await door.takes(first)
    await door.takes(said(11, "of another number"), after=1.0)
    await door.takes(edit(first, 12, f"/tip {SECRET}"))

    assert [wish for *_, wish in await door.kept()] == [
        Intent.ADDITION,
        "",
        "of another number",
        Intent.BEGIN,
    ]
    assert SECRET not in str(await door.office.rows("SELECT raw FROM inbox"))


async def test_that_it_was_kept_is_said_also_where_it_is_found_no_more(door: Door) -> None:
    await door.takes(edit(said(1, SECRET), 12, "/tip"))

    assert await _routes(door, lambda route: route.was_kept) == [True]


async def test_an_edit_of_what_was_a_tip_all_along_takes_nothing_back(door: Door) -> None:
    await door.takes(said(1, "/tip"))
    await door.takes(edit(said(1, "/tip"), 2, "/tip more"))

    assert await _routes(door, lambda route: route.was_kept) == [False, False]


TYPED = st.tuples(
    st.sampled_from([ME, OTHER]), st.sampled_from(["", "777", "778"]), st.sampled_from(["", "more", "/tip"])
)


@tried(40, HealthCheck.function_scoped_fixture)
@given(st.lists(st.lists(TYPED, max_size=5), max_size=6), st.floats(0.0, 0.19))
async def test_in_whatever_polls_they_come_nothing_is_lost_read_or_overtaken(
    door: Door, polls: list[list[tuple[int, str, str]]], rest: float
) -> None:
    fresh = await _emptied(door)
    came: dict[int, tuple[int, str]] = {}
    begun = set()
    for poll in polls:
        new = {len(came) + place: one for place, one in enumerate(poll, 1)}
        came |= {number: (by, f"{by}{album}" if album else "") for number, (by, album, _) in new.items()}
        begun |= {f"{by}{album}" for by, album, words in poll if album and words == "/tip"}
        await fresh.takes(*(_typed(number, *one) for number, one in new.items()), after=rest)
        await _overtakes_nothing(fresh, came)
    # a little more than it takes: seconds are floats
    await fresh.takes(after=1.1)

    kept = await fresh.kept()
    assert [number for number, *_ in kept if number > 0] == sorted(came)
    assert {state for _, state, *_ in kept} <= {"waiting"}
    assert not {came[number][1] for number, _, chat, _ in kept if chat} & begun


def _typed(number: int, by: int, album: str, words: str) -> dict[str, Any]:
    if not album:
        return said(number, words, by=by)
    return part(number, words, album=f"{by}{album}", chat={"id": by}, **{"from": {"id": by}})


async def _overtakes_nothing(door: Door, came: dict[int, tuple[int, str]]) -> None:
    for chat in (ME, OTHER):
        states = [state for number, state, *_ in await door.kept() if came[number][0] == chat]
        assert states == sorted(states, key=["waiting", "held"].index)


async def _emptied(door: Door) -> Door:
    async with door.office.units.database.writing() as connection:
        for table in ("inbox", "tip_marks"):
            await connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
    return Door(door.office)


async def _routes(door: Door, of: Callable[[Route], Any]) -> list[Any]:
    rows = await door.office.rows("SELECT raw FROM inbox WHERE chat_id = 0 ORDER BY update_id")
    return [of(door.route(raw)) for (raw,) in rows]
