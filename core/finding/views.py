"""Which lists of cases a person is offered by /cases, the one they need most first."""

from enum import StrEnum
from typing import Final

from core.errors import NoSuchThing
from core.finding.filters import LONGEST_PAGE
from core.model.number_text import is_number
from core.model.person import Person
from core.model.roles import Role


class View(StrEnum):
    """One list: one's own, open ones of one's sites, what waits for one, one's people's, all one may see."""

    MINE = "mine"
    OPEN = "open"
    WAITING = "waiting"
    PEOPLE = "people"
    ALL = "all"


_DECIDERS: Final = (
    Role.SUPERVISOR,
    Role.RECHECK,
    Role.DIRECTOR,
    Role.GENERAL_MANAGER,
    Role.FINANCE,
    Role.AUDITOR,
    Role.HR,
)


def views_for(person: Person, *, is_reader: bool) -> tuple[View, ...]:
    """Sales begin with their own, quality with what is open, who confirms and approves with what waits for them.

    `is_reader`: some role lets the person read all cases of a site.
    """
    is_supervisor = person.holds_anywhere(Role.SUPERVISOR)
    offered = (
        (person.holds_anywhere(Role.QUALITY), View.OPEN),
        (person.holds_anywhere(Role.SALES), View.MINE),
        (any(person.holds_anywhere(role) for role in _DECIDERS), View.WAITING),
        (is_supervisor, View.PEOPLE),
        (is_reader, View.OPEN),
        (True, View.MINE),
        (is_reader, View.ALL),
    )
    return tuple(dict.fromkeys(view for is_offered, view in offered if is_offered))


def view_code(view: View, page: int) -> str:
    """As a button carries it: `view.page`."""
    return f"{view.value}.{page}"


def view_in(code: str) -> tuple[View, int]:
    """The view and page that a button carries; NoSuchThing for what none of ours does."""
    name, _, page = code.partition(".")
    if name not in set(View) or not is_number(page, LONGEST_PAGE):
        raise NoSuchThing("thing_unknown")
    return View(name), int(page)
