"""/my, 代理人: who stands in for whom, from which day to which.

deputies ── 指定代理人 ──► who? ── a name ──► picked ──► from which day? ──► until which day? ──► settled, both told
    │    └─ 为别人指定 (admins) ──► for whom? ──► picked ──► who? …
    └─ 张三 → 李四 ──► called off
"""

from datetime import date
from enum import StrEnum

from core.actions.person.name_deputy import check_naming, check_naming_others, end_deputyship, name_deputy
from core.actions.person.read_deputies import may_name_others, read_deputies
from core.errors import NoSuchThing
from core.model.person import Person
from core.rules.staff.find_person import find_person
from core.rules.typed.date_text import day_in
from core.screens.deputies import day_asked, deputies_shown, deputy_named, deputyship_ended, people_asked
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn

MOST_FOUND = 8


class Step(StrEnum):
    """What is being asked."""

    ABSENT = "deputy_absent"
    DEPUTY = "deputy_who"
    FROM = "deputy_from"
    UNTIL = "deputy_until"


async def deputies_opened(turn: Turn) -> None:
    """代理人 was pressed."""
    known = await read_deputies(actor=turn.actor, uow=turn.uow)
    shown = deputies_shown(known, turn.actor, names_others=may_name_others(turn.actor))
    await turn.reply.say(shown)


async def naming_begun(turn: Turn) -> None:
    """指定代理人 was pressed: ask who; for somebody else, first for whom."""
    if turn.press.id == turn.actor.id:
        await _ask_deputy(turn, turn.actor)
        return
    check_naming_others(turn.actor)
    await turn.reply.say(people_asked("absent", "", "deputy_absent"))
    await turn.expect(Step.ABSENT)


async def absent_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    await turn.reply.say(people_asked("absent", "", "deputy_absent", await _found(turn), turn.words))


async def absent_picked(turn: Turn) -> None:
    """Ask who stands in for them."""
    await _ask_deputy(turn, await _person(turn, turn.press.id))


async def deputy_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    absent = await _asked_person(turn, "absent")
    shown = people_asked("deputy", absent.name, "deputy_pick", await _found(turn), turn.words)
    await turn.reply.say(shown)


async def deputy_picked(turn: Turn) -> None:
    """Ask from which day."""
    absent, deputy = await _asked_person(turn, "absent"), await _person(turn, turn.press.id)
    check_naming(absent, actor=turn.actor)
    await turn.redraw(day_asked(absent, deputy, turn.uow.today(absent.site)))
    await turn.expect(Step.FROM, absent=absent.id, deputy=deputy.id)


async def from_typed(turn: Turn) -> None:
    """Ask until which day."""
    absent, deputy = await _asked_person(turn, "absent"), await _asked_person(turn, "deputy")
    from_on = day_in(turn.words, turn.uow.today(absent.site))
    await turn.reply.say(day_asked(absent, deputy, turn.uow.today(absent.site), from_on))
    await turn.expect(Step.UNTIL, absent=absent.id, deputy=deputy.id, from_on=from_on.isoformat())


async def until_typed(turn: Turn) -> None:
    """It is settled."""
    absent, deputy = await _asked_person(turn, "absent"), await _asked_person(turn, "deputy")
    from_on = date.fromisoformat(turn.asked("from_on"))
    until_on = day_in(turn.words, from_on)
    named = await name_deputy(absent, deputy, from_on, until_on, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(deputy_named(named, absent, deputy, turn.actor))


async def ended(turn: Turn) -> None:
    """One was pressed: it is called off."""
    row = await end_deputyship(turn.press.id, actor=turn.actor, uow=turn.uow)
    absent, deputy = await _person(turn, row.person_id), await _person(turn, row.deputy_id)
    await turn.redraw(deputyship_ended(row, absent, deputy, turn.actor))


async def _ask_deputy(turn: Turn, absent: Person) -> None:
    check_naming(absent, actor=turn.actor)
    await turn.reply.say(people_asked("deputy", absent.name, "deputy_pick"))
    await turn.expect(Step.DEPUTY, absent=absent.id)


async def _found(turn: Turn) -> tuple[Person, ...]:
    staff = await turn.uow.persons.where()
    return find_person(turn.words, staff, turn.uow.today(turn.actor.site))[:MOST_FOUND]


async def _asked_person(turn: Turn, key: str) -> Person:
    return await _person(turn, number_in(turn.asked(key)))


async def _person(turn: Turn, person_id: int) -> Person:
    person = await turn.uow.persons.find(person_id)
    if person is None:
        raise NoSuchThing("person_unknown")
    return person


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "deputies": deputies_opened,
            "deputy_new": naming_begun,
            "deputy_absent": absent_picked,
            "deputy_pick": deputy_picked,
            "deputy_end": ended,
        },
        steps={
            Step.ABSENT: absent_typed,
            Step.DEPUTY: deputy_typed,
            Step.FROM: from_typed,
            Step.UNTIL: until_typed,
        },
    )
