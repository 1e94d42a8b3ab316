"""Payroll batches, and other ways of withholding."""

from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.READ_PAYROLL,
        who=(Role.FINANCE, Role.AUDITOR),
        otherwise="finance_only",
        commands=("payroll",),
        presses=("pay", "pay_lines", "pay_wages", "pay_paper", "pay_sheet"),
    ),
    Right(
        action=Action.MAKE_PAYROLL,
        who=(Role.FINANCE,),
        otherwise="finance_only",
        presses=("pay_make", "pay_return", "pay_settle", "wages_send", "wages_of", "payslips_send"),
        steps=("wages_month", "wages_file", "payslips_file"),
    ),
    Right(
        action=Action.CLOSE_PAYROLL,
        who=(Role.FINANCE,),
        not_if=(Bar.MADE_IT,),
        otherwise="finance_only",
        barred={Bar.MADE_IT: "second_person_closes"},
        presses=("pay_close",),
    ),
    Right(
        action=Action.PAY_BACK,
        who=(Role.FINANCE,),
        otherwise="finance_only",
        presses=("pay_back", "paid_back"),
    ),
    Right(
        action=Action.ASK_PLAN,
        who=(Role.FINANCE,),
        otherwise="finance_only",
        presses=("plan_ask", "plan_end", "plan_of"),
        steps=("plan_each", "plan_until", "plan_reason"),
    ),
    Right(
        action=Action.APPROVE_PLAN,
        who=(Tie.STEP,),
        not_if=(Bar.NAMED, Bar.REPORTED, Bar.ASKED_FOR_IT),
        otherwise="plan_of_approvers",
        presses=("plan_yes", "plan_no"),
    ),
)
