"""What the table of rights comes to in a scene: read anew from its rows, not by the code that judges."""

from collections.abc import Collection, Mapping

from core.model.person import Person
from core.model.roles import Role
from core.rights.bar import Bar
from core.rights.right import Right, Who
from core.rights.table import RIGHTS
from core.rights.tie import OWN, Tie
from tests.rights.scene import NOBODY, Numbers, Scene

People = Mapping[str, Person]


def allowed(verb: str, scene: Scene, people: People) -> Numbers:
    """Whose press counts: the union of all rows that list it, and who is let in beside them."""
    return by_table(verb, scene, people) | scene.also.get(verb, NOBODY) | scene.answered.get(verb, NOBODY)


def by_table(verb: str, scene: Scene, people: People) -> Numbers:
    """Whose press counts by the rows alone, where it is the time for it."""
    if verb in scene.idle:
        return NOBODY
    able = (_entitled(row.who, scene, people) - _barred(row, scene) for row in _rows(verb, scene))
    return NOBODY.union(*able) & _open_to(verb, scene, people)


def is_lent(verb: str, scene: Scene, people: People, deputy: str, absent: str) -> bool:
    """Whether it counts when one presses in the place of the other, though not for themself."""
    if verb in scene.idle:
        return False
    is_open = absent in _open_to(verb, scene, people)
    return is_open and any(_is_lent(row, scene, people, deputy, absent) for row in _rows(verb, scene))


def let_in_by(row: Right, who: Who, scene: Scene, people: People) -> Numbers:
    """Whom one entry of a row lets in, where it is the time for something that the row lists."""
    return _entitled([who], scene, people) - _barred(row, scene) if _is_played(row, scene) else NOBODY


def kept_out_by(row: Right, bar: Bar, scene: Scene, people: People) -> Numbers:
    """Whom one bar of a row keeps out, who could else do it."""
    able = _entitled(row.who, scene, people) if _is_played(row, scene) else NOBODY
    return able & scene.bars.get(bar, NOBODY)


def _is_played(row: Right, scene: Scene) -> bool:
    return any(row in _rows(verb, scene) for verb in scene.verbs() - scene.idle)


def rows_of(verb: str) -> tuple[Right, ...]:
    """The rows that list the press or command."""
    return tuple(
        row for row in RIGHTS.values() if verb in row.presses or verb in {f"/{one}" for one in row.commands}
    )


def holders(role: Role, people: People, site: str = "") -> Numbers:
    """Those who hold that role at the site; without one, anywhere."""
    return frozenset(
        number
        for number, person in people.items()
        if any(grant.role is role and (not site or grant.site in (None, site)) for grant in person.grants)
    )


def _open_to(verb: str, scene: Scene, people: People) -> Numbers:
    return scene.only.get(verb, frozenset(people))


def _rows(verb: str, scene: Scene) -> tuple[Right, ...]:
    return tuple(
        row for row in rows_of(verb) if not row.stages or scene.stage is None or scene.stage in row.stages
    )


def _is_lent(row: Right, scene: Scene, people: People, deputy: str, absent: str) -> bool:
    kept_out = _barred(row, scene)
    involved = NOBODY.union(*(scene.bars.get(bar, NOBODY) for bar in (Bar.NAMED, Bar.REPORTED, Bar.DECIDED)))
    is_free = deputy not in kept_out | involved and absent not in kept_out and not row.is_personal
    return is_free and absent in _entitled([who for who in row.who if who not in OWN], scene, people)


def _entitled(whos: Collection[Who], scene: Scene, people: People) -> Numbers:
    return NOBODY.union(
        *(
            holders(who, people, scene.site) if isinstance(who, Role) else _tied(who, scene, people)
            for who in whos
        )
    )


def _tied(tie: Tie, scene: Scene, people: People) -> Numbers:
    return frozenset(people) if tie is Tie.EVERYBODY else scene.ties.get(tie, NOBODY)


def _barred(row: Right, scene: Scene) -> Numbers:
    return NOBODY.union(*(scene.bars.get(bar, NOBODY) for bar in row.not_if))
