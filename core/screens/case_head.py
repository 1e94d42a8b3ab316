"""What stands at the head of every private screen about a case, and about its figures."""

from core.model.case import Case
from core.model.dossier import Dossier
from core.rules.figures.figures_number import figures_number


def head_of(case: Case) -> dict[str, object]:
    """Which case it is, where, and what it is about."""
    return {"case_id": case.id, "site": case.site, "number": case.number, "product": case.goods}


def case_head(dossier: Dossier) -> dict[str, object]:
    """Number, product, place, stage and version, and the rulebook's words."""
    case = dossier.case
    return head_of(case) | {
        "stage": case.stage,
        "version": case.version,
        "figures_no": figures_number(dossier, case.version),
        "words": dossier.glossary,
        "cause_label": dossier.cause_label(),
    }
