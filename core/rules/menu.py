"""Which commands a person is offered, by their roles."""

from core.model.person import Person
from core.model.roles import Role

REPORTERS = (Role.SALES, Role.QUALITY, Role.SUPERVISOR)
LOOKERS = (
    Role.SALES,
    Role.QUALITY,
    Role.SUPERVISOR,
    Role.RECHECK,
    Role.DIRECTOR,
    Role.GENERAL_MANAGER,
    Role.AUDITOR,
    Role.FINANCE,
)
EVERYBODYS = ("lang", "help", "cancel")


def commands_for(person: Person) -> tuple[str, ...]:
    """The commands without slash, the likeliest first; anybody may send any, a menu is no right."""
    commands: tuple[str, ...] = ("due",)
    if any(person.holds_anywhere(role) for role in LOOKERS):
        commands = ("cases", *commands)
    if any(person.holds_anywhere(role) for role in REPORTERS):
        commands = ("new", *commands)
    return (*commands, *EVERYBODYS)


def roles_of(person: Person) -> tuple[Role, ...]:
    """The roles a person holds, each once, in the order of the staff file's vocabulary."""
    return tuple(role for role in Role if person.holds_anywhere(role))
