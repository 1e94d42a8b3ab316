"""What keeps a case open: duties that its rulebook makes a condition of closing and that nobody has done yet."""

from core.model.dossier import Dossier
from core.model.duty import Duty


def open_gates(dossier: Dossier) -> tuple[Duty, ...]:
    """The gates still open, oldest first; each has its words in `label` and its clause."""
    return tuple(duty for duty in dossier.duties if duty.is_demanded and duty.is_gate and duty.is_open)
