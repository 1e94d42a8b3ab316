"""Two persons are told apart only by a step that comes before."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.rulebook.edition import Edition


def approvals_apart_from_nobody(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every post in `not_by` that approves no earlier step: it would keep nobody out."""
    for place, row in enumerate(edition.approvals):
        earlier = [other.by for other in edition.approvals if other.step < row.step]
        for post in row.not_by:
            if post not in earlier:
                allowed = f"allowed are those of earlier steps: {', '.join(earlier) or 'none'}"
                yield Fault(
                    f"approvals[{place}].not_by", f"{post!r} approves no earlier step;", allowed, row.clause
                )
