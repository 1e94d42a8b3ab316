"""Presses and commands in one scene, each undone before the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Update

from bot.all_routes import all_routes
from core.errors import Refusal
from core.model.dialogue import Dialogue
from core.model.person import Person
from core.model.roles import Grant, Role
from handlers.press import Press, press_from
from handlers.turn import Turn
from tests.fakes import FakeShelf, FakeUnitOfWork, ShippedRulebooks
from tests.make import person
from tests.rights.quiet import RULEBOOKS, Noted, QuietOutbox
from tests.rights.scene import Question, Scene

ROUTES = all_routes()
PRESSES = {**ROUTES.group_presses, **ROUTES.presses}
# questions that are open to oneself
OWN = ("dialogues", "searches")
# holds every role there is, at another site than everything happens at
STRANGER = "E41"


WORLDS: dict[str, "Attempts"] = {}


@dataclass
class Attempts:
    """The world of a scene with everybody in it; `filled` is what its presses carry."""

    uow: FakeUnitOfWork
    people: dict[str, Person]
    filled: Mapping[str, object]

    def __post_init__(self) -> None:
        """Remember how everything stands."""
        self.shelves = {name: shelf for name, shelf in vars(self.uow).items() if isinstance(shelf, FakeShelf)}
        self.kept = {name: dict(shelf.things) for name, shelf in self.shelves.items()}
        self.timers, self.numbers = dict(self.uow.timers.by_key), dict(self.uow.numbers.last)
        outbox = self.uow.outbox
        self.lists: tuple[list[Any], ...] = (
            self.uow.log.rows,
            self.uow.ledger.booked,
            outbox.told,
            outbox.posted,
            outbox.again,
        )
        self.lengths = [len(one) for one in self.lists]

    async def counts(self, pressed: str, actor: Person) -> bool:
        """Whether it showed or changed anything, or was written down as done."""
        return any(await self._come_of(pressed, actor))

    async def changes(self, pressed: str, actor: Person) -> bool:
        """Whether anything of the company's stands otherwise after it, or was written down."""
        return (await self._come_of(pressed, actor))[1]

    async def _come_of(self, pressed: str, actor: Person) -> tuple[bool, bool]:
        """Whether it showed anything, and whether it changed anything; all is as before afterwards."""
        reply = Noted()
        try:
            await self._handle(pressed.format_map(self.filled), actor, reply)
            return bool(reply.said or reply.toasts or self._told()), self._has_changed()
        except Refusal:
            return False, False
        finally:
            self._undo()

    async def _handle(self, pressed: str, actor: Person, reply: Noted) -> None:
        is_command = pressed.startswith("/")
        press = Press("", 0, 0) if is_command else press_from(pressed)
        assert press is not None, pressed
        turn = Turn(
            uow=self.uow,
            update=Update(update_id=1),
            actor=actor,
            chat_id=actor.chat_id or 0,
            reply=reply,
            words=pressed if is_command else "",
            press=press,
            dialogue=await self.uow.dialogues.find(actor.id),
        )
        await (ROUTES.commands[pressed[1:].partition(" ")[0]] if is_command else PRESSES[press.verb])(turn)

    def _has_changed(self) -> bool:
        is_longer = len(self.uow.log.rows) > self.lengths[0]
        stands = {name: shelf.things for name, shelf in self.shelves.items() if name not in OWN}
        return is_longer or stands != {name: things for name, things in self.kept.items() if name not in OWN}

    def _told(self) -> bool:
        return len(self.uow.outbox.told) > self.lengths[2]

    def _undo(self) -> None:
        for name, shelf in self.shelves.items():
            shelf.things = dict(self.kept[name])
        for one, length in zip(self.lists, self.lengths, strict=True):
            del one[length:]
        self.uow.timers.by_key, self.uow.numbers.last = dict(self.timers), dict(self.numbers)


async def attempts_in(scene: Scene) -> Attempts:
    """Its world, with a stranger from another site; as every attempt is undone, one world does for all tests."""
    if scene.name not in WORLDS:
        WORLDS[scene.name] = await _entered(scene)
    return WORLDS[scene.name]


async def _entered(scene: Scene) -> Attempts:
    uow = await scene.made()
    everything = tuple(Grant(role, "wuxi") for role in Role)
    await uow.persons.add(person(STRANGER, name="贺远", site="wuxi", manager_no=None, grants=everything))
    if scene.asked:
        await _ask_everybody(scene.asked, uow)
    uow.outbox = QuietOutbox(uow.company, told=uow.outbox.told)
    if type(uow.rulebooks) is ShippedRulebooks:
        uow.rulebooks = RULEBOOKS
    people = {one.employee_no: one for one in await uow.persons.where()}
    return Attempts(uow, people, await scene.shown(uow))


async def _ask_everybody(question: Question, uow: FakeUnitOfWork) -> None:
    step, data = question.step.value, question.data
    for one in await uow.persons.where():
        await uow.dialogues.put(Dialogue(person_id=one.id, step=step, data=data, asked_at=uow.now))
