"""How each department's desk stands: waiting, confirmed, objected, or answered with the figures kept."""

from collections.abc import Mapping

from core.model.decision import Act, Decision
from core.model.dossier import Dossier
from core.rules.figures.who_confirms import departments_named

ANSWERED = frozenset({Act.CONFIRMED, Act.KEPT})
_AT_A_DESK = frozenset({Act.CONFIRMED, Act.OBJECTED, Act.KEPT})


def desks(dossier: Dossier) -> Mapping[str, Decision | None]:
    """Each department named in the case with the last standing word on the present figures; None: still waiting."""
    last: dict[str, Decision | None] = dict.fromkeys(departments_named(dossier))
    for decision in dossier.standing():
        if decision.act in _AT_A_DESK and decision.desk in last:
            last[decision.desk] = decision
    return last


def all_answered(dossier: Dossier) -> bool:
    """Whether every department has confirmed, or objected and been answered."""
    return all(word is not None and word.act in ANSWERED for word in desks(dossier).values())


def open_objections(dossier: Dossier) -> tuple[Decision, ...]:
    """Objections to the present figures that nobody has answered yet."""
    return tuple(word for word in desks(dossier).values() if word is not None and word.act is Act.OBJECTED)
