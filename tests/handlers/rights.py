"""The table of rights: which press of whom changes a case, stage by stage; whatever is not in it changes nothing.

Reporter is 王小明 (E10), investigator 陈洁 (E11); named are 张伟 (E17), 李强 (E03, supervisor of the department) and
周敏 (E01); 吴琳 (E04) stands above 李强, 赵刚 (E05) approves.
"""

from core.model.case import Stage

OPEN = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING)
NAMED = frozenset({"E17", "E03", "E01"})
REPORTER, INVESTIGATOR = frozenset({"E10"}), frozenset({"E11"})
BOTH = REPORTER | INVESTIGATOR

# the button's argument, and by stage those whose press counts
RIGHTS: dict[str, tuple[str, dict[Stage, frozenset[str]]]] = {
    "accept": ("", {Stage.REGISTERED: INVESTIGATOR}),
    "accept_for": ("2", {Stage.REGISTERED: INVESTIGATOR}),
    "lacking": ("photos", {Stage.REGISTERED: INVESTIGATOR}),
    "give_back": ("", {Stage.RETURNED: REPORTER}),
    "hand_to": ("2", {Stage.INVESTIGATING: INVESTIGATOR}),
    "replied": (
        "",
        dict.fromkeys((Stage.REGISTERED, Stage.RETURNED, Stage.REFUSED), REPORTER)
        | dict.fromkeys((*OPEN, Stage.DECIDED), BOTH),
    ),
    "fault": ("0=", dict.fromkeys(OPEN, INVESTIGATOR)),
    "loss_told": ("freight::800.00", dict.fromkeys(OPEN, INVESTIGATOR)),
    "loss_remove": ("0", dict.fromkeys(OPEN, INVESTIGATOR)),
    "party_drop": ("3", dict.fromkeys(OPEN, INVESTIGATOR)),
    "party_role": ("3:manager", dict.fromkeys(OPEN, INVESTIGATOR)),
    "detail_answer": ("3:month_wage=5000", dict.fromkeys(OPEN, INVESTIGATOR)),
    "put": ("", {Stage.INVESTIGATING: INVESTIGATOR}),
    "silent": ("", dict.fromkeys(OPEN, NAMED)),
    "confirm": ("0", {Stage.CONFIRMING: frozenset({"E04", "E03"}), Stage.APPROVING: frozenset({"E03"})}),
    "take_back": ("", {Stage.APPROVING: frozenset({"E04"})}),
    "approve": ("2", {Stage.APPROVING: frozenset({"E05"})}),
    "close_now": ("", {Stage.DECIDED: INVESTIGATOR, Stage.REFUSED: INVESTIGATOR}),
}
# a press on other figures than the case's present ones counts for nobody
BOUND_TO_FIGURES = frozenset({"confirm", "take_back", "approve", "loss_remove"})
# what is pressed under a notice is its addressee's alone
UNDER_A_NOTICE = frozenset({"ack", "appeal", "agree", "unagree", "my_notice"})

FINANCE = frozenset({"E06", "E16"})
# of a duty for two persons of finance, filled in, by how it stands; 何静 (E06) was the first. Quality is E11 and E12
DUTY_RIGHTS: dict[str, tuple[str, dict[str, frozenset[str]]]] = {
    "duty_answer": ("0=", {"open": FINANCE}),
    "duty_done": ("", {"open": FINANCE}),
    "duty_second": ("", {"finished": frozenset({"E16"})}),
    "duty_undo": ("", {"finished": frozenset({"E06"}), "done": FINANCE}),
}
# who may say when something of a case happened, until it is closed
TELLERS = frozenset({"E10", "E11", "E12"})
