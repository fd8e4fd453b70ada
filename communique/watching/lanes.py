"""Several hosts asked at once, one question each, so that a slow one holds up nobody but itself."""

import threading
import time
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from typing import NamedTuple

from communique.source.web import Answer
from communique.watching.state import Row

PROMPT = 5.0
"""Seconds for which all that were asked are waited for; an answer that takes longer is taken when it comes."""

LATE = 2
"""So many times the usual number may be under way at once, where most of them are late."""


class Question(NamedTuple):
    """A row that is asked of its host; the numbers are given in the order of asking."""

    number: int
    host: str
    row: Row


class Lanes:
    """Questions under way, `most` at a time and one a host; with one at a time they are asked where we stand.

    Answers are given in the order of their questions, as far as they came promptly: what is stored does not depend on which
    of several quick hosts was a little quicker.
    """

    def __init__(self, ask: Callable[[Row], Answer], most: int) -> None:
        self._ask = ask
        self._most = most
        self._came: SimpleQueue[tuple[Question, Answer | BaseException]] = SimpleQueue()
        self._prompt: dict[str, Question] = {}
        self._late: dict[str, Question] = {}
        self._asked = 0

    @property
    def under_way(self) -> list[Question]:
        """What was asked and not answered yet, prompt ones first."""
        return [*self._prompt.values(), *self._late.values()]

    @property
    def waited_for(self) -> bool:
        """Whether there is an answer that may still come promptly."""
        return bool(self._prompt)

    def free(self, hosts: Iterable[str]) -> list[str]:
        """Those hosts that may be asked something now."""
        if len(self._prompt) >= self._most or len(self.under_way) >= LATE * self._most:
            return []
        return [host for host in hosts if host not in self._prompt and host not in self._late]

    def start(self, host: str, row: Row) -> None:
        """Asks; the answer is among those that come."""
        self._asked += 1
        question = self._prompt[host] = Question(self._asked, host, row)
        if self._most > 1:  # whoever ends the program waits for no answer
            threading.Thread(target=self._answer, args=(question,), daemon=True).start()

    def come(self) -> list[tuple[Question, Answer]]:
        """The answers to all that were asked but to those that are late by now; one at least, where any is under way."""
        if self._most == 1:
            for question in self.under_way:
                self._answer(question)
        until = time.monotonic() + PROMPT
        found: list[tuple[Question, Answer]] = []
        while self._prompt or (self._late and not found):
            try:
                came = self._came.get(timeout=max(0.0, until - time.monotonic()) if self._prompt else None)
            except Empty:
                self._late |= self._prompt
                self._prompt.clear()
                continue
            found.append(self._taken(*came))
        return sorted(found, key=lambda one: one[0].number)

    def _answer(self, question: Question) -> None:
        try:
            self._came.put((question, self._ask(question.row)))
        except BaseException as error:  # it is for whoever takes the answer
            self._came.put((question, error))

    def _taken(self, question: Question, answer: Answer | BaseException) -> tuple[Question, Answer]:
        self._prompt.pop(question.host, None)
        self._late.pop(question.host, None)
        if isinstance(answer, BaseException):
            raise answer
        return question, answer
