"""What a message is about, read from the data that fills it."""

from collections.abc import Mapping

from core.model.case import Case
from core.model.notice import Notice


def case_in(data: Mapping[str, object]) -> int | None:
    """The case whose message this is: `case`, or its id as `case_id`."""
    case = data.get("case", data.get("case_id"))
    if isinstance(case, Case):
        return case.id
    return case if isinstance(case, int) else None


def notice_in(data: Mapping[str, object]) -> int | None:
    """The notice that this message delivers: `notice`, or its id as `notice_id`."""
    notice = data.get("notice", data.get("notice_id"))
    if isinstance(notice, Notice):
        return notice.id
    return notice if isinstance(notice, int) else None
