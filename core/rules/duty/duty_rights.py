"""The checks before somebody does something about a duty."""

from core.errors import NotAllowed, SomebodyWasFirst, WrongStage
from core.model.money import ZERO
from core.model.person import Person
from core.rights.action import Action
from core.rights.may import check_theirs, check_time, is_theirs
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_form import contrary_fields, lacks_evidence, missing_fields
from core.rules.duty.signatures import lacking_signatures


def is_entitled(file: DutyFile, actor: Person) -> bool:
    """Whether the duty is this person's to do, as far as its office goes."""
    return is_theirs(Action.DO_DUTY, actor, file.around())


def check_fillable(file: DutyFile, actor: Person) -> None:
    """Raise why this person may change nothing of the duty now; nothing if they may.

    What is still open when its case is closed, or opens by that, is done all the same.
    """
    check_entitled(file, actor)
    check_still_asked(file)
    if file.duty.finished_by is not None:
        raise SomebodyWasFirst(
            "duty_finished_already",
            name=file.roster.name(file.duty.finished_by),
            at=file.duty.finished_at,
            site=file.duty.site,
        )


def check_entitled(file: DutyFile, actor: Person) -> None:
    """NotThisPerson, naming those whose it is."""
    check_theirs(Action.DO_DUTY, actor, file.around(), names=file.names())


def check_case_open(file: DutyFile) -> None:
    """WrongStage once the case is closed."""
    check_time(Action.UNDO_DUTY, file.around())


def check_still_asked(file: DutyFile) -> None:
    """WrongStage once the duty has fallen away."""
    if file.duty.has_fallen_away:
        raise WrongStage("duty_fell_away", at=file.duty.done_at, site=file.duty.site)


def check_not_apart(file: DutyFile, actor: Person) -> None:
    """NotThisPerson for whoever did what this duty is to be kept apart from."""
    check_theirs(Action.FINISH_DUTY, actor, file.around(), names=file.names())


def check_not_by_payroll(file: DutyFile) -> None:
    """NotAllowed, saying how much, while payroll withholds what is still owed; who uses no batches does it by hand."""
    found = file.withholding
    if found and found.batches and found.left != ZERO:
        raise NotAllowed("duty_by_payroll", left=found.left)


def check_complete(file: DutyFile) -> None:
    """NotAllowed, naming what is missing or not as the clause asks, or the duty that comes first."""
    first = file.to_do_first()
    if first is not None:
        raise NotAllowed("duty_comes_after", label=first.label)
    missing, evidence = missing_fields(file), lacks_evidence(file)
    if missing or evidence:
        raise NotAllowed("duty_incomplete", missing=missing, evidence=file.rule.evidence if evidence else "")
    if unsigned := lacking_signatures(file):
        raise NotAllowed("duty_unsigned", unsigned=unsigned)
    if contrary := contrary_fields(file):
        raise NotAllowed("duty_contrary", fields=contrary)
