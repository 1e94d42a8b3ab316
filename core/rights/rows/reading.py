"""Who reads what."""

from core.errors import NoSuchThing
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.tie import Tie

READERS = (
    Role.QUALITY,
    Role.RECHECK,
    Role.DIRECTOR,
    Role.GENERAL_MANAGER,
    Role.AUDITOR,
    Role.FINANCE,
)

ROWS = (
    Right(
        action=Action.SEE_CASE,
        who=(Tie.REPORTER, Tie.OWNER, Tie.NAMED, Tie.HEAD_OF_NAMED, Tie.HAS_DUTY, *READERS),
        otherwise="case_unknown",
        refusal=NoSuchThing,
        presses=(
            *("case", "evidence", "ask_owner", "supplement", "duties", "papers"),
            *("kin", "pair"),
            *("triage", "triage_below", "decide", "why_due"),
        ),
        steps=("asking", "supplementing"),
    ),
    Right(action=Action.READ_ALL_CASES, who=READERS),
    # who is named sees their own share, whatever role they hold; what finance and auditor need for paying out stands in
    # the payroll batch and in accounts, by rights of their own
    Right(
        action=Action.SEE_ALL_FIGURES,
        who=(Tie.OWNER, Tie.CHAIN, Role.AUDITOR, Role.FINANCE),
        not_if=(Bar.NAMED,),
        otherwise="figures_of_others",
        barred={Bar.NAMED: "figures_of_oneself"},
        presses=("why", "paper_of"),
    ),
    Right(
        action=Action.SEE_DEPARTMENT_FIGURES,
        who=(Tie.DESK, Tie.HEAD_OF_NAMED),
        otherwise="figures_of_others",
        presses=("why",),
    ),
    Right(
        action=Action.SEE_OWN_FIGURES,
        who=(Tie.NAMED,),
        otherwise="figures_of_others",
        is_personal=True,
        presses=("why",),
    ),
    Right(
        action=Action.PRINT_CASE,
        who=READERS,
        not_if=(Bar.NAMED,),
        otherwise="figures_of_others",
        presses=("paper_of",),
    ),
    Right(
        action=Action.TAKE_DOSSIER,
        who=(Tie.OWNER, Tie.CHAIN, Role.AUDITOR, Role.FINANCE),
        not_if=(Bar.NAMED,),
        otherwise="figures_of_others",
        presses=("dossier",),
    ),
    Right(
        action=Action.PRINT_RECORD,
        who=(Tie.REPORTER,),
        otherwise="figures_of_others",
        presses=("paper_of",),
    ),
    Right(
        action=Action.PRINT_OWN_NOTICE,
        who=(Tie.ADDRESSEE, Tie.BEARER),
        otherwise="notice_of_another",
        presses=("notice_pdf",),
    ),
    Right(
        action=Action.PRINT_NOTICE,
        who=(Tie.OWNER, Role.FINANCE, Role.AUDITOR, Role.HR),
        not_if=(Bar.NAMED,),
        otherwise="notice_of_another",
        presses=("notice_pdf",),
    ),
    Right(
        action=Action.READ_ACCOUNT,
        who=(Role.FINANCE, Role.HR, Role.AUDITOR),
        otherwise="accounts_by_role",
        presses=("account_find", "account", "account_paper"),
        steps=("account_whose",),
    ),
)
