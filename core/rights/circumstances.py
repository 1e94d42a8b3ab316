"""What a right is judged by: where the thing is, how it stands, who has which part in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from core.model.brief import BriefAppeal, PartTakers, ids_in
from core.model.case import Case, Stage
from core.model.dossier import Dossier
from core.rights.bar import Bar
from core.rights.tie import Tie

People = Collection[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The thing at hand: persons by id. Without a site a role counts that is held anywhere.

    A tie that is not given ties nobody. A bar that a right asks about must be given: what is not known is no yes.
    """

    case_id: int | None = None
    site: str = ""
    stage: Stage | None = None
    number: str = ""
    ties: Mapping[Tie, People] = field(default_factory=dict)
    bars: Mapping[Bar, People] = field(default_factory=dict)

    def tied(self, tie: Tie, people: People) -> "Circumstances":
        """The same, with these persons in that part."""
        return replace(self, ties={**self.ties, tie: people})

    def barring(self, bar: Bar, people: People) -> "Circumstances":
        """The same, with these persons barred by that."""
        return replace(self, bars={**self.bars, bar: people})


NOWHERE = Circumstances()


def around_case(case: Case) -> Circumstances:
    """The case alone: who reported and who leads it."""
    owner = () if case.owner_id is None else (case.owner_id,)
    return Circumstances(
        case_id=case.id,
        site=case.site,
        stage=case.stage,
        number=case.number,
        ties={Tie.REPORTER: (case.reporter_id,), Tie.OWNER: owner},
        bars={Bar.REPORTED: (case.reporter_id,), Bar.LEADS: owner},
    )


def around_brief_appeal(appeal: BriefAppeal, people: PartTakers) -> Circumstances:
    """What keeps people from hearing it: the parts they have in its case."""
    return Circumstances(
        case_id=appeal.case_id,
        site=appeal.site,
        bars={
            Bar.REPORTED: (appeal.reported,),
            Bar.LEADS: (appeal.leads,),
            Bar.NAMED: ids_in(people.named),
            Bar.NAMED_OTHERS: ids_in(people.named_by),
            Bar.DECIDED: ids_in(people.decided),
        },
    )


def as_the_case_tells(case: Case) -> Circumstances:
    """As far as the case alone tells, for what is only shown: who is named in it is not asked."""
    return around_case(case).barring(Bar.NAMED, ())


def around_dossier(dossier: Dossier) -> Circumstances:
    """The case with who is named in it, who named them, and who decided. What was taken back was decided all the same."""
    case = around_case(dossier.case)
    named = dossier.party_ids()
    return replace(
        case,
        ties={**case.ties, Tie.NAMED: named},
        bars={
            **case.bars,
            Bar.NAMED: named,
            Bar.NAMED_OTHERS: frozenset(party.named_by for party in dossier.parties),
            Bar.DECIDED: frozenset(decision.person_id for decision in dossier.decisions),
        },
    )
