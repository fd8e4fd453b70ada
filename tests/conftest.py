"""Fixtures that several stages need."""

import pytest
from worked_examples import SEEDS, Told, gold_reports


@pytest.fixture(scope="session")
def seeds() -> list[Told]:
    if not SEEDS.is_dir():
        pytest.skip("the annotated reports are not here")
    return gold_reports()
