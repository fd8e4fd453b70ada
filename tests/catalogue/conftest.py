from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from worked_examples import Told

from communique import catalogue
from communique.record import project
from communique.resolution import resolve


@pytest.fixture(scope="session")
def file(seeds: list[Told], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("catalogue") / "record.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as db:
        catalogue.write(db, project(seeds, resolve(seeds)), [t for _, t, _ in seeds], "digest")
    engine.dispose()
    return path


@pytest.fixture
def db(file: Path) -> Iterator[Connection]:
    with catalogue.asking(file) as connection:
        yield connection
