"""What the table of rights comes to for one case: judged anew from its rows, by who plays which part in that case.

Reporter is 王小明 (E10), investigator 陈洁 (E11); named are 张伟 (E17), 李强 (E03, supervisor of the department) and
周敏 (E01); 吴琳 (E04) stands above 李强, 赵刚 (E05) approves.
"""

from collections.abc import Callable, Collection, Mapping

from core.model.case import Stage
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right, Who
from core.rights.table import RIGHTS
from core.rights.tie import OWN, Tie
from tests.make import PEOPLE

OPEN = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING)
LED = (*OPEN, Stage.DECIDED)
NAMED = frozenset({"E17", "E03", "E01"})
REPORTER, INVESTIGATOR, CONFIRMER, APPROVER = "E10", "E11", "E04", "E05"
NOBODY: frozenset[str] = frozenset()

# the button's argument, for every press that changes the case where it is allowed
ARGUMENTS: Mapping[str, str] = {
    "accept": "",
    "accept_for": "2",
    "lacking": "photos",
    "give_back": "",
    "hand_to": "2",
    "replied": "",
    "fault": "0=",
    "loss_told": "freight::800.00",
    "loss_remove": "0",
    "party_drop": "3",
    "party_role": "3:manager",
    "detail_answer": "3:month_wage=5000",
    "put": "",
    "silent": "",
    "confirm": "0",
    "take_back": "",
    "approve": "2",
    "close_now": "",
}
# a press on other figures than the case's present ones counts for nobody
BOUND_TO_FIGURES = frozenset({"confirm", "take_back", "approve", "loss_remove"})
# what is pressed under a notice is its addressee's alone
UNDER_A_NOTICE = frozenset({"ack", "appeal", "agree", "unagree", "my_notice"})
# who has said it already says nothing new
SAID: Mapping[tuple[str, Stage], frozenset[str]] = {("confirm", Stage.APPROVING): frozenset({CONFIRMER})}
# the press of a supervisor who is named is their own statement
SPEAKS_AS_PARTY: Mapping[str, tuple[frozenset[str], tuple[Stage, ...]]] = {
    "confirm": (frozenset({"E03"}), (Stage.CONFIRMING, Stage.APPROVING))
}


def parts_at(stage: Stage) -> Mapping[Tie, frozenset[str]]:
    """Who has which part in the case while it is at that stage."""
    return {
        Tie.EVERYBODY: frozenset(PEOPLE),
        Tie.REPORTER: frozenset({REPORTER}),
        Tie.OWNER: frozenset({INVESTIGATOR}) if stage in LED else NOBODY,
        Tie.NAMED: NAMED if stage in LED else NOBODY,
        Tie.HEAD_OF_NAMED: frozenset({"E03"}) if stage in LED else NOBODY,
        Tie.DESK: frozenset({CONFIRMER}) if stage in LED else NOBODY,
        Tie.STEP: frozenset({APPROVER}),
        Tie.CHAIN: frozenset({APPROVER}),
        Tie.LAST_WORD: frozenset({CONFIRMER}) if stage is Stage.APPROVING else NOBODY,
        Tie.ADDRESSEE: frozenset({"E17"}) if stage is Stage.DECIDED else NOBODY,
        Tie.FREE_HEARER: frozenset({"E08"}),
        Tie.SELF: frozenset(PEOPLE),
    }


def barred_at(stage: Stage) -> Mapping[Bar, frozenset[str]]:
    """Whom a conflict of interest keeps out at that stage."""
    parts = parts_at(stage)
    deciders = {CONFIRMER} if stage in (Stage.APPROVING, Stage.DECIDED) else set()
    return {
        Bar.NAMED: parts[Tie.NAMED],
        Bar.NAMED_UNLESS_ALONE: parts[Tie.NAMED],
        Bar.REPORTED: parts[Tie.REPORTER],
        Bar.LEADS: parts[Tie.OWNER],
        Bar.NAMED_OTHERS: parts[Tie.OWNER],
        Bar.DECIDED: frozenset(deciders | ({APPROVER} if stage is Stage.DECIDED else set())),
    }


