"""Which decision a person may still take back: their last, while nobody has acted on it."""

from core.errors import NotAllowed
from core.model.decision import APPROVALS, Act, Decision
from core.model.dossier import Dossier
from core.rights.action import Action
from core.rights.may import is_time

_CONFIRMATIONS = frozenset({Act.CONFIRMED, Act.OBJECTED})


def last_word(dossier: Dossier, person_id: int) -> Decision:
    """That person's last standing decision; NotAllowed if there is none, or the next person has acted on it.

    Confirmations of other departments go side by side and are nobody's next step; an answer to an objection,
    an approval, and a decided case are.
    """
    own = [
        one
        for one in dossier.standing()
        if one.person_id == person_id and one.act in _CONFIRMATIONS | APPROVALS and not one.is_merged
    ]
    if not own or not is_time(Action.TAKE_BACK, dossier.case):
        raise NotAllowed("nothing_to_take_back", number=dossier.case.number)
    last = own[-1]
    if any(_acts_on(last, later) for later in dossier.standing() if later.id > last.id):
        raise NotAllowed("next_person_acted", number=dossier.case.number)
    return last


def _acts_on(earlier: Decision, later: Decision) -> bool:
    if later.person_id == earlier.person_id:
        return False
    if later.act is Act.KEPT:
        return later.desk == earlier.desk
    return later.act in APPROVALS
