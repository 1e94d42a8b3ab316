"""One row of the table of rights."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import NotThisPerson, Refusal
from core.model.case import Stage
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.tie import Tie

Who = Role | Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """Who may do one thing, at which stages of a case, and what bars even them.

    A role counts at the site of the thing; where there is no site, held anywhere. `stages` is empty where it does not
    matter where a case stands. `otherwise` is the key of the words for anybody else, `barred` of those for whoever is kept
    from it by a bar, where they are others. `is_personal`: no deputy does it for somebody. `presses`, `commands` and
    `steps` are what asks for it in chat.
    """

    action: Action
    who: tuple[Who, ...]
    stages: tuple[Stage, ...] = ()
    not_if: tuple[Bar, ...] = ()
    otherwise: str = ""
    barred: Mapping[Bar, str] = field(default_factory=dict)
    refusal: type[Refusal] = NotThisPerson
    is_personal: bool = False
    presses: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
