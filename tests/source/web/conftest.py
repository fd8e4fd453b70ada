"""A running site with a guest, for all tests that ask one."""

from collections.abc import Iterator

import pytest
from guests import Guest, guest
from own_site import site


@pytest.fixture
def here() -> Iterator[Guest]:
    with site() as of:
        yield guest(of)
