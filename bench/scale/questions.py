"""What people ask of the bot when there are a million cases, and within how many milliseconds it must be answered."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bench.scale.founding import FIRST_CHAT, PARTS
from bench.scale.hands import Update, presses, says

LIMIT = 20.0
# by their places in a team: of the first, who has the offices, and of the fourth
OFFICES = {"general manager": 1, "director": 2, "finance": 8, "admin": 9, "auditor": 10}
TEAM = {
    name: 3 * PARTS + place
    for name, place in {"supervisor": 4, "worker": 5, "sales": 6, "quality": 7}.items()
}
PEOPLE = {name: FIRST_CHAT + place for name, place in {**OFFICES, **TEAM}.items()}
VIEWS = ("open.0", "open.50", "all.0", "all.5000", "mine.0")
WORDS = ("水泵", "水", "轴封", "B500000", "SO-20690-4000", "张伟03", "宏达机电123 水泵", "绿源灌溉7 磕碰")
SEARCHERS = ("quality", "worker", "supervisor", "sales", "general manager")
STAGES = (
    "registered",
    "investigating",
    "confirming",
    "approving",
    "decided",
    "closed",
    "refused",
    "returned",
)
NEWEST = text(
    "SELECT id, version, reporter_id FROM cases WHERE stage = :stage AND site = 'suzhou' ORDER BY id DESC LIMIT 1"
)
ASKED = text(
    "SELECT d.owner_id, d.case_id, c.version FROM duties d JOIN cases c ON c.id = d.case_id"
    " WHERE d.kind = 'confirm_responsibility' AND d.done_at IS NULL AND c.stage = 'confirming' ORDER BY d.id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Question:
    """An update, with a name; a limit of 0 is none."""

    name: str
    update: Update
    limit: float = 0.0


async def questions(connection: AsyncConnection) -> AsyncIterator[Question]:
    """All of them, one after the other."""
    for name, chat_id in PEOPLE.items():
        yield Question(f"/due, {name}", says(chat_id, "/due"), LIMIT)
        yield Question(f"/cases, {name}", says(chat_id, "/cases"), LIMIT)
    for one in _searches():
        yield one
    async for question in _cards(connection):
        yield question
    async for question in _steps(connection):
        yield question


def _searches() -> Iterator[Question]:
    for view in VIEWS:
        yield Question(f"/cases {view}, quality", presses(PEOPLE["quality"], f"cases:0:0:{view}"), LIMIT)
    for words in WORDS:
        for name in SEARCHERS:
            yield Question(f"/find {words}, {name}", says(PEOPLE[name], f"/find {words}"), LIMIT)


async def _cards(connection: AsyncConnection) -> AsyncIterator[Question]:
    for stage in STAGES:
        found = (await connection.execute(NEWEST, {"stage": stage})).one()
        for name in ("quality", "general manager"):
            update = presses(PEOPLE[name], f"case:{found.id}:{found.version}:")
            yield Question(f"a {stage} case, {name}", update, LIMIT)


async def _steps(connection: AsyncConnection) -> AsyncIterator[Question]:
    yield Question("/new, sales", says(PEOPLE["sales"], "/new"))
    yield Question(
        "words of a customer, sales",
        says(PEOPLE["sales"], "订单 SO-20690 水泵 P-300 轴封漏水 8 台，要求换货"),
    )
    registered = (await connection.execute(NEWEST, {"stage": "registered"})).one()
    accepts = presses(FIRST_CHAT + 7, f"accept:{registered.id}:{registered.version}:")
    yield Question("a case is taken on, quality", accepts)
    asked = (await connection.execute(ASKED)).one()
    confirms = presses(FIRST_CHAT + asked.owner_id, f"confirm:{asked.case_id}:{asked.version}:0")
    yield Question("responsibility is confirmed", confirms)
    yield Question("/my, worker", says(PEOPLE["worker"], "/my"))
    yield Question("/report of the week, quality", says(PEOPLE["quality"], "/report"))
