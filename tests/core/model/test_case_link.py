"""A link between two cases stands until it is undone."""

from dataclasses import replace

import pytest

from core.model.case_link import CaseLink, LinkKind
from tests.make import NOW

LINK = CaseLink(case_id=2, other_id=1, kind=LinkKind.RELATED, linked_by=3, linked_at=NOW)


@pytest.mark.parametrize("kind", [LinkKind.DUPLICATE, LinkKind.RELATED, LinkKind.RECURRENCE])
def test_a_link_that_stands_joins_two_cases(kind: LinkKind) -> None:
    assert replace(LINK, kind=kind).joins


def test_cases_that_were_said_to_be_unrelated_are_not_joined() -> None:
    assert not replace(LINK, kind=LinkKind.UNRELATED).joins


def test_a_link_that_was_undone_joins_nothing() -> None:
    assert not replace(LINK, undone_at=NOW, undone_by=3).joins


def test_from_either_case_one_comes_to_the_other() -> None:
    assert (LINK.beyond(2), LINK.beyond(1)) == (1, 2)
