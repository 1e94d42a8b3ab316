"""Whose the customer's side of a case is, and what stands against a press on its plan."""

from core.errors import NotAllowed, SomebodyWasFirst, WrongStage
from core.model.person import Person
from core.model.remedy import RemedyState, Undertaking
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import Circumstances, around_dossier
from core.rights.may import check_right, may
from core.rights.tie import Tie
from core.rules.remedy.remedy_chain import next_signing
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.undertaking_duty import CARRY_OUT
from core.rules.remedy.who_signs import who_signs


def around_remedy(file: RemedyFile) -> Circumstances:
    """The case, with who sees to something of the plan, who may sign for it next, and who proposed it."""
    asked = next_signing(file) if file.remedy.state is RemedyState.APPROVING else None
    signers = () if asked is None else tuple(person.id for person in who_signs(asked, file))
    seeing_to = [one.owner_id for one in file.undertakings]
    given = [duty.owner_id for duty in file.dossier.duties_of(CARRY_OUT) if duty.owner_id]
    proposer = () if file.remedy.put_by is None else (file.remedy.put_by,)
    there = around_dossier(file.dossier).tied(Tie.ASSIGNEE, (*seeing_to, *given)).tied(Tie.STEP, signers)
    return there.barring(Bar.MADE_IT, proposer)


def speaks_for(person_id: int, file: RemedyFile) -> int:
    """Who speaks with the customer where that person would: the investigator, if that person is named in the case."""
    is_named = person_id in file.dossier.party_ids()
    return (file.case.owner_id if is_named else None) or person_id


def may_lead(file: RemedyFile, actor: Person) -> bool:
    """Whether the actor deals with the customer now."""
    return may(Action.LEAD_REMEDY, actor, around_remedy(file))


def may_read(file: RemedyFile, actor: Person) -> bool:
    """Whether the actor may look at it."""
    return may(Action.READ_REMEDY, actor, around_remedy(file))


def check_reader(file: RemedyFile, actor: Person) -> None:
    """NoSuchThing for whoever may not look at it."""
    check_right(Action.READ_REMEDY, actor, around_remedy(file))


def check_lead(file: RemedyFile, actor: Person, version: int) -> None:
    """Raise unless the customer is the actor's to deal with, and the plan is still that version."""
    check_right(Action.LEAD_REMEDY, actor, around_remedy(file), owner=_leader(file))
    check_remedy_version(file, version)


def may_answer(file: RemedyFile, actor: Person) -> bool:
    """Whether the actor speaks with the customer now; also once the case is closed."""
    return may(Action.ANSWER_SURVEY, actor, around_remedy(file))


def may_write(file: RemedyFile, actor: Person) -> bool:
    """Whether the actor writes to the customer, from the first day on."""
    return may(Action.WRITE_TO_CUSTOMER, actor, around_remedy(file))


def check_writing(file: RemedyFile, actor: Person) -> None:
    """NotThisPerson for anybody else."""
    check_right(Action.WRITE_TO_CUSTOMER, actor, around_remedy(file))


def check_answering(file: RemedyFile, actor: Person) -> None:
    """Raise unless the actor speaks with the customer; also once the case is closed."""
    check_right(Action.ANSWER_SURVEY, actor, around_remedy(file), owner=_leader(file))


def may_certify(file: RemedyFile, undertaking: Undertaking, actor: Person) -> bool:
    """Whether the actor may say that it is done: not whoever is named in the case."""
    return may(Action.CARRY_OUT_REMEDY, actor, _around_part(file, undertaking))


def check_prover(file: RemedyFile, undertaking: Undertaking, actor: Person) -> None:
    """NotThisPerson, saying whose it is, unless the actor may do it and prove it."""
    _check_part(Action.PROVE_REMEDY, file, undertaking, actor)


def check_carrier(file: RemedyFile, undertaking: Undertaking, actor: Person) -> None:
    """The same, unless the actor may say that it is done."""
    _check_part(Action.CARRY_OUT_REMEDY, file, undertaking, actor)


def _check_part(action: Action, file: RemedyFile, undertaking: Undertaking, actor: Person) -> None:
    there, name = _around_part(file, undertaking), file.dossier.name(undertaking.owner_id)
    check_right(action, actor, there, name=name)


def _around_part(file: RemedyFile, undertaking: Undertaking) -> Circumstances:
    given = file.dossier.duties_of(CARRY_OUT, undertaking=undertaking.id)
    own = (undertaking.owner_id, *(duty.owner_id for duty in given if duty.owner_id))
    return around_dossier(file.dossier).tied(Tie.ASSIGNEE, own)


def may_sign(file: RemedyFile, actor: Person) -> bool:
    """Whether the plan waits for the actor's signature."""
    return may(Action.SIGN_REMEDY, actor, around_remedy(file))


def check_signer(file: RemedyFile, actor: Person) -> None:
    """NotThisPerson, saying who may, unless the actor may sign what is asked for next."""
    asked = next_signing(file)
    names = () if asked is None else tuple(person.name for person in who_signs(asked, file))
    check_right(Action.SIGN_REMEDY, actor, around_remedy(file), names=names)


def check_remedy_version(file: RemedyFile, version: int) -> None:
    """SomebodyWasFirst on another version of the plan."""
    if file.remedy.version != version:
        raise SomebodyWasFirst("remedy_changed", number=file.case.number)


def check_remedy_state(file: RemedyFile, *states: RemedyState) -> None:
    """WrongStage if the plan stands elsewhere."""
    if file.remedy.state not in states:
        raise WrongStage("remedy_elsewhere", number=file.case.number, state=file.remedy.state)


def check_whole(file: RemedyFile) -> None:
    """NotAllowed, naming what is missing, unless every part of a plan has its day."""
    if not file.undertakings:
        raise NotAllowed("remedy_empty", number=file.case.number)
    if missing := file.incomplete():
        raise NotAllowed("remedy_without_day", kinds=tuple(one.kind for one in missing))


def _leader(file: RemedyFile) -> str:
    return file.dossier.name(file.case.owner_id)
