"""How often the interpreter looks for circles of objects that nothing holds any more."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

COLLECT_AFTER = 50_000, 20, 20
"""Readings are trees without circles, and so is what the record is made of: looking after every 700 new objects cost
a fifteenth of the time in which reports are read, and a fifth of that in which they are taken into the record."""

HARDLY = 2_000_000, 20, 20
"""While reports are taken into the record: a batch of 100 makes some 700,000 objects that stay until it is stored, and fifty
that are circles. Looking for these cost a twentieth of the time."""


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Circles are looked for less often meanwhile, and as often as before afterwards."""
    usual = gc.get_threshold()
    gc.set_threshold(*HARDLY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def settled() -> None:
    """What is there now stays for good, and is not looked through again: where a program has loaded all that it works with."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
