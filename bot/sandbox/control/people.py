"""Control: who exists, which groups, and what the page needs to begin with."""

from aiohttp import web

from bot.sandbox.control.body import Body, body_of
from bot.sandbox.faults import ControlFault
from bot.sandbox.gathering import migrate, set_present, set_standing
from bot.sandbox.group import STANDINGS, Group, Standing
from bot.sandbox.person import Person
from bot.sandbox.wire import Json
from bot.sandbox.world import World

PERSON_FIELDS = ("first_name", "last_name", "username", "language_code", "note")


class People:
    """/sandbox/state, /sandbox/people, /sandbox/groups, /sandbox/join and /sandbox/migrate."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.get("/sandbox/state", self.state),
            web.post("/sandbox/people", self.keep_person),
            web.post("/sandbox/groups", self.keep_group),
            web.post("/sandbox/join", self.join),
            web.post("/sandbox/migrate", self.migrate),
        ]

    async def state(self, request: web.Request) -> web.Response:
        """Everything but the messages."""
        del request
        world = self._world
        groups = [group.as_card() for group in world.directory.groups.values() if group.migrated_to is None]
        answer: Json = {
            "seq": world.events.seq,
            "bot": world.bot.as_user(),
            "clock": world.clock.reading(),
            "people": [person.as_card() for person in world.directory.people.values()],
            "groups": groups,
            "unread": world.unread.as_json(),
        }
        return web.json_response(answer)

    async def keep_person(self, request: web.Request) -> web.Response:
        """Add a person, or change the one with this id."""
        body = await body_of(request)
        directory = self._world.directory
        number = body.optional_number("id") or directory.free_person_id()
        fields = {name: body.text(name) for name in PERSON_FIELDS if name in body.values}
        if number not in directory.people:
            directory.keep(Person(id=number, first_name=body.needed_text("first_name")))
        person = directory.change_person(number, **fields)
        self._world.events.emit("people")
        return web.json_response(person.as_card())

    async def keep_group(self, request: web.Request) -> web.Response:
        """Add a group, or change the one with this id; the first member is who invites the bot."""
        body = await body_of(request)
        directory = self._world.directory
        number = body.optional_number("id") or directory.free_group_id()
        old = directory.groups.get(number, Group(id=number, title="", members=()))
        members = tuple(body.numbers("members")) or old.members
        if number >= 0 or not members:
            raise ControlFault("a group has a negative id and at least one member")
        people = [directory.person(member) for member in members]
        group = Group(
            id=number, title=body.text("title") or old.title, members=members, bot=old.bot, type=old.type
        )
        if not group.title:
            raise ControlFault("title is missing")
        directory.keep(group)
        group = set_standing(self._world, group, _standing(body, old.bot), people[0])
        return web.json_response(group.as_card())

    async def join(self, request: web.Request) -> web.Response:
        """A person joins or leaves (`person`, `present`), or the bot gets a standing (`bot`, `by`)."""
        body = await body_of(request)
        group = self._world.directory.group(body.number("group"))
        if "person" in body.values:
            person = body.person(self._world, "person")
            group = set_present(self._world, group, person, present=body.values.get("present") is not False)
        if "bot" in body.values:
            group = set_standing(self._world, group, _standing(body, group.bot), self._actor(body, group))
        return web.json_response(group.as_card())

    async def migrate(self, request: web.Request) -> web.Response:
        """Make a group a supergroup; the answer is the supergroup."""
        body = await body_of(request)
        group = self._world.directory.group(body.number("group"))
        if group.type == "supergroup" or group.migrated_to is not None:
            raise ControlFault(f"the group {group.id} is or became a supergroup already")
        return web.json_response(migrate(self._world, group, self._actor(body, group)).as_card())

    def _actor(self, body: Body, group: Group) -> Person:
        return (
            body.person(self._world, "by")
            if "by" in body.values
            else self._world.directory.person(group.members[0])
        )


def _standing(body: Body, default: Standing) -> Standing:
    given = body.text("bot") or default
    for standing in STANDINGS:
        if standing == given:
            return standing
    raise ControlFault(f"bot must be one of {', '.join(STANDINGS)}")
