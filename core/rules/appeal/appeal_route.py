"""The way an employee may appeal, as the case's rulebook has it."""

from core.model.assessment import AppealRoute, Assessment

EMPLOYEE = "employee"


def employees_route(figures: Assessment | None) -> AppealRoute | None:
    """The first route that is open to an employee; None where the rulebook has none, and the company's own holds."""
    routes = figures.appeals if figures else ()
    return next((route for route in routes if route.by == EMPLOYEE), None)
