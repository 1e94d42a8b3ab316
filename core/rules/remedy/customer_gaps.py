"""What is still owed to the customer before a case may be closed, whatever the rulebook says."""

from core.rules.case.closing_gaps import ClosingGap
from core.rules.remedy.remedy_file import RemedyFile


def customer_gaps(file: RemedyFile) -> tuple[ClosingGap, ...]:
    """Something planned that is not carried out, and a dispute that is not settled."""
    clause = file.rules.clause if file.rules else ""
    owed = (ClosingGap(kind="remedy", clause=clause),) if file.outstanding() else ()
    disputed = (ClosingGap(kind="dispute", clause=clause),) if file.remedy.dispute.is_open else ()
    return (*owed, *disputed)
