"""Which rulebook a case stands under."""

from datetime import date

from core.ports import UnitOfWork


def rulebook_in_force(site: str, day: date, kind: str | None, uow: UnitOfWork) -> str:
    """The rulebook in force at that site on the day of the incident; empty if none is.

    `kind` is of which kind the case is; None where nobody has said, or it is one of all others.
    """
    in_force = uow.company.holds(site, None, day, kind)
    return "" if in_force is None else in_force.rulebook
