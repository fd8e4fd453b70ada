"""How long to wait before a host is asked again: the pace is kept for each host by itself."""

import threading
from collections.abc import Callable

from communique.source.web.trouble import Trouble


class Pace:
    """When each host may be asked next."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._due: dict[str, tuple[float, float]] = {}
        self._taking = threading.RLock()

    def due_in(self, host: str) -> float:
        """Seconds until the host may be asked; 0 for now."""
        since, due = self._due.get(host, (0.0, 0.0))
        now = self._clock()
        return max(0.0, due - now) if since <= now else 0.0  # a clock that was set back holds nobody up

    def wait(self, host: str, gap: float, most: float) -> None:
        """Waits for the host's turn and takes it: the next one, whoever asks, is `gap` seconds later.

        Raises Trouble where that would take more than `most` seconds.
        """
        with self._taking:
            left = self.due_in(host)
            if left > most:
                raise Trouble(
                    "later", f"is not asked now: {host} is to be left alone for {round(left):,} s", left
                )
            self.hold(host, left + gap)
        if left:
            self._sleep(left)

    def hold(self, host: str, seconds: float) -> None:
        """Leaves the host alone for so long from now; never shorter than was said before."""
        with self._taking:
            now = self._clock()
            self._due[host] = now, now + max(seconds, self.due_in(host))
