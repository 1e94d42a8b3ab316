"""The arithmetic behind figures, in steps that templates put into words."""

from collections.abc import Collection

from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.message import Message
from core.rulebook.compiled import CompiledRulebook
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
            "results": results,
            "occurred_on": dossier.case.occurred_on,
            "is_occurred_known": dossier.case.is_occurred_known,
            "owner": dossier.name(dossier.case.owner_id),
        },
    )
