"""Read the customer's side of a case."""

from collections.abc import Sequence

from core.actions.case.open_dossier import open_dossier
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.dossier import Dossier
from core.model.evidence import Evidence, Holder
from core.model.fault import BadRequest
from core.model.person import Person
from core.model.remedy import Remedy, RemedyKind, Undertaking
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.testing import Testing
from core.rules.assessment.opening import open_case
from core.rules.case.case_request import case_request
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_reader
from core.rules.request.reading import read_request


async def read_remedy(case_id: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The same for whoever may read it; NoSuchThing for anybody else, NotAllowed without a rulebook."""
    file = await open_remedy(case_id, uow=uow)
    check_reader(file, actor)
    return file


async def open_remedy(case_id: int, *, uow: UnitOfWork) -> RemedyFile:
    """The plan as it stands, an empty one where nobody has begun; NotAllowed while the case has no rulebook."""
    dossier = await open_dossier(case_id, uow=uow)
    rulebook = rulebook_of(dossier.case, uow=uow)
    found = await uow.remedies.one(case_id=case_id)
    undertakings = await uow.undertakings.where(case_id=case_id, dropped_at=None)
    return RemedyFile(
        dossier=dossier,
        remedy=found or Remedy(case_id=case_id, opened_at=uow.now),
        undertakings=undertakings,
        rounds=await uow.rounds.where(case_id=case_id),
        surveys=await uow.surveys.where(case_id=case_id),
        proofs=await _proofs(undertakings, uow=uow),
        rules=rulebook.edition.remedy,
        kinds=_allowed(dossier, rulebook),
        language=await language_of(dossier.case.customer, uow=uow),
    )


async def language_of(customer: str, *, uow: UnitOfWork) -> str:
    """The language in which that customer is written to: the company's first until somebody chose another."""
    known = await uow.remembered.one(kind="customer", name=customer)
    return (known.language if known else "") or uow.company.languages[0]


async def round_pieces(file: RemedyFile, *, uow: UnitOfWork) -> tuple[Evidence, ...]:
    """What the customer sent, as it was kept with the rounds."""
    ids = tuple(one.id for one in file.rounds)
    return await uow.evidence.where(holder=Holder.ROUND, holder_id=ids) if ids else ()


async def _proofs(undertakings: Sequence[Undertaking], *, uow: UnitOfWork) -> tuple[str, ...]:
    ids = tuple(one.id for one in undertakings if one.done_at)
    pieces = await uow.evidence.where(holder=Holder.UNDERTAKING, holder_id=ids) if ids else ()
    return tuple(piece.text for piece in pieces if piece.text)


def _allowed(dossier: Dossier, rulebook: CompiledRulebook) -> tuple[RemedyKind, ...]:
    """Every remedy unless the text names some; of those it names, all whose condition is not known to fail."""
    options = rulebook.edition.remedy.kinds if rulebook.edition.remedy else ()
    if not options:
        return tuple(RemedyKind)
    try:
        case = open_case(read_request(case_request(dossier, rulebook), rulebook), rulebook).case
    except BadRequest:
        return tuple(option.kind for option in options)
    testing = Testing(rulebook.edition)
    return tuple(option.kind for option in options if testing.gate(option.when).test(case, None) is not False)
