"""What an edition that was sent would change: side by side with the one before, and on recorded cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.company_rulebooks import CompanyRulebooks
from bot.rulebook_words.comparing import Comparison
from bot.rulebook_words.simulation import SimulatedCase, Simulation
from bot.rulebook_words.vocabulary import vocabulary
from bot.rulebooks import loss_kinds, ready
from bot.sheets.writing import xlsx
from core.actions.figures.recorded_figures import RecordedCase
from core.model.figures import Figures
from core.replay import Changes, replayed
from core.rulebook.compiled import CompiledRulebook
from core.rules.figures.figures_kept import figures_in

UNCHANGED: Final = Changes(roles={}, settings={})


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectFiles:
    """How much would change, and the files that say what: name and content."""

    changes: int
    cases: int
    files: tuple[tuple[str, bytes], ...]


def effect_of(
    book: CompiledRulebook, at_hand: CompanyRulebooks, recorded: Sequence[RecordedCase], language: str
) -> EffectFiles:
    """Compare it with the latest edition there is, and assess the recorded cases again under it."""
    name = f"{book.id}-{book.edition.edition}"
    comparison = Comparison(at_hand.editions(book.id)[-1].edition, book.edition, loss_kinds(), language)
    said = "\n".join((f"# {name}", *comparison.lines())) + "\n"
    simulated = tuple(_simulated(book, at_hand, recorded))
    sheet = ((f"{name}.xlsx", _sheet(simulated, language)),) if simulated else ()
    return EffectFiles(
        changes=comparison.count(),
        cases=len(simulated),
        files=((f"{name}.txt", said.encode()), *sheet),
    )


def _simulated(
    book: CompiledRulebook, at_hand: CompanyRulebooks, recorded: Sequence[RecordedCase]
) -> Iterator[SimulatedCase]:
    joined = at_hand.joined_by(book)
    tried = {one: _of_any_day(joined, one, book) for one in {recorded.case.rulebook for recorded in recorded}}
    for one in recorded:
        if isinstance(one.figures, Figures):
            was = figures_in(one.figures.answer)
            amounts = tuple(loss.amount for loss in was.losses)
            again = replayed(one.figures.request, tried[one.case.rulebook], UNCHANGED, amounts)
            yield SimulatedCase(case=one.case, was=was, replayed=again)


def _of_any_day(joined: CompanyRulebooks, rulebook: str, book: CompiledRulebook) -> CompiledRulebook:
    """As it is from the day of the new edition, but for cases of every day."""
    then = joined.on(rulebook, book.edition.in_force_from) if book.edition.in_force_from else book
    return ready(then.edition.model_copy(update={"in_force_from": None}), then.sha256)


def _sheet(simulated: Sequence[SimulatedCase], language: str) -> bytes:
    """Persons are numbers, the same one the same number: whoever may open the case finds the name there."""
    people = dict.fromkeys(change.person for one in simulated for change in one.changes)
    names = {person: f"#{number}" for number, person in enumerate(people, 1)}
    words = vocabulary(language)
    simulation = Simulation(simulated, names, words)
    return xlsx(words.tables["simulate"]["sheet"], simulation.heading(), simulation.cells())
