"""Write down a decision: the row that counts, and its row in the log."""

from core.model.decision import Decision
from core.model.log import LogRow
from core.ports import UnitOfWork


async def decide(decision: Decision, *, uow: UnitOfWork) -> Decision:
    """The decision as kept."""
    kept = await uow.decisions.add(decision)
    await uow.log.write(
        LogRow(
            act=f"figures_{kept.act.value}",
            case_id=kept.case_id,
            actor_id=kept.person_id,
            facts={
                "decision": kept.id,
                "version": kept.version,
                "step": kept.step,
                "merged": kept.is_merged,
            },
            words={"desk": kept.desk, "reason": kept.reason},
        )
    )
    return kept
