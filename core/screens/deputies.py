"""Deputies: for whom one stands in, who stands in for oneself, and what is asked to name one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.model.deputy import Deputyship
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.screens.picks import in_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One absence with its two persons."""

    row: Deputyship
    absent: Person
    deputy: Person

    def data(self) -> dict[str, object]:
        """What a template shows of it."""
        return {
            "absent": self.absent.name,
            "deputy": self.deputy.name,
            "from_on": self.row.from_on,
            "until_on": self.row.until_on,
        }


def deputies_shown(known: Sequence[Standing], reader: Person, *, names_others: bool) -> Message:
    """What is settled and not over, each with a button that calls it off; and a button to name a deputy."""
    endable = [one for one in known if names_others or one.absent.id == reader.id]
    return Message(
        template="deputies_shown",
        data={"known": [one.data() | {"is_own": one.absent.id == reader.id} for one in known]},
        rows=(
            *((Button("deputy_end", "deputy_end", one.row.id, text=_both(one)),) for one in endable),
            (Button("deputy_name", "deputy_new", reader.id),),
            *(((Button("deputy_for_other", "deputy_new"),),) if names_others else ()),
        ),
    )


def people_asked(what: str, name: str, verb: str, found: Sequence[Person] = (), typed: str = "") -> Message:
    """Ask who: `what` is `absent` or `deputy`, `name` the absent person's once it is known; who fits are buttons."""
    buttons = [Button("", verb, one.id, text=f"{one.name} {one.employee_no}") for one in found]
    data = {"what": what, "name": name, "typed": typed, "found": len(found)}
    return Message(template="deputy_asked", data=data, rows=in_rows(buttons, 2))


def day_asked(absent: Person, deputy: Person, today: date, from_on: date | None = None) -> Message:
    """Ask for the first day, or once that is known for the last."""
    data = {"absent": absent.name, "deputy": deputy.name, "today": today, "from_on": from_on}
    return Message(template="deputy_day_asked", data=data)


def deputy_named(row: Deputyship, absent: Person, deputy: Person, reader: Person) -> Message:
    """It is settled who stands in for whom."""
    return _told("deputy_named", row, absent, deputy, reader)


def deputyship_ended(row: Deputyship, absent: Person, deputy: Person, reader: Person) -> Message:
    """It was called off."""
    return _told("deputyship_ended", row, absent, deputy, reader)


def _told(template: str, row: Deputyship, absent: Person, deputy: Person, reader: Person) -> Message:
    standing = Standing(row=row, absent=absent, deputy=deputy)
    data = standing.data() | {"is_deputy": reader.id == deputy.id, "is_absent": reader.id == absent.id}
    return Message(template=template, data=data, urgency=Urgency.NOTICE)


def _both(one: Standing) -> str:
    return f"{one.absent.name} → {one.deputy.name}"
