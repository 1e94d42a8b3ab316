"""Taking the company's records out in chat: of what, and what became of it."""

from collections.abc import Iterator, Mapping, Sequence

from core.model.company import Site
from core.model.message import Button, Message, Urgency
from core.model.records_export import ExportEnd, ExportForm, RecordsExport


def export_asked(form: ExportForm, sites: Sequence[Site], *, is_whole: bool) -> Message:
    """Which part: all sites (`is_whole`: the reader may at each of several) or one, of all time or of this year."""
    rows = [tuple(_spans(form, "", ""))] if is_whole and len(sites) > 1 else []
    rows += [tuple(_spans(form, site.id, site.name)) for site in sites]
    return Message(
        template="export_asked",
        data={"form": form.value},
        rows=(*rows, (Button("records_back", "records"),)),
    )


def _spans(form: ExportForm, site: str, name: str) -> Iterator[Button]:
    for span in ("all", "year"):
        label = f"export_{span}_of" if site else f"export_{span}"
        yield Button(label, "export_take", arg=f"{form.value}.{span}.{site}", text=name)


def export_going(export: RecordsExport, *, is_over: bool = False) -> Message:
    """It is being made, or was."""
    return Message(
        template="export_going",
        urgency=Urgency.CARD,
        data={"form": export.form.value, "is_over": is_over},
        card=f"export:{export.id}",
    )


def export_ended(export: RecordsExport, outcome: ExportEnd, figures: Mapping[str, int]) -> Message:
    """What became of it, and, where it is more than a chat takes, how the shell does it."""
    return Message(
        template="export_ended",
        urgency=Urgency.NOTICE,
        data={
            "form": export.form.value,
            "outcome": outcome.value,
            "figures": figures,
            "place": export.site,
            "since": export.since,
        },
    )


def export_told(export: RecordsExport, name: str) -> Message:
    """To the general managers: who has taken what out."""
    return Message(
        template="export_told",
        urgency=Urgency.NOTICE,
        data={"form": export.form.value, "name": name, "place": export.site, "since": export.since},
    )
