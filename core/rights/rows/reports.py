"""Reports, and the figures of a month that only people know."""

from core.model.roles import Role
from core.rights.action import Action
from core.rights.right import Right
from core.rights.rows.reading import READERS

ROWS = (
    Right(
        action=Action.READ_REPORT,
        who=(*READERS, Role.SUPERVISOR, Role.HR, Role.ADMIN),
        otherwise="report_of_others",
        commands=("report",),
        presses=("report", "chapter", "figure", "report_cases", "report_file", "report_follow"),
    ),
    Right(
        action=Action.SEE_PERSONS_IN_REPORT,
        who=(Role.FINANCE, Role.HR, Role.AUDITOR),
        otherwise="report_of_others",
        presses=("report_file",),
    ),
    Right(
        action=Action.ENTER_ORDERS,
        who=(Role.SALES, Role.QUALITY, Role.FINANCE),
        otherwise="orders_of_others",
        presses=("report_enter",),
        steps=("report_figure",),
    ),
    Right(
        action=Action.ENTER_BUDGET,
        who=(Role.FINANCE,),
        otherwise="budget_of_finance",
        presses=("report_enter",),
        steps=("report_figure",),
    ),
)
