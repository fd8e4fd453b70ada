"""One round: every list is asked what it names, then every page that is due; each answer is kept before the next question."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

import msgspec

from communique.model.page import Page
from communique.source.listed import Contents, Watched, listed_in
from communique.source.opened import InputError
from communique.source.web import Answer, Asked, Kept, Web
from communique.watching.again import WINDOW, after_answer, after_failure, after_sitemap_failure
from communique.watching.lanes import Lanes
from communique.watching.state import Row
from communique.watching.taking import Taken, Taking
from communique.watching.turns import Turns
from communique.watching.visits import ASIDE, Visits, host_of

DEPTH = 3
"""How far indexes of sitemaps are followed."""

SITEMAPS = 1_000
"""Sitemaps below one address that are asked in a round."""

DOWN = 3
"""Pages of a host in a row that cannot be had, before the host is left alone for the round."""


class Event(NamedTuple):
    """One answer: `became` is a field of Summary, "" for a list that had something new; the reason is that of a failure."""

    address: str
    became: str
    reason: str = ""
    is_list: bool = False


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a round.

    `lists` were asked, of them `same` had nothing new; they `named` so many pages that were not known. Of the pages asked
    some were `new`, `changed`, `unchanged`, `known` to the record from elsewhere, `aside` (about no meeting). What `failed`
    has a reason each. `held` are addresses whose host asked us before to wait; `waiting` pages are still to be asked.
    """

    lists: int = 0
    same: int = 0
    named: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    known: int = 0
    aside: int = 0
    held: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    waiting: int = 0

    def plus(self, event: Event) -> "Summary":
        """This summary with one more answer."""
        more: dict[str, object] = {"lists": self.lists + event.is_list}
        if event.became == "failed":
            more["failed"] = (*self.failed, (event.address, event.reason))
        elif event.became:
            more[event.became] = getattr(self, event.became) + 1
        return msgspec.structs.replace(self, **more)


class Choice(NamedTuple):
    """What a person may choose of a round: days for which pages are asked again, pages a round, bytes of one, hosts that are
    asked at a time, and seconds after which no more pages are asked."""

    days: int = WINDOW
    most: int = 1_000
    size_limit: int = 20_000_000
    hosts: int = 1
    seconds: float | None = None


