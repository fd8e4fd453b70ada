from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from worked_examples import Told

from communique import catalogue, growing


@pytest.fixture(scope="session")
def file(seeds: list[Told], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("catalogue") / "record.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as db:
        growing.make(db, seeds)
    engine.dispose()
    return path


@pytest.fixture
def db(file: Path) -> Iterator[Connection]:
    with catalogue.asking(file) as connection:
        yield connection


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Told]], Path]:
    """Makes a record file of hand-made reports."""

    def make(reports: list[Told]) -> Path:
        path = tmp_path_factory.mktemp("made") / "record.db"
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as db:
            growing.make(db, reports)
        engine.dispose()
        return path

    return make


@pytest.fixture(scope="session")
def asked() -> Callable[[Path], Iterator[Connection]]:
    """A connection to a record file, for a fixture to yield from."""

    def ask(path: Path) -> Iterator[Connection]:
        with catalogue.asking(path) as connection:
            yield connection

    return ask
