"""The card on which a step of the rulebook's chain is approved or sent back."""

from core.model.assessment import ApprovalStep, Assessment
from core.model.case import Case, Stage
from core.model.decision import Act, Decision
from core.model.dossier import Dossier, Signed
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.rules.figures.approval_chain import RECHECK
from core.rules.figures.desks import desks
from core.rules.typed.masked_phones import without_phones
from core.screens.case_head import case_head, head_of
from core.screens.shares import share_lines, statements_said

_HERE = frozenset({Act.APPROVED, Act.RECHECKED, Act.REJECTED})


def approval_card(asked: ApprovalStep, dossier: Dossier, figures: Assessment, reader: Person) -> Message:
    """The reader's card of that step, on the present figures, with everything that was decided before."""
    case = dossier.case
    word = _word(asked, dossier)
    return Message(
        template="approval_asked",
        card=f"approve:{case.id}:{case.version}:{asked.step}",
        urgency=Urgency.URGENT,
        data=case_head(dossier)
        | {
            "post": dossier.glossary.offices.get(asked.by),
            "by": asked.by,
            "is_recheck": asked.act == RECHECK,
            "clause": asked.clause.split("#")[0],
            "happened": without_phones(case.happened),
            "said": statements_said(dossier),
            "cause": case.cause,
            "loss": figures.direct_loss,
            "grade": figures.grade,
            "lines": share_lines(dossier, figures, {party.person_id for party in dossier.charged()}),
            "company_bears": figures.company_bears,
            "outcome": case.outcome,
            "outcome_reason": case.outcome_reason,
            "bearer": case.loss_borne_by,
            "above_loss_reason": case.above_loss_reason,
            "warnings": figures.warnings,
            "desks": tuple(
                (department, one.act, dossier.signed(one), one.reason)
                for department, one in desks(dossier).items()
                if one is not None
            ),
            "earlier": _earlier(asked, dossier),
            "word": word.act if word else None,
            "word_by": dossier.signed(word) if word else "",
            "word_at": word.decided_at if word else None,
            "reason": word.reason if word else "",
            "is_merged": word.is_merged if word else False,
        },
        rows=_rows(asked, dossier, word, reader),
    )


def figures_rejected(case: Case, approver: Person, reason: str) -> Message:
    """To the investigator: the figures came back, and why."""
    return Message(
        template="figures_rejected",
        urgency=Urgency.URGENT,
        data=head_of(case)
        | {
            "name": approver.name,
            "reason": reason,
        },
        rows=((Button("investigate", "investigate", case.id, case.version),),),
    )


def _word(asked: ApprovalStep, dossier: Dossier) -> Decision | None:
    here = [one for one in dossier.standing() if one.act in _HERE and one.step == asked.step]
    return here[-1] if here else None


def _earlier(asked: ApprovalStep, dossier: Dossier) -> tuple[tuple[Signed, Act], ...]:
    return tuple(
        (dossier.signed(one), one.act)
        for one in dossier.standing()
        if one.act in _HERE and one.step < asked.step
    )


def _rows(
    asked: ApprovalStep, dossier: Dossier, word: Decision | None, reader: Person
) -> tuple[tuple[Button, ...], ...]:
    case = dossier.case
    below = (
        Button("why", "why", case.id, case.version),
        Button("evidence_shown", "evidence", case.id, case.version),
    )
    if word is None:
        approve = Button("approve", "approve", case.id, case.version, str(asked.step))
        reject = Button("reject", "reject", case.id, case.version, str(asked.step))
        return ((approve, reject), below)
    may_take_back = word.person_id == reader.id and word.act is not Act.REJECTED and not word.is_merged
    if may_take_back and case.stage is Stage.APPROVING:
        return ((Button("take_back", "take_back", case.id, case.version),), below)
    return (below,)
