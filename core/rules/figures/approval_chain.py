"""Where the chain of approvals stands."""

from core.model.assessment import ApprovalStep, Assessment
from core.model.decision import APPROVALS, Act, Decision
from core.model.dossier import Dossier

PROPOSE = "propose"
RECHECK = "recheck"
BY_DEFAULT = ApprovalStep(step=1, by="general_manager", act="approve", clause="")


def chain(figures: Assessment) -> tuple[ApprovalStep, ...]:
    """The steps to be pressed, in order: the rulebook's, less the proposal that the investigator makes.

    Where a rulebook names nobody, the general manager approves.
    """
    asked = sorted((one for one in figures.approvals if one.act != PROPOSE), key=lambda one: one.step)
    return tuple(asked) or (BY_DEFAULT,)


def posts_asked(figures: Assessment | None) -> tuple[str, ...]:
    """The posts that are asked to approve these figures; none while there are none."""
    return tuple(asked.by for asked in chain(figures)) if figures else ()


def passed(dossier: Dossier) -> tuple[Decision, ...]:
    """Approvals given on the present figures and standing, oldest first."""
    return tuple(decision for decision in dossier.standing() if decision.act in APPROVALS)


def next_step(dossier: Dossier, figures: Assessment) -> ApprovalStep | None:
    """The first step nobody has approved yet; None when all have."""
    done = {(decision.step, decision.desk) for decision in passed(dossier)}
    return next((one for one in chain(figures) if (one.step, one.by) not in done), None)


def act_of(asked: ApprovalStep) -> Act:
    """What an approval of that step is written down as."""
    return Act.RECHECKED if asked.act == RECHECK else Act.APPROVED
