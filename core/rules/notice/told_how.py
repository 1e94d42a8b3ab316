"""How a named person hears of it: in chat, on paper through somebody, or not at all."""

from dataclasses import dataclass
from typing import Final

from core.model.dossier import RESTRICTED, Dossier

INFORM_PARTY: Final = "inform_party"


@dataclass(frozen=True, slots=True)
class ToldHow:
    """`by` hands the text over (empty: nobody can); who is named only for a reward is not told (`is_told`)."""

    is_told: bool
    is_on_paper: bool
    by: str


def told_how(dossier: Dossier, person_id: int, duty_kind: str) -> ToldHow:
    """How that named person is told; `duty_kind` is the duty of handing the text over."""
    party = dossier.party_of(person_id)
    if party is None or party.details.get(RESTRICTED):
        return ToldHow(is_told=False, is_on_paper=False, by="")
    papers = dossier.duties_of(duty_kind, person_id=person_id)
    by = dossier.name(papers[-1].owner_id) if papers else ""
    return ToldHow(is_told=True, is_on_paper=bool(papers), by=by)
