"""The arithmetic behind figures, in steps that templates put into words."""

from collections.abc import Collection, Mapping

from core.model.assessment import Assessment, PricedLoss
from core.model.dossier import Dossier
from core.model.message import Message
from core.rulebook.compiled import CompiledRulebook
from core.rules.assessment.held_fine import held_fine
from core.screens.case_head import case_head


def explanation(
    dossier: Dossier, figures: Assessment, shown: Collection[int], version: int, rulebook: CompiledRulebook
) -> Message:
    """Loss, grade, and each shown person's lines; with the edition that was applied."""
    results = [
        {
            "name": dossier.name(int(result.id)),
            "role": dossier.glossary.role(result.role),
            "result": result,
            "held": held_fine(result, dossier),
            "party": dossier.party_of(int(result.id)),
        }
        for result in figures.people
        if int(result.id) in shown
    ]
    return Message(
        template="figures_explained",
        data=case_head(dossier)
        | {
            "of_version": version,
            "rulebook": rulebook,
            "figures": figures,
            "foreign": _foreign(dossier, figures),
            "results": results,
            "occurred_on": dossier.case.occurred_on,
            "is_occurred_known": dossier.case.is_occurred_known,
            "owner": dossier.name(dossier.case.owner_id),
        },
    )


def _foreign(dossier: Dossier, figures: Assessment) -> tuple[Mapping[str, object] | None, ...]:
    """What each loss was in its own currency, at which rate, of which day and source; None for one in yuan."""
    entered = dossier.case.losses
    return tuple(
        _converted(entered[place] if place < len(entered) else {}, priced)
        for place, priced in enumerate(figures.losses)
    )


def _converted(entered: Mapping[str, object], priced: PricedLoss) -> Mapping[str, object] | None:
    """Nothing for a loss that was entered anew since the figures were put."""
    foreign = entered.get("foreign")
    if not isinstance(foreign, Mapping) or entered.get("amount") != str(priced.amount):
        return None
    return foreign
