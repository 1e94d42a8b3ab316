"""What is known on the customer's side by now, as a form takes it."""

from collections.abc import Mapping
from datetime import datetime

from core.rules.remedy.remedy_file import RemedyFile


def known_by_now(file: RemedyFile, now: datetime) -> Mapping[str, object]:
    """By the name of the source; what nobody said is an empty text."""
    today = file.dossier.company.day_at(file.case.site, now)
    return {
        "rounds": len(file.rounds),
        "said": "\n".join(one.said for one in file.rounds if one.said),
        "offer": "\n".join(one.what for one in file.undertakings),
        "reason": file.remedy.reason,
        "interim": "\n".join(one.what for one in file.remedy.interims),
        "since": file.remedy.interims[-1].at.isoformat() if file.remedy.interims else "",
        "cost": str(file.cost),
        "basis": "\n".join(cost.basis for one in file.undertakings for cost in one.costs),
        "proof": "\n".join(file.proofs),
        "answer": (file.survey.answer or "") if file.survey else "",
        "opinion": _opinion(file),
        "day": today.isoformat(),
        "now": now.isoformat(),
        "yes": True,
    }


def _opinion(file: RemedyFile) -> str:
    """The customer's own words: of the answer, else of the last round."""
    told = file.survey.words if file.survey else ""
    return told or (file.rounds[-1].said if file.rounds else "")
