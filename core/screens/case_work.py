"""What a case's rulebook demands beside it, as buttons under the case's own screen."""

from dataclasses import dataclass, replace

from core.model.case import Case
from core.model.message import Button, Message
from core.model.remedy import Remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Open duties, of all that were not given up, and what else the reader can tell or see.

    `remedy` is the plan for the customer, once there is one and for whoever may see it.
    """

    open_duties: int
    duties: int
    tells_events: bool
    sees_customer: bool = False
    sees_corrective: bool = False
    remedy: Remedy | None = None


def with_work(screen: Message, case: Case, work: Work) -> Message:
    """The case's screen with 客户补救, 8D, 事项 and 记录时间 under it, as far as there is anything."""
    duties = Button("duties", "duties", case.id, case.version, text=str(work.open_duties))
    events = Button("record_time", "events", case.id, case.version)
    customer = Button("remedy_open", "remedy", case.id)
    corrective = Button("corrective", "corrective", case.id, case.version)
    row = (
        *((customer,) if work.sees_customer else ()),
        *((corrective,) if work.sees_corrective else ()),
        *((duties,) if work.duties else ()),
        *((events,) if work.tells_events else ()),
    )
    data = {**screen.data, "remedy": work.remedy}
    return replace(screen, data=data, rows=(*screen.rows, row) if row else screen.rows)
