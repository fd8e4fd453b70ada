"""What the tests of watching share: a site of our own, and who watches it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from own_site import site
from watcher import Watcher


@pytest.fixture
def watcher(tmp_path: Path) -> Iterator[Watcher]:
    with site() as of:
        yield Watcher(of, tmp_path / "r.db")
