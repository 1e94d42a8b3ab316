"""Compiling an edition: conditions become closures, literals become integers, once."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from core.model.assessment import AppealRoute, ApprovalStep, OpenDuty
from core.model.rate import percent
from core.model.request import FactValue, SettingValue
from core.model.working_days import WorkingDays
from core.rulebook.compiled import (
    ApprovalRule,
    CompiledRulebook,
    DeadlineRule,
    GradeRule,
    Guard,
    RateRule,
    Ruled,
)
from core.rulebook.edition import Edition, LossKinds, WageGuard
from core.rulebook.fields import flat_fields, value_if_absent
from core.rulebook.figures import FromFact, FromSetting, RateRange
from core.rulebook.gate import NEVER, OPEN
from core.rulebook.money_rules import (
    FactorAdjustment,
    FixedCharge,
    PointsAdjustment,
    RateCharge,
    ShareCharge,
)
from core.rulebook.opened_figures import opened_figures
from core.rulebook.pricing_rules import Pricing, UnitPricing
from core.rulebook.readers import setting_reader
from core.rulebook.request_readers import request_readers
from core.rulebook.testing import Testing
from core.rulebook.vocabulary import FactField, RecordFact


def guard_of(guard: WageGuard) -> Guard:
    """Return the statutory guard ready to be applied."""
    share = percent(guard.share_of_wage.removesuffix("%"))
    return Guard(share, guard.longest_months, guard.law, guard.clause)


def compile_rulebook(
    edition: Edition, guard: WageGuard, kinds: LossKinds, working_days: WorkingDays
) -> CompiledRulebook:
    """Return the edition ready to be applied; the edition must have passed its checks."""
    testing = Testing(edition)
    gate = testing.gate
    return CompiledRulebook(
        id=edition.id,
        edition=edition,
        zone=ZoneInfo(edition.zone),
        working_days=working_days,
        guard=guard_of(guard),
        loss_labels=kinds.kinds,
        priced=_priced(edition),
        units=tuple(
            Ruled(row, gate(row.whole) if row.whole else NEVER)
            for row in edition.pricing
            if isinstance(row, UnitPricing)
        ),
        readers=request_readers(edition, kinds),
        fields=flat_fields(edition),
        case_defaults=_case_defaults(edition),
        person_defaults=_defaults(edition.person),
        record_defaults={
            name: _defaults(fact.fields)
            for name, fact in edition.facts.items()
            if isinstance(fact, RecordFact)
        },
        setting_values=_setting_values(edition),
        table_keys={name: tuple(setting.by) for name, setting in edition.settings.items() if setting.by},
        needed=tuple(
            (name, gate(field.needed_when))
            for name, field in edition.facts.items()
            if not isinstance(field, RecordFact) and field.needed_when
        ),
        incident=gate(edition.incident.when) if edition.incident else None,
        incident_reading=gate(edition.incident.reading_when) if edition.incident else OPEN,
        exclusions=tuple(Ruled(row, gate(row.when)) for row in edition.exclusions),
        opened=opened_figures(edition),
        grades=_grades(edition),
        by_hand=tuple(Ruled(row, gate(row.when)) for row in edition.grading.by_hand),
        decisions=tuple(Ruled(row, gate(row.when)) for row in edition.decisions),
        reassignments=tuple(
            (Ruled(row, gate(row.when)), gate(row.witness.when)) for row in edition.reassignments
        ),
        bases=tuple(Ruled(row, gate(row.when)) for row in edition.bases),
        splits={
            over: tuple(Ruled(row, gate(row.when)) for row in edition.splits if row.over == over)
            for over in ("departments", "people")
        },
        charges=tuple(_charge(row, testing) for row in edition.charges),
        points={
            role: tuple(
                Ruled(row, gate(row.when))
                for row in edition.adjustments
                if isinstance(row, PointsAdjustment) and role in row.roles
            )
            for role in edition.roles
        },
        factors={
            role: tuple(
                Ruled(row, gate(row.when))
                for row in edition.adjustments
                if isinstance(row, FactorAdjustment) and role in row.roles
            )
            for role in edition.roles
        },
        factor_fields=_factor_fields(edition),
        sanctions=tuple(Ruled(row, gate(row.when)) for row in edition.sanctions),
        deadlines=tuple(
            DeadlineRule(
                name, row, gate(row.when), tuple(Ruled(clock, gate(clock.when)) for clock in row.clocks)
            )
            for name, row in edition.deadlines.items()
        ),
        approvals=tuple(
            ApprovalRule(
                ApprovalStep(row.clause, row.step, row.by, row.act, row.not_by), row.instead, gate(row.when)
            )
            for row in edition.approvals
        ),
        duties=tuple(
            Ruled(OpenDuty(name, row.clause, row.owner, row.kind, row.label, row.copies), gate(row.when))
            for name, row in edition.duties.items()
            if row.rhythm is None
        ),
        appeals=tuple(
            Ruled(AppealRoute(row.clause, row.to, row.deadline, row.not_by, name, row.by), gate(row.when))
            for name, row in edition.appeals.items()
        ),
    )


def _priced(edition: Edition) -> dict[str, tuple[Pricing, ...]]:
    rows = [row for row in edition.pricing if isinstance(row, Pricing)]
    kinds = dict.fromkeys(row.loss for row in rows)
    return {kind: tuple(row for row in rows if row.loss == kind) for kind in kinds}


def _factor_fields(edition: Edition) -> tuple[str, ...]:
    read = (row.by for row in edition.adjustments if isinstance(row, FactorAdjustment))
    return tuple(dict.fromkeys(name.removeprefix("person.") for name in read))


def _case_defaults(edition: Edition) -> dict[str, FactValue]:
    return _defaults({n: f for n, f in edition.facts.items() if not isinstance(f, RecordFact)})


def _defaults(fields: Mapping[str, FactField]) -> dict[str, FactValue]:
    values = {name: value_if_absent(field) for name, field in fields.items()}
    return {name: value for name, value in values.items() if value is not None}


def _setting_values(edition: Edition) -> dict[str, SettingValue]:
    return {
        name: setting_reader(setting)(setting.value)
        for name, setting in edition.settings.items()
        if setting.value is not None
    }


def _grades(edition: Edition) -> tuple[GradeRule, ...]:
    lower = Testing(edition, opened_figures(edition))
    higher = Testing(edition)
    rules = (
        GradeRule(
            name,
            grade,
            tuple(Ruled(criterion, lower.gate(criterion.when)) for criterion in grade.any),
            tuple(Ruled(criterion, higher.gate(criterion.when)) for criterion in grade.any),
        )
        for name, grade in edition.grades.items()
    )
    return tuple(sorted(rules, key=lambda rule: -rule.grade.rank))


def _charge(
    row: RateCharge | ShareCharge | FixedCharge, testing: Testing
) -> RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]:
    if isinstance(row, RateCharge):
        return _rate_rule(row, testing)
    if isinstance(row, ShareCharge):
        return Ruled(row, testing.gate(row.when))
    return Ruled(row, testing.gate(row.when))


def _rate_rule(row: RateCharge, testing: Testing) -> RateRule:
    gate = testing.gate(row.when)
    review = testing.gate(row.legal_review) if row.legal_review else None
    of = row.of.fact if isinstance(row.of, FromFact) else None
    if isinstance(row.rate, RateRange):
        return RateRule(row, gate, row.rate.from_, row.rate.to, row.rate.by, None, of, review)
    if isinstance(row.rate, FromSetting):
        return RateRule(row, gate, 0, 0, None, row.rate.setting, of, review)
    return RateRule(row, gate, row.rate, row.rate, None, None, of, review)
