"""Who waits to write: whoever writes much can write less at a time, and let others in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Queue:
    """The threads of one open record that wait for the right to write.

    >>> queue = Queue()
    >>> with queue.waiting():
    ...     queue.busy
    True
    >>> queue.busy
    False
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._number = 0

    @property
    def busy(self) -> bool:
        """Whether anybody waits."""
        return self._number > 0

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Counts whoever is inside as one that waits."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def give_way(self, most: float) -> None:
        """Returns once nobody waits, or after `most` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._number, most)

    def _count(self, more: int) -> None:
        with self._changed:
            self._number += more
            self._changed.notify_all()
