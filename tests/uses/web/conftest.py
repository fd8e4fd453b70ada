"""The pages of a small record and of an empty one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import small_record
from litestar import Litestar
from litestar.testing import TestClient

from communique.uses.web.app import create_app


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_record.make(tmp_path_factory.mktemp("small") / "small.db")


@pytest.fixture(scope="session")
def client(record: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(create_app(record)) as client:
        yield client


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Litestar]]:
    with TestClient(
        create_app(small_record.make_empty(tmp_path_factory.mktemp("empty") / "empty.db"))
    ) as client:
        yield client
