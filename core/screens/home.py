"""What a person sees after /start: what they can do now, and drafts that wait."""

from collections.abc import Sequence

from core.model.draft import Draft
from core.model.message import Button, Message
from core.model.person import Person
from core.rules.staff.menu import commands_for, roles_of


def home(person: Person, drafts: Sequence[Draft]) -> Message:
    """The greeting; the latest open draft offers itself again."""
    rows = tuple((Button("resume", "resume", draft.id, draft.version),) for draft in drafts[-1:])
    return Message(template="person_welcomed", data=_told_to(person) | {"drafts": len(drafts)}, rows=rows)


def help_for(person: Person) -> Message:
    """What this person can do, by their roles."""
    return Message(template="help_shown", data=_told_to(person))


def _told_to(person: Person) -> dict[str, object]:
    """What both screens need to know of the person."""
    return {
        "name": person.name,
        "roles": [role.value for role in roles_of(person)],
        "commands": list(commands_for(person)),
    }
