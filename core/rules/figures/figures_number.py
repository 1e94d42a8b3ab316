"""How people count a case's figures: only those that were put to somebody, not every change on the way."""

from core.model.dossier import Dossier
from core.rules.figures.entitled import APPROVE, CONFIRM

_PUT = frozenset({CONFIRM, APPROVE})


def figures_number(dossier: Dossier, version: int) -> int:
    """Which of the figures put to people those of that version are, from 1; the next one if they are not put yet."""
    put = {duty.data.get("version") for duty in dossier.duties if duty.kind in _PUT}
    return 1 + sum(isinstance(one, int) and one < version for one in put)
