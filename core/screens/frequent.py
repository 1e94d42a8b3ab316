"""A product that comes back too often, before quality."""

from collections.abc import Sequence

from core.model.case import Case
from core.model.company import Company
from core.model.duty import Duty
from core.model.message import Button, Message, Urgency
from core.screens.picks import in_rows


def frequent_screen(duty: Duty, cases: Sequence[Case], company: Company) -> Message:
    """The cases, each to be opened, and where to say what is done about it."""
    to_cases = in_rows(Button("", "case", case.id, case.version, text=case.number) for case in cases)
    return Message(
        template="frequent_flagged",
        urgency=Urgency.NOTICE,
        data={
            "site": duty.site,
            "site_name": company.site(duty.site).name,
            "product": duty.data["product"],
            "days": company.kinship.frequent_days,
            "cases": [(case.number, case.customer, case.stage) for case in cases],
        },
        rows=(*to_cases, (Button("answer_frequent", "frequent_done", duty.id),)),
    )


def answer_asked(duty: Duty) -> Message:
    """Ask what is done about it."""
    data = {"site": duty.site, "product": duty.data["product"]}
    return Message(template="frequent_answer_asked", data=data)
