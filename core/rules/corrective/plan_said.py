"""What the corrective plan of a case says by now, for the forms that ask for it."""

from collections.abc import Mapping

from core.model.corrective_action import ActionKind
from core.rulebook.duty_rules import Saying
from core.rules.corrective.agreed_actions import doer_of
from core.rules.corrective.corrective_file import CorrectiveFile

# between several things in one field of a form
_AND = "; "


def plan_said(file: CorrectiveFile) -> Mapping[Saying, str]:
    """The team, the root cause, the actions with who does them, the effect and the lessons; empty where nothing is."""
    plan, case, dossier = file.plan, file.case, file.dossier
    return {
        "team": _AND.join(dossier.name(one) for one in (case.owner_id, *plan.team) if one),
        "cause": plan.whys[-1] if plan.whys else case.cause,
        "containment": _said(file, ActionKind.CONTAINMENT) or case.containment,
        "corrective": _said(file, ActionKind.CORRECTIVE),
        "preventive": _said(file, ActionKind.PREVENTIVE),
        "effect": plan.effect if plan.effect_at else "",
        "lessons": plan.lessons,
    }


def _said(file: CorrectiveFile, kind: ActionKind) -> str:
    lines = (f"{duty.label.zh_hans} ({file.dossier.name(doer_of(duty))})" for duty in file.actions(kind))
    return _AND.join(lines)
