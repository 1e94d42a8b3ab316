"""All checks of the second pass together."""

from core.model.fault import BadRulebook, Fault
from core.rulebook.checks.approvals import approvals_apart_from_nobody
from core.rulebook.checks.bands import bands_that_do_not_fit
from core.rulebook.checks.clauses import clauses_without_rule
from core.rulebook.checks.clocks import clocks_that_cannot_run
from core.rulebook.checks.defaults import defaults_that_are_none
from core.rulebook.checks.fact_types import facts_of_another_type
from core.rulebook.checks.figures import figures_that_do_not_fit
from core.rulebook.checks.known_clauses import unknown_clauses
from core.rulebook.checks.order import what_the_pipeline_forbids
from core.rulebook.checks.rates import rates_that_cannot_be
from core.rulebook.checks.references import unknown_names
from core.rulebook.checks.remedies import forms_that_do_not_fit
from core.rulebook.checks.set_facts import facts_that_cannot_be_set
from core.rulebook.checks.setting_types import settings_of_another_type
from core.rulebook.checks.settings import settings_that_cannot_be
from core.rulebook.checks.unused import names_without_use
from core.rulebook.checks.zone import zone_that_is_none
from core.rulebook.edition import Edition, LossKinds


def problems_in(edition: Edition, kinds: LossKinds) -> tuple[Fault, ...]:
    """Return every fault that the form alone cannot show; none for a usable edition."""
    return (
        *zone_that_is_none(edition),
        *unknown_names(edition, kinds),
        *figures_that_do_not_fit(edition),
        *defaults_that_are_none(edition),
        *facts_of_another_type(edition),
        *facts_that_cannot_be_set(edition),
        *settings_that_cannot_be(edition),
        *settings_of_another_type(edition),
        *clocks_that_cannot_run(edition),
        *what_the_pipeline_forbids(edition),
        *bands_that_do_not_fit(edition),
        *rates_that_cannot_be(edition),
        *clauses_without_rule(edition),
        *unknown_clauses(edition),
        *names_without_use(edition),
        *approvals_apart_from_nobody(edition),
        *forms_that_do_not_fit(edition),
    )


def check_edition(edition: Edition, kinds: LossKinds) -> None:
    """Raise BadRulebook with every fault, if there is one."""
    faults = problems_in(edition, kinds)
    if faults:
        raise BadRulebook(faults)
