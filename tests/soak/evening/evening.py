"""What happens seldom, and all of it in one evening: each step with the power going before, in and after it."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.points import Point
from bot.tips.key_file import public_text
from tests.conversations.workplace import workplace
from tests.soak.counting import Count
from tests.soak.evening.appeals import an_appeal_is_heard
from tests.soak.evening.editions import an_edition_is_published
from tests.soak.evening.months import a_week_is_reported, payslips_come_back
from tests.soak.evening.people import an_album_becomes_a_tip, somebody_is_forgotten
from tests.soak.evening.power import Power
from tests.soak.evening.records import an_export, an_import_and_its_undoing, an_import_in_chat

PEOPLE = [("孙丽", "E09"), ("赵刚", "E01"), ("张伟", "E05"), ("何静", "E08")]
SEEN = (Point.ERASING, Point.FILE_READ, Point.IMPORT_PART, Point.EXPORT_FILE)


async def spend(folder: Path) -> list[Count]:
    """The whole evening, in two companies; what came of it, and how often the rarer points were met."""
    of_cases, of_all_else = folder / "cases", folder / "else"
    for place in (of_cases, of_all_else):
        place.mkdir(parents=True)
    return counted(await an_appeal_is_heard(of_cases), await all_else(of_all_else))


async def all_else(folder: Path) -> Power:
    """Records, tips, editions, people and months of the sample company."""
    sample = (files("bot.sample") / "gongdao.toml").read_text(encoding="utf-8")
    public = public_text(X25519PrivateKey.generate().public_key())
    async with workplace(folder, f'{sample}\n[tips]\nkey = "{public}"\n') as place:
        admin, manager, worker, finance = await place.all_join(PEOPLE)
        await place.settles()
        power = Power(place)
        await an_import_and_its_undoing(power)
        await an_import_in_chat(power, admin)
        await an_export(power)
        await an_album_becomes_a_tip(power, worker)
        await an_edition_is_published(power, admin, manager, worker)
        await somebody_is_forgotten(power, admin)
        await payslips_come_back(power, finance, admin)
        await a_week_is_reported(power, manager)
        await power.verifies()
    return power


def counted(*powers: Power) -> list[Count]:
    """In the words of the day."""
    hits = sum((power.hits for power in powers), Counter[Point]())
    return [
        Count("effects lost", sum(power.lost for power in powers)),
        Count("effects doubled", sum(power.doubled for power in powers)),
        Count("messages missing", sum(power.missing for power in powers)),
        Count("messages repeated", sum(power.repeated for power in powers), most=hits.total()),
        Count("chains broken", sum(power.chains_broken for power in powers)),
        *(Count(f"hits {point}", hits[point], None, 1) for point in SEEN),
    ]
