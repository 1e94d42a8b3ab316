"""Which commands a person is offered, by their roles."""

from core.model.person import Person
from core.model.roles import Role
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import may

REPORTERS = (Role.SALES, Role.QUALITY, Role.SUPERVISOR)
EVERYBODYS = ("cases", "due", "find", "my", "rulebook", "tip", "lang", "help", "cancel")


def commands_for(person: Person) -> tuple[str, ...]:
    """The commands without slash, the likeliest first; anybody may send any, a menu is no right."""
    is_reporter = any(person.holds_anywhere(role) for role in REPORTERS)
    is_reader = may(Action.READ_REPORT, person, NOWHERE)
    is_payroll = may(Action.READ_PAYROLL, person, NOWHERE)
    own = (
        *(("new",) if is_reporter else ()),
        *EVERYBODYS,
        *(("report",) if is_reader else ()),
        *(("payroll",) if is_payroll else ()),
        *(("staff",) if may(Action.READ_STAFF, person, NOWHERE) else ()),
    )
    return (*own, "calendar") if may(Action.SEE_CALENDAR, person, NOWHERE) else own


def roles_of(person: Person) -> tuple[Role, ...]:
    """The roles a person holds, each once, in the order of the staff file's vocabulary."""
    return tuple(role for role in Role if person.holds_anywhere(role))
