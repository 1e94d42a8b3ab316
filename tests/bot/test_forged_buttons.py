"""Whatever a forged button sends, to whatever handler, it is answered and never a fault."""

import json
from itertools import product

import pytest

from bot.all_routes import all_routes
from bot.clock import SystemClock
from bot.dispatch import Dispatcher
from bot.inbox.worker import Worker
from handlers.joining import stranger_arrived
from tests import make
from tests.bot.office import Office

ROUTES = all_routes()
IDS = ("1", "999999999999999999")
ARGS = ("", ":", ":1", ":x", ":x:y", ":1:x", ":x=1", ":1=x", ":99999999999999999999", ":３")
PRESSERS = ("E17", "E11")


@pytest.mark.parametrize("presser", PRESSERS)
async def test_no_forged_press_is_a_fault_of_ours(office: Office, presser: str) -> None:
    async with office.units.open(make.NOW) as uow:
        for employee_no in PRESSERS:
            await uow.persons.add(make.person(employee_no))
        await uow.cases.add(make.case())
    worker = Worker(
        office.units, Dispatcher(ROUTES, stranger_arrived, "bot"), SystemClock(), lambda _uow: None
    )
    forged = [f"{verb}:{number}:1{arg}" for verb, number, arg in product(ROUTES.presses, IDS, ARGS)]
    await _deliver(office, make.person(presser).chat_id or 0, forged)

    while await office.rows("SELECT 1 FROM inbox WHERE state = 'waiting' AND tries = 0 LIMIT 1"):
        await worker.handle_batch()

    assert await office.rows("SELECT fault, raw FROM inbox WHERE fault <> '' LIMIT 3") == []
    answers = await office.rows("SELECT count(*) FROM outbox WHERE method = 'answerCallbackQuery'")
    assert answers == [(len(forged),)]


async def _deliver(office: Office, chat_id: int, forged: list[str]) -> None:
    person = {"id": chat_id, "is_bot": False, "first_name": "x"}
    chat = {"id": chat_id, "type": "private", "first_name": "x"}
    message = {"message_id": 1, "date": 1740960720, "chat": chat, "text": "x"}
    rows = [
        (
            number,
            chat_id,
            json.dumps(
                {
                    "update_id": number,
                    "callback_query": {
                        "id": str(number),
                        "from": person,
                        "chat_instance": "1",
                        "message": message,
                        "data": data,
                    },
                }
            ),
        )
        for number, data in enumerate(forged, 1)
    ]
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO inbox VALUES (?, ?, ?, '2025-03-03 00:12:00.000000', 'waiting', 0, '')", rows
        )
