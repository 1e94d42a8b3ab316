"""Everything that somebody can do with the bot and that a right stands before."""

from enum import StrEnum


class Action(StrEnum):
    """A row of the table of rights."""

    # everybody's own
    TALK = "talk"
    REPORT = "report"
    WORK_ON_DRAFT = "work_on_draft"
    # reading
    READ_RULEBOOK = "read_rulebook"
    SEE_CASE = "see_case"
    READ_ALL_CASES = "read_all_cases"
    SEE_ALL_FIGURES = "see_all_figures"
    SEE_OWN_FIGURES = "see_own_figures"
    SEE_DEPARTMENT_FIGURES = "see_department_figures"
    PRINT_CASE = "print_case"
    TAKE_DOSSIER = "take_dossier"
    PRINT_RECORD = "print_record"
    PRINT_OWN_NOTICE = "print_own_notice"
    PRINT_NOTICE = "print_notice"
    READ_ACCOUNT = "read_account"
    # intake and triage
    FILL_CASE = "fill_case"
    GIVE_BACK_CASE = "give_back_case"
    ANSWER_CUSTOMER = "answer_customer"
    ANSWER_QUESTION = "answer_question"
    TRIAGE = "triage"
    HAND_OVER_CASE = "hand_over_case"
    BE_INVESTIGATOR = "be_investigator"
    RECORD_EVENT = "record_event"
    LINK_CASES = "link_cases"
    ANSWER_FREQUENT = "answer_frequent"
    # investigation
    INVESTIGATE = "investigate"
    PUT_FIGURES = "put_figures"
    CONCLUDE_WITHOUT_CHARGE = "conclude_without_charge"
    CHOOSE_RULEBOOK = "choose_rulebook"
    STATE = "state"
    # decision
    CONFIRM = "confirm"
    OBJECT = "object"
    ANSWER_OBJECTION = "answer_objection"
    APPROVE = "approve"
    TAKE_BACK = "take_back"
    CORRECT = "correct"
    REVIEW_REPETITION = "review_repetition"
    CLOSE_CASE = "close_case"
    # the customer
    READ_REMEDY = "read_remedy"
    LEAD_REMEDY = "lead_remedy"
    SIGN_REMEDY = "sign_remedy"
    PROVE_REMEDY = "prove_remedy"
    CARRY_OUT_REMEDY = "carry_out_remedy"
    ANSWER_SURVEY = "answer_survey"
    WRITE_TO_CUSTOMER = "write_to_customer"
    # correcting the cause
    READ_CORRECTIVE = "read_corrective"
    PLAN_CORRECTIVE = "plan_corrective"
    SEND_BACK_ACTION = "send_back_action"
    CHECK_EFFECT = "check_effect"
    ANSWER_RECURRENCE = "answer_recurrence"
    # notice and appeal
    ANSWER_NOTICE = "answer_notice"
    HAND_OVER_NOTICE = "hand_over_notice"
    BOOK_APPEAL = "book_appeal"
    READ_APPEAL = "read_appeal"
    PUT_TO_APPEAL = "put_to_appeal"
    TAKE_APPEAL = "take_appeal"
    DECIDE_APPEAL = "decide_appeal"
    # duties
    READ_DUTY = "read_duty"
    DO_DUTY = "do_duty"
    FINISH_DUTY = "finish_duty"
    AGREE_TO_DUTY = "agree_to_duty"
    UNDO_DUTY = "undo_duty"
    SIGN = "sign"
    DECIDE_CONSEQUENCE = "decide_consequence"
    # money
    READ_PAYROLL = "read_payroll"
    MAKE_PAYROLL = "make_payroll"
    CLOSE_PAYROLL = "close_payroll"
    PAY_BACK = "pay_back"
    ASK_PLAN = "ask_plan"
    APPROVE_PLAN = "approve_plan"
    # confidential tips
    READ_TIP = "read_tip"
    DECIDE_TIP_REWARD = "decide_tip_reward"
    # staff and their accounts
    READ_STAFF = "read_staff"
    INVITE = "invite"
    CUT_OFF = "cut_off"
    # one person's data
    EXPORT_PERSON = "export_person"
    FORGET_PERSON = "forget_person"
    # reports
    READ_REPORT = "read_report"
    SEE_PERSONS_IN_REPORT = "see_persons_in_report"
    ENTER_ORDERS = "enter_orders"
    ENTER_BUDGET = "enter_budget"
    # editions of rulebooks
    READ_PROPOSED_RULEBOOK = "read_proposed_rulebook"
    PROPOSE_RULEBOOK = "propose_rulebook"
    APPROVE_RULEBOOK = "approve_rulebook"
    SEE_READERS = "see_readers"
    # the company's records
    IMPORT_RECORDS = "import_records"
    EXPORT_RECORDS = "export_records"
    # the company
    NAME_DEPUTY = "name_deputy"
    SEE_CALENDAR = "see_calendar"
    LINK_GROUP = "link_group"
    SETTLE_UNDELIVERED = "settle_undelivered"
