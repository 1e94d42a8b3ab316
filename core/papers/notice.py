"""The notice of compensation on paper: everything the chat says, and a place to sign."""

from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.notice import Notice
from core.model.paper import Paper, PaperKind
from core.papers.heading import EVERY_DAY_WITH_ITS_YEAR
from core.rulebook.compiled import CompiledRulebook
from core.rules.appeal.appeal_limit import last_day
from core.rules.assessment.fines import is_only_fine


def notice_paper(notice: Notice, dossier: Dossier, figures: Assessment, rulebook: CompiledRulebook) -> Paper:
    """The notice as it was issued, in its reader's language; the later receipts are not on it."""
    case, person = dossier.case, dossier.staff[notice.person_id]
    zone, party = dossier.company.zone(case.site), dossier.party_of(person.id)
    return Paper(
        kind=PaperKind.NOTICE,
        language=person.language,
        number=notice.number,
        case_id=case.id,
        data={
            "today": EVERY_DAY_WITH_ITS_YEAR,
            "site": case.site,
            "site_name": dossier.company.site(case.site).name,
            "number": case.number,
            "notice_number": notice.number,
            "amount": notice.amount,
            "issued_on": notice.issued_at.astimezone(zone).date(),
            "name": person.name,
            "employee_no": person.employee_no,
            "department": person.department,
            "role": dossier.glossary.role(party.role) if party else None,
            "product": case.goods,
            "happened": case.happened,
            "cause": case.cause,
            "hearing": party.hearing if party else None,
            "said": [one.text for one in dossier.statements if one.person_id == person.id and one.text],
            "occurred_on": case.occurred_on,
            "is_occurred_known": case.is_occurred_known,
            "content": notice.content,
            "is_fine": is_only_fine(notice),
            "figures": figures,
            "rulebook": rulebook,
            "appeal_day": last_day(notice.appeal_until, zone) if notice.appeal_until else None,
            "appeal_until": notice.appeal_until,
        },
    )
