"""What to ask a reviewer next: the queue, best first, and the question about each item of it.

A decision that touches more reports comes first; of two that touch as many: contradictions, pairs, bodies
that the lexicon does not know, reports of which little was read, single facts of reports that are new.
"""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from communique.catalogue import worth
from communique.catalogue.alike import alike
from communique.catalogue.outline import outlined
from communique.catalogue.worth import SETTLED, Behind, Worth
from communique.model.errors import CommuniqueError
from communique.model.record import Entry, Value
from communique.uses import deciding

KINDS = ("conflict", "pair", "body", "coverage", "fact")
"""The kinds of questions, in the order in which they come where as many reports are touched."""

_LIKE, _CHOICES = 3, 9
_FIELDS = {"body": "name"}
"""The field that a question of a kind is about, where the question does not name it."""


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """One item of the queue; `key` names it in forms and addresses."""

    kind: str
    worth: Worth

    @property
    def key(self) -> str:
        """`pair p-1f3a p-88c0`, `conflict m-1f3a city`, `body b-12ab`."""
        return " ".join(w for w in (self.kind, self.worth.id, self.worth.other, self.worth.field) if w)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One of the things that are set side by side: a value or an entry, with the sentences that speak for it."""

    said: str
    entry: Entry | None = None
    verdict: str = ""
    reports: int = 0
    behind: tuple[Behind, ...] = ()


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """An item of the queue with all that a decision needs; `field` is empty where it is about entries as such."""

    ask: Ask
    entry: Entry
    field: str = ""
    choices: tuple[Choice, ...] = ()
    like: tuple[tuple[str, str], ...] = ()


def queue(db: Connection) -> list[Ask]:
    """Everything that waits for a decision, but single facts, best first."""
    found = [
        *(Ask(kind="conflict", worth=w) for w in worth.disputed(db)),
        *(Ask(kind="pair", worth=w) for w in worth.doubtful(db)),
        *(Ask(kind="body", worth=w) for w in worth.unknown(db)),
        *(Ask(kind="coverage", worth=w) for w in worth.little_read(db)),
    ]
    return sorted(found, key=lambda a: -a.worth.reports)  # stable: within a number the order above


def facts(db: Connection, reports: Iterable[str]) -> list[Ask]:
    """The single facts of these reports that nobody has confirmed."""
    return [Ask(kind="fact", worth=w) for w in worth.single(db, reports)]


def ask_of(key: str) -> Ask | None:
    """The item that a form names; None for what is none."""
    kind, *names = key.split(" ", 2)
    if kind not in KINDS or not names or not all(names):
        return None
    id, more = names[0], names[1] if len(names) > 1 else ""
    if (kind in ("conflict", "fact", "pair")) != bool(more):
        return None
    return Ask(kind=kind, worth=Worth(id=id, other=more) if kind == "pair" else Worth(id=id, field=more))


def question(db: Connection, ask: Ask) -> Question | None:
    """The question as it stands now; None where the record has moved on and there is nothing left to ask."""
    try:
        entry = outlined(db, ask.worth.id, _FIELDS.get(ask.kind, ask.worth.field))
        if entry.id != ask.worth.id:
            return None
        return _ABOUT[ask.kind](db, ask, entry)
    except CommuniqueError:
        return None


def _pair(db: Connection, ask: Ask, entry: Entry) -> Question | None:
    other = outlined(db, ask.worth.other)
    if other.id in (entry.id, "") or other.id != ask.worth.other:
        return None
    return Question(ask=ask, entry=entry, choices=(_named(db, entry), _named(db, other)))


def _named(db: Connection, entry: Entry, limit: int = 2) -> Choice:
    """An entry with the sentences that name it."""
    name = next((n for n in ("name", "title", "text") if entry.field(n)), "")
    said = str(entry.get(name) or entry.label)
    return Choice(
        said=entry.label,
        entry=entry,
        reports=worth.reports_of(db, [entry.id]).get(entry.id, 1),
        behind=tuple(worth.behind(db, entry.id, name, said, limit)) if name else (),
    )


def _field(db: Connection, ask: Ask, entry: Entry) -> Question | None:
    values = [v for v in deciding.values_of(entry, ask.worth.field) if v.verdict in ("stands", "contradicts")]
    if not values or values[0].verdict != "stands" or values[0].rule in SETTLED:
        return None
    if ask.kind == "conflict" and len(values) < 2:
        return None
    field = ask.worth.field
    choices = tuple(_value(db, entry, field, v) for v in values[:_CHOICES])
    return Question(ask=ask, entry=entry, field=field, choices=choices)


def _value(db: Connection, entry: Entry, field: str, value: Value) -> Choice:
    said = str(value.value)
    return Choice(
        said=said,
        verdict=value.verdict,
        reports=len(value.reports),
        behind=tuple(worth.behind(db, entry.id, field, said)),
    )


def _body(db: Connection, ask: Ask, entry: Entry) -> Question | None:
    name = entry.field("name")
    if name is None or not name.values or name.values[0].rule in SETTLED or name.standing is None:
        return None
    return Question(
        ask=ask,
        entry=entry,
        field="name",
        choices=(_named(db, entry, 3),),
        like=tuple(alike(db, entry.label, _LIKE)),
    )


def _coverage(db: Connection, ask: Ask, entry: Entry) -> Question | None:
    return Question(ask=ask, entry=entry, field="coverage")


_ABOUT = {"pair": _pair, "conflict": _field, "fact": _field, "body": _body, "coverage": _coverage}
