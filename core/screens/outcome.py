"""How a case ended, for those concerned."""

from collections.abc import Mapping, Sequence

from core.model.case import Case
from core.model.dossier import Dossier
from core.model.message import Message, Urgency
from core.rulebook.compiled import CompiledRulebook
from core.rules.assessment.held_fine import HeldFine
from core.screens.case_buttons import opened
from core.screens.case_head import head_of


def case_decided(case: Case) -> Message:
    """To investigator and reporter: the case is decided; no amounts, no names."""
    return Message(template="case_decided", urgency=Urgency.NOTICE, data=_head(case), rows=((opened(case),),))


def party_released(
    dossier: Dossier,
    rulebook: CompiledRulebook | None = None,
    held: HeldFine | None = None,
    besides: Sequence[Mapping[str, object]] = (),
) -> Message:
    """To somebody who was named and has nothing to pay; `held` is a fine that the rulebook has and is not charged.

    `besides` is what its clauses say of them beside amounts, in the words of `rulebook`.
    """
    return Message(
        template="party_released",
        urgency=Urgency.NOTICE,
        data=_head(dossier.case)
        | {"held": held, "words": dossier.glossary}
        | {"besides": besides, "rulebook": rulebook},
    )


def _head(case: Case) -> dict[str, object]:
    return head_of(case) | {
        "outcome": case.outcome,
        "bearer": case.loss_borne_by,
        "stage": case.stage,
    }
