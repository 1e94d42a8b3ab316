"""Whom one stage of a deadline is told to."""

from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster
from core.rules.deadline.line_above import line_above


def reminded(asked: tuple[Person, ...], level: int, roster: Roster) -> tuple[Person, ...]:
    """Those it waits for; from level 1 on the superior so many steps up the line of the first of them.

    Where none of them can be reached it is the nearest superior at once, and where nobody stands above, the admins.
    """
    within_reach = tuple(one for one in asked if one.can_be_told())
    if not level and within_reach:
        return within_reach
    line = line_above(asked[0], roster, {one.id for one in asked}) if asked else ()
    if not line:
        return admins_of(roster) if level <= 1 else ()
    return line[max(level, 1) - 1 : max(level, 1)]


def admins_of(roster: Roster) -> tuple[Person, ...]:
    """The admins who can be reached and are not named in the case."""
    return tuple(
        one
        for one in roster.employed()
        if one.holds_anywhere(Role.ADMIN) and one.can_be_told() and one.id not in roster.party_ids
    )
