"""What keeps a case open: conditions of closing by its rulebook, and agreed actions, that nobody has done yet."""

from core.model.dossier import Dossier
from core.model.duty import Duty


def open_gates(dossier: Dossier) -> tuple[Duty, ...]:
    """The gates still open, oldest first; each has its words in `label` and its clause."""
    return tuple(duty for duty in dossier.duties if duty.has_card and duty.is_gate and duty.is_open)