def allowed(verb: str, stage: Stage) -> frozenset[str]:
    """Whose press the table lets count at that stage: the union of all rows that list the verb."""
    return _union(lambda right: _able(right, stage), verb, stage) - SAID.get((verb, stage), NOBODY)


def allowed_to_deputy(verb: str, stage: Stage, deputy: str, absent: str) -> bool:
    """Whether it counts when one presses in the place of the other."""
    if absent in SAID.get((verb, stage), NOBODY):
        return deputy in allowed(verb, stage)
    lent = _union(lambda right: _lent(right, stage, deputy, absent), verb, stage)
    return deputy in allowed(verb, stage) | lent


def rows_of(verb: str) -> tuple[Right, ...]:
    """The rows that list the press."""
    return tuple(right for right in RIGHTS.values() if verb in right.presses)


def _union(able: Callable[[Right], frozenset[str]], verb: str, stage: Stage) -> frozenset[str]:
    rows = [able(right) for right in rows_of(verb) if not right.stages or stage in right.stages]
    parties, stages = SPEAKS_AS_PARTY.get(verb, (NOBODY, ()))
    return NOBODY.union(*rows, parties if stage in stages else NOBODY)


def _able(right: Right, stage: Stage) -> frozenset[str]:
    return _entitled(right.who, stage) - _barred(right, stage)


def _lent(right: Right, stage: Stage, deputy: str, absent: str) -> frozenset[str]:
    bars = barred_at(stage)
    involved = bars[Bar.NAMED] | bars[Bar.REPORTED] | bars[Bar.DECIDED]
    lent = [who for who in right.who if who not in OWN]
    is_barred = deputy in involved or {deputy, absent} & _barred(right, stage)
    is_free = not right.is_personal and not is_barred
    return frozenset({deputy}) if is_free and absent in _entitled(lent, stage) else NOBODY


def _entitled(whos: Collection[Who], stage: Stage) -> frozenset[str]:
    parts = parts_at(stage)
    return NOBODY.union(*(holders(who) if isinstance(who, Role) else parts.get(who, NOBODY) for who in whos))


def _barred(right: Right, stage: Stage) -> frozenset[str]:
    bars = barred_at(stage)
    return NOBODY.union(*(bars.get(bar, NOBODY) for bar in right.not_if))


def holders(role: Role) -> frozenset[str]:
    """Those who hold that role."""
    return frozenset(number for number, (_, _, _, roles) in PEOPLE.items() if role in roles)


# of a duty for two persons of finance, filled in, by how it stands: E06 was the first, E16 is the second
FINANCE = frozenset({"E06", "E16"})
DUTY_ARGUMENTS: Mapping[str, str] = {"duty_answer": "0=", "duty_done": "", "duty_second": "", "duty_undo": ""}
_DUTY_STATES: Mapping[str, tuple[str, ...]] = {
    "duty_answer": ("open",),
    "duty_done": ("open",),
    "duty_second": ("finished",),
    "duty_undo": ("finished", "done"),
}


def allowed_on_duty(verb: str, state: str) -> frozenset[str]:
    """Whose press counts on that duty: the row's office or doers, without those it bars."""
    doers = {"finished": frozenset({"E06"}), "done": FINANCE}.get(state, NOBODY)
    parts = {Tie.OFFICE: FINANCE, Tie.DOER: doers}
    (right,) = rows_of(verb)
    able = NOBODY.union(*(parts.get(who, NOBODY) for who in right.who if isinstance(who, Tie)))
    first = frozenset({"E06"}) if Bar.DID_FIRST in right.not_if and state == "finished" else NOBODY
    return able - first if state in _DUTY_STATES[verb] else NOBODY


def tellers() -> frozenset[str]:
    """Who may say when something of the case happened, until it is closed; E12 is of quality as well."""
    right = RIGHTS[Action.RECORD_EVENT]
    return _entitled(right.who, Stage.INVESTIGATING) | frozenset({"E12"})
