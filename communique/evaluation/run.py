"""One run: every report of a corpus read and scored."""

import json
from collections.abc import Callable
from typing import Any

import msgspec

from communique import flow
from communique.evaluation.baseline import guess
from communique.evaluation.corpus import Case, Corpus
from communique.evaluation.scoring import Counts, Verdict, counts, headline, verdicts
from communique.model.reading import to_json
from communique.text import clean

Item = dict[str, Any]


class Judged(msgspec.Struct, frozen=True):
    """One report's verdicts; `failed` says why it could not be read, which counts as an empty reading."""

    name: str
    verdicts: tuple[Verdict, ...]
    failed: str = ""


class Run(msgspec.Struct, frozen=True):
    """What a run of the reader over a corpus gave, with the headline of the trivial baseline beside it."""

    corpus: str
    digest: str
    sealed: bool
    reports: tuple[Judged, ...]
    baseline: float

    @property
    def counts(self) -> Counts:
        """The verdicts of all reports counted, kind by kind."""
        return counts(v for report in self.reports for v in report.verdicts)

    @property
    def headline(self) -> float:
        """The mean F1 over the headline kinds."""
        return headline(self.counts)


def measure(
    corpus: Corpus,
    on_progress: Callable[[flow.Outcome], None] = lambda _: None,
    reader: flow.Reader | None = None,
) -> Run:
    """Reads and scores a corpus; a report that trips the reader is scored as read empty, and named."""
    reader = reader or flow.standard_reader()
    judged = []
    for case in corpus.cases:
        judged.append(_judge(case, reader))
        on_progress(flow.Outcome(case.name, "read"))
    trivial = counts(v for case in corpus.cases for v in verdicts(case.gold, guess(clean(case.page))))
    return Run(corpus.name, corpus.digest, corpus.sealed, tuple(judged), headline(trivial))


def _judge(case: Case, reader: flow.Reader) -> Judged:
    found: Item = {}
    failed = ""
    for outcome in flow.read_all([case.page], reader):
        if isinstance(outcome, flow.Outcome):
            failed = outcome.reason
        else:
            found = json.loads(to_json(outcome[1]))
    return Judged(case.name, tuple(verdicts(case.gold, found)), failed)
