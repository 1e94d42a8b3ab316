"""Who processes what, why, how long, and which rights there are: the first thing a person is told."""

from core.model.company import Company
from core.model.message import Button, Message
from core.model.person import Person


def orientation(person: Person, company: Company) -> Message:
    """The orientation; once answered, it shows the date instead of the button."""
    data = {
        "name": person.name,
        "company_name": company.name,
        "read_at": person.oriented_at,
        "appeal_days": company.appeal_days,
        "site": person.site,
    }
    rows = () if person.oriented_at else ((Button("oriented", "oriented"),),)
    return Message(template="person_oriented", data=data, rows=rows, card=f"orientation:{person.id}")
