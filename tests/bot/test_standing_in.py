"""What is refused for the person is tried in the place of who is away, and the log says for whom."""

import json

from telegram import Update

from bot.all_routes import all_routes
from bot.dispatch import Dispatcher
from bot.inbox.standing_in import settled_for_absent
from bot.storage.unit_of_work import SqlUnitOfWork
from core.errors import NotAllowed, NotThisPerson, WrongStage
from core.model.case import Stage
from core.model.deputy import Deputyship
from core.model.person import Person
from handlers.joining import stranger_arrived
from tests import make
from tests.bot.office import Office

DISPATCHER = Dispatcher(all_routes(), stranger_arrived, "bot")
REFUSED = NotThisPerson("triage_by_quality", number="250303", names=())
AUDITOR, QUALITY, REPORTER = "E08", "E11", "E10"


async def with_deputy(uow: SqlUnitOfWork, stage: Stage = Stage.REGISTERED, *, is_away: bool = True) -> Person:
    """钱进 (E08), an auditor, standing in for 陈洁 (E11) of quality; 王小明 (E10) reported case 1."""
    people = {number: await uow.persons.add(make.person(number)) for number in (REPORTER, QUALITY, AUDITOR)}
    await uow.cases.add(make.case(reporter_id=people[REPORTER].id, stage=stage))
    if is_away:
        day = make.NOW.date()
        await uow.deputyships.add(
            Deputyship(
                person_id=people[QUALITY].id,
                deputy_id=people[AUDITOR].id,
                from_on=day,
                until_on=day,
                named_by=people[QUALITY].id,
                named_at=make.NOW,
            )
        )
    return people[AUDITOR]


def pressed(person: Person, data: str) -> Update:
    user = {"id": person.chat_id, "is_bot": False, "first_name": person.name}
    chat = {"id": person.chat_id, "type": "private", "first_name": person.name}
    message = {"message_id": 1, "date": 1740960720, "chat": chat, "text": "x"}
    query = {"id": "1", "from": user, "chat_instance": "1", "message": message, "data": data}
    update = Update.de_json({"update_id": 1, "callback_query": query})
    assert update is not None
    return update


async def test_it_is_done_and_the_log_says_for_whom(office: Office) -> None:
    async with office.units.open(make.NOW) as uow:
        auditor = await with_deputy(uow)

        said = await settled_for_absent(pressed(auditor, "accept:1:1"), REFUSED, DISPATCHER, uow)

        assert said is None
        case = await uow.cases.get(1)
        quality = await uow.persons.one(employee_no=QUALITY)
        assert quality is not None
        assert (case.stage, case.owner_id) == (Stage.INVESTIGATING, quality.id)
    rows = await office.rows("SELECT actor_id, facts FROM log WHERE act = 'case_accepted'")
    assert [(actor, json.loads(facts)["for"]) for actor, facts in rows] == [(auditor.id, quality.id)]


async def test_another_refusal_on_the_way_is_the_one_that_is_said(office: Office) -> None:
    async with office.units.open(make.NOW) as uow:
        auditor = await with_deputy(uow, Stage.CLOSED)

        said = await settled_for_absent(pressed(auditor, "event_now:1:1:0"), REFUSED, DISPATCHER, uow)

        assert isinstance(said, WrongStage)


async def test_where_the_absent_may_not_either_the_first_refusal_stands(office: Office) -> None:
    async with office.units.open(make.NOW) as uow:
        auditor = await with_deputy(uow)

        said = await settled_for_absent(pressed(auditor, "pay_make:1:1"), REFUSED, DISPATCHER, uow)

        assert said is REFUSED


async def test_who_stands_in_for_nobody_is_refused_at_once(office: Office) -> None:
    async with office.units.open(make.NOW) as uow:
        auditor = await with_deputy(uow, is_away=False)

        said = await settled_for_absent(pressed(auditor, "accept:1:1"), REFUSED, DISPATCHER, uow)

        assert said is REFUSED


async def test_what_is_not_about_the_person_is_not_tried_again(office: Office) -> None:
    wrong = NotAllowed("answer_empty")
    async with office.units.open(make.NOW) as uow:
        auditor = await with_deputy(uow)

        assert await settled_for_absent(pressed(auditor, "accept:1:1"), wrong, DISPATCHER, uow) is wrong


async def test_strangers_stand_in_for_nobody(office: Office) -> None:
    async with office.units.open(make.NOW) as uow:
        stranger = make.person("E99")

        assert await settled_for_absent(pressed(stranger, "accept:1:1"), REFUSED, DISPATCHER, uow) is REFUSED
