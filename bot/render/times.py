"""How templates of one language write instants, deadlines, days and spans."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from jinja2 import pass_context
from jinja2.runtime import Context

from bot.render.strings import Strings

MINUTE = timedelta(minutes=1)
MIDNIGHT = time()
LAST_MINUTE, END_OF_DAY = "23:59", "24:00"


def times_for(language: str, strings: Strings) -> Mapping[str, Callable[..., str]]:
    """The filters by name; a `deadline` at midnight is 24:00 of the day before, as people say it."""
    locale = Locale.parse(language, sep="-")

    @pass_context
    def moment(context: Context, value: datetime | str, zone: ZoneInfo) -> str:
        at = datetime.fromisoformat(value) if isinstance(value, str) else value
        form = _form("moment", at.astimezone(zone), context)
        return format_datetime(at, strings.text("formats", form), tzinfo=zone, locale=locale)

    @pass_context
    def deadline(context: Context, value: datetime | str, zone: ZoneInfo) -> str:
        at = datetime.fromisoformat(value) if isinstance(value, str) else value
        if at.astimezone(zone).time() != MIDNIGHT:
            return moment(context, at, zone)
        return moment(context, at - MINUTE, zone).replace(LAST_MINUTE, END_OF_DAY)

    @pass_context
    def day(context: Context, value: date | str) -> str:
        on = date.fromisoformat(value) if isinstance(value, str) else value
        return format_date(on, strings.text("formats", _form("day", on, context)), locale=locale)

    def span(value: timedelta) -> str:
        return _span(abs(value) // MINUTE, strings)

    return {"moment": moment, "deadline": deadline, "day": day, "span": span}


def _form(name: str, on: date, context: Context) -> str:
    """The format of that name; with the year where it is not the reader's present one (`today`)."""
    today = context.get("today")
    return f"{name}_of_year" if isinstance(today, date) and on.year != today.year else name


def _span(minutes: int, strings: Strings) -> str:
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = (("days", days), ("hours", hours), ("minutes", 0 if days else minutes))
    said = [strings.text("formats", name).format(count) for name, count in parts if count]
    return " ".join(said) or strings.text("formats", "minutes").format(0)
