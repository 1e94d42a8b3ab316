"""Who signs for a plan, in which order: the rulebook's chain, or the general manager for what costs something."""

from dataclasses import dataclass
from typing import Final, Literal

from core.model.roles import Role
from core.rules.remedy.remedy_file import RemedyFile


@dataclass(frozen=True, slots=True)
class Signing:
    """One signature that is asked for."""

    step: int
    post: str
    act: Literal["recheck", "approve"]
    clause: str = ""


BY_DEFAULT: Final = Signing(1, Role.GENERAL_MANAGER.value, "approve")


def remedy_chain(file: RemedyFile) -> tuple[Signing, ...]:
    """The signatures that this plan needs, in order; none for what costs nothing where no clause asks for one."""
    rows = file.rules.approvals if file.rules else ()
    costs = file.cost.fen > 0
    if not rows:
        return (BY_DEFAULT,) if costs else ()
    asked = [Signing(row.step, row.by, row.act, row.clause) for row in rows if costs or not row.costs]
    return tuple(sorted(asked, key=lambda one: one.step))


def next_signing(file: RemedyFile) -> Signing | None:
    """The first signature that is not given on the present version; None when all are."""
    given = {one.step for one in file.remedy.standing()}
    return next((one for one in remedy_chain(file) if one.step not in given), None)