class Round:
    """One round of asking, told answer by answer."""

    def __init__(
        self, web: Web, visits: Visits, taking: Taking, clock: Callable[[], float], choice: Choice
    ) -> None:
        self._web = web
        self._visits = visits
        self._taking = taking
        self._clock = clock
        self._choice = choice
        self._named = 0
        self._down: dict[str, int] = {}
        self._held: Collection[str] = ()
        self._aside: list[Event] = []
        self._lanes = Lanes(self._ask, choice.hosts)
        self._turns = Turns(self._lanes, web.due_in, self._is_ready)
        self._indexed = True
        self._below: dict[str, set[str]] = {}
        self._left = choice.most
        self._begun = 0.0
        self._kept: tuple[Kept, ...] = ()
        self._while_asking: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext()

    def run(
        self,
        watched: Iterable[Watched],
        on_event: Callable[[Event], None] = lambda _: None,
        while_asking: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext(),
        of: str = "",
    ) -> Summary:
        """Asks all that is due; what was done so far is kept whenever it is stopped.

        `of` is where the lists are named (a file), so that it is known which are named there no longer.
        `while_asking` is entered with an address for as long as its host is waited for.
        """
        self._while_asking = while_asking
        self._kept = tuple(self._visits.kept())
        self._web.remember(self._kept)
        self._begun = self._clock()
        summary = Summary()
        for event in self._events(watched, of):
            summary = summary.plus(event)
            on_event(event)
        waiting = self._visits.count_waiting(self._now())
        return msgspec.structs.replace(summary, named=self._named, waiting=waiting)

    def _now(self) -> int:
        return int(self._clock())

    def _ask(self, row: Row) -> Answer:
        """Asks an address; of the whole round this alone may be done by several threads at once."""
        return self._web.ask(Asked(row.address, row.etag, row.modified, row.final))

    def _events(self, watched: Iterable[Watched], of: str) -> Iterator[Event]:
        """All lists, the sitemaps below them, then the pages; and so again for those that answered late."""
        tops = self._tops(watched, of)
        self._turns.add(tops)
        yield from self._answers()
        while True:
            for _ in range(DEPTH):
                if self._indexed and self._turns.add(self._due_below(tops)):
                    yield from self._answers()
            self._indexed = False
            self._held = self._visits.held(self._now())
            pages = self._turns.add(self._visits.waiting(self._now(), self._choice.most), self._left)
            self._left -= pages
            yield from self._answers()
            if pages or self._indexed:
                continue  # lists that were late may have named more
            if not self._lanes.under_way:
                return
            yield from self._took()

    def _tops(self, watched: Iterable[Watched], of: str) -> list[Row]:
        """The lists that are watched, as they are known; pages that are watched themselves are put among the pages."""
        tops, named = [], []
        for one in watched:
            named.append(one.address)
            if one.kind == "page":
                self._visits.want(one.address, self._now())
            else:
                tops.append(self._visits.watch(one))
        self._visits.named(of, named)
        return tops

    def _due_below(self, tops: Iterable[Row]) -> list[Row]:
        """The sitemaps of indexes, and of indexes in them, that are to be asked: new, changed, or nothing is said of it."""
        due = []
        for top in tops:
            level, asked = [top.address], self._below.setdefault(top.address, set())
            for _ in range(DEPTH):
                rows = [row for above in level for row in self._visits.below(above)]
                found = [
                    row for row in rows if row.address not in asked and _is_sitemap_due(row, self._now())
                ]
                found = found[: SITEMAPS - len(asked)]
                asked |= {row.address for row in found}
                due += found
                level = [row.address for row in rows]
        return due

    def _answers(self) -> Iterator[Event]:
        """What becomes of all that waits, but for hosts that are late."""
        while self._turns.start():
            yield from self._took()
        yield from self._left_alone()

    def _is_ready(self, row: Row) -> bool:
        """Whether a row is to be asked, now that it is its turn."""
        host = host_of(row.address)
        held: Collection[str] = self._held if row.source else self._visits.held(self._now())
        down = self._down.get(host, 0) >= DOWN
        if host in held or (not row.source and (down or host_of(row.final) in held)):
            self._aside.append(Event(row.address, "held"))
            return False
        return not down and (not row.source or self._is_due(row))

    def _is_due(self, row: Row) -> bool:
        """Whether a page is still to be asked in this round."""
        if self._choice.seconds is not None and self._clock() - self._begun > self._choice.seconds:
            return False  # the next round is due, and begins with what is newest
        fresh = self._visits.page(row.address)
        return fresh is not None and fresh.due is not None  # else another page led to it meanwhile

    def _took(self) -> Iterator[Event]:
        """What becomes of the next answers, after what was left alone meanwhile."""
        yield from self._left_alone()
        with self._while_asking(self._lanes.under_way[0].row.address):
            came = self._lanes.come()
        for question, answer in came:
            row, host = question.row, question.host
            self._remember(row, answer)
            if answer.status != "later" or (answer.after and host_of(_place(row, answer)) != host):
                self._down[host] = 0
            else:
                self._down[host] = DOWN if answer.after else self._down.get(host, 0) + 1
            yield self._page(row, answer) if row.source else self._list(row, answer)

    def _left_alone(self) -> Iterator[Event]:
        yield from self._aside
        self._aside.clear()

    def _remember(self, row: Row, answer: Answer) -> None:
        """What a host says of when and what to ask is kept for the next time."""
        kept = self._web.kept()
        if kept != self._kept:
            self._visits.keep(kept)
            self._kept = kept
        if answer.after:
            self._visits.hold(_place(row, answer), self._now() + int(answer.after) + 1)

    def _list(self, row: Row, answer: Answer) -> Event:
        """Keeps what a list names."""
        now = self._now()
        if answer.status not in ("new", "unchanged"):
            return self._list_failed(row, answer, now)
        sha256 = hashlib.sha256(answer.page.body).hexdigest() if answer.page else row.sha256
        contents = None
        if answer.page and sha256 != row.sha256:
            contents = self._contents(row, answer.final, answer.page)
        if isinstance(contents, str):
            return self._list_failed(
                row, msgspec.structs.replace(answer, status="failed", reason=contents), now
            )
        known = _answered(row, answer, now, sha256)
        self._named += self._visits.took(known, contents, now)
        self._indexed = self._indexed or bool(contents and contents.more)
        return Event(row.address, "" if contents else "same", is_list=True)

    def _contents(self, row: Row, base: str, page: Page) -> Contents | str:
        """What a list names, or why it is none."""
        try:
            return listed_in(
                page.body,
                base,
                kind=row.kind,
                told=bool(row.pattern),
                served=page.media_type,
                limit=self._choice.size_limit,
            )
        except InputError as error:
            return str(error)
        except Exception as error:  # whatever a list holds, the others are asked
            return f"cannot be read ({type(error).__name__}: {str(error)[:200]})"

    def _list_failed(self, row: Row, answer: Answer, now: int) -> Event:
        """A list that a person named is asked again in the next round, a sitemap of an index later and later."""
        failed = _failed(row, answer, now)
        if row.parent:
            due = after_sitemap_failure(now, 0 if answer.status == "gone" else failed.failures)
            failed = msgspec.structs.replace(failed, due=due)
        self._visits.took(failed, None, now)
        return Event(row.address, "failed", answer.reason, is_list=answer.sent)

    def _page(self, row: Row, answer: Answer) -> Event:
        """Keeps a page where it is new or changed, and then what became of it."""
        now = self._now()
        if answer.status not in ("new", "unchanged"):
            return self._page_failed(row, answer, now)
        sha256 = hashlib.sha256(answer.page.body).hexdigest() if answer.page else row.sha256
        taken = Taken("unchanged", row.texts)
        if answer.page and sha256 != row.sha256:
            taken = self._taking.take(answer, row)
        if taken.became == "failed":
            return self._page_failed(
                row, msgspec.structs.replace(answer, status="failed", reason=taken.reason), now
            )
        self._visits.came(self._seen(_answered(row, answer, now, sha256), row, taken, now))
        return Event(row.address, taken.became)

    def _seen(self, row: Row, before: Row, taken: Taken, now: int) -> Row:
        """The row of a page that answered: when it is asked next, and whether a list cried wolf."""
        published = row.published or taken.published
        idle = before.idle
        if before.answered is not None and (taken.became == "changed" or before.changed > before.heard):
            idle = int(taken.became == "unchanged")
        if taken.became == "aside":
            return msgspec.structs.replace(row, status=ASIDE, reason=taken.reason, heard=before.changed)
        more = {"texts": taken.texts, "published": published, "heard": before.changed, "idle": idle}
        due = after_answer(now, published, row.found, self._choice.days)
        return msgspec.structs.replace(row, due=due, **more)

    def _page_failed(self, row: Row, answer: Answer, now: int) -> Event:
        """A page is asked again later and later; one whose host asks us to wait, when it may be."""
        failed = _failed(row, answer, now)
        if answer.after:
            other = host_of(_place(row, answer)) != host_of(row.address)
            due = now + int(answer.after) + 1 if other else row.due
            failed = msgspec.structs.replace(failed, failures=row.failures, due=due)
        else:
            due = None if answer.status == "gone" else after_failure(now, failed.failures)
            failed = msgspec.structs.replace(failed, due=due)
        self._visits.came(failed)
        return Event(row.address, "failed", answer.reason)


def _place(row: Row, answer: Answer) -> str:
    """The address whose host gave the answer: where a redirect led, or the row's own."""
    return answer.final or row.address


def _answered(row: Row, answer: Answer, now: int, sha256: str) -> Row:
    final = answer.final if answer.final != row.address else ""
    return msgspec.structs.replace(
        row,
        status="there",
        reason="",
        asked=now,
        answered=now,
        etag=answer.etag,
        modified=answer.modified,
        final=final,
        sha256=sha256,
        failures=0,
        due=None,
    )


def _is_sitemap_due(row: Row, now: int) -> bool:
    return row.due <= now if row.due is not None else not row.changed


def _failed(row: Row, answer: Answer, now: int) -> Row:
    """What we may not ask was not asked."""
    asked = now if answer.sent else row.asked
    return msgspec.structs.replace(
        row, status=answer.status, reason=answer.reason, asked=asked, failures=row.failures + 1
    )
