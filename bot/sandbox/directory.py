"""Who exists: the people and groups of the sandbox."""

from dataclasses import asdict, replace

from bot.sandbox.faults import ControlFault
from bot.sandbox.group import Group
from bot.sandbox.person import Person
from bot.sandbox.wire import Json

FIRST_PERSON = 1001
FIRST_GROUP = -2001
FIRST_SUPERGROUP = -1_000_000_000_001


class Directory:
    """People and groups by id."""

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}

    def keep(self, one: Person | Group) -> None:
        """Add somebody new, or put the changed one in the old one's place."""
        if isinstance(one, Person):
            self.people[one.id] = one
        else:
            self.groups[one.id] = one

    def person(self, number: int) -> Person:
        """The person with this id; ControlFault when there is none."""
        if number not in self.people:
            raise ControlFault(f"there is no person {number}; POST /sandbox/people adds one", status=404)
        return self.people[number]

    def group(self, number: int) -> Group:
        """The group with this id; ControlFault when there is none."""
        if number not in self.groups:
            raise ControlFault(f"there is no group {number}; POST /sandbox/groups adds one", status=404)
        return self.groups[number]

    def change_person(self, number: int, **changes: object) -> Person:
        """Replace some fields of a person."""
        changed = replace(self.person(number), **changes)  # type: ignore[arg-type]  # callers name fields
        self.keep(changed)
        return changed

    def free_person_id(self) -> int:
        """An id for a person that names none."""
        return max([FIRST_PERSON - 1, *self.people]) + 1

    def free_group_id(self, *, is_super: bool = False) -> int:
        """An id for a group that names none; supergroups count down from their own beginning."""
        first = FIRST_SUPERGROUP if is_super else FIRST_GROUP
        taken = [number for number in self.groups if is_super or number > FIRST_SUPERGROUP]
        return min([first + 1, *taken]) - 1

    def viewers_of(self, chat: int) -> tuple[int, ...]:
        """The people who see a chat: its members, or the one person of a private chat."""
        return self.groups[chat].members if chat in self.groups else (chat,)

    def snapshot(self) -> Json:
        """Everybody, as plain values."""
        return {
            "people": [asdict(person) for person in self.people.values()],
            "groups": [asdict(group) for group in self.groups.values()],
        }

    def restore(self, data: Json) -> None:
        """Everybody again, from a snapshot."""
        for person in data["people"]:
            self.keep(Person(**person))
        for group in data["groups"]:
            self.keep(Group(**group | {"members": tuple(group["members"])}))
