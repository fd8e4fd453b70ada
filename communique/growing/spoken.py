"""What people said of the nodes that are resolved: asked for these alone, however many words there are of others."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection

from communique.growing.sql import AMONG, among
from communique.growing.words import Paired, at
from communique.resolution.resolve import Words

_SELECT = "SELECT node, mention, name FROM cat_alias WHERE "
_OF_NODES = f"{_SELECT}node IN {AMONG}"
_CALLED = f"{_SELECT}kind = '{{kind}}' AND (mention IN {AMONG} OR node IN {AMONG} OR name IN {AMONG})"
_MENTIONS = f"SELECT sum(mentions) FROM cat_node WHERE id IN {AMONG}"


class Spoken:
    """The words about the nodes of one kind that were asked for: mentions may be named by people, nodes and entries too."""

    def __init__(self, db: Connection, kind: str, said: Paired) -> None:
        self._db, self._kind, self._said = db, kind, said
        self._home: dict[str, str] = {}
        self._groups: set[int] = set()
        self._sides: set[int] = set()

    def beside(self, nodes: Collection[str]) -> set[str]:
        """The nodes that people called the same as these."""
        if not self._said.named:
            return set()
        called = self._named_in(nodes)
        self._home |= called
        self._sides |= at(self._said.sides, called)
        groups = at(self._said.groups, called) - self._groups
        self._groups |= groups
        together = self._said.mentions.together
        home = self._called({name for number in groups for name in together[number]})
        self._home |= home
        return set(home.values())

    def words(self) -> Words:
        """All that was said of the nodes that were asked for and led to."""
        said = self._said.mentions
        some = said.some(sorted(self._groups), sorted(self._sides))
        return Words(tuple(some.pairs("same", self._home)), tuple(some.pairs("other", self._home)))

    def _named_in(self, nodes: Collection[str]) -> dict[str, str]:
        """By which of their names people spoke of nodes; of what thousands of reports mention, the words are gone through."""
        many = among(self._db, _MENTIONS, nodes)
        if many and (many[0][0] or 0) > len(self._said.named):
            return {called: node for called, node in self._called(self._said.named).items() if node in nodes}
        return self._homes(among(self._db, _OF_NODES, nodes))

    def _called(self, names: Collection[str]) -> dict[str, str]:
        """The nodes that are meant by some of the names."""
        if not names:
            return {}
        return self._homes(among(self._db, _CALLED.format(kind=self._kind), names, names, names))

    def _homes(self, rows: Iterable[Sequence[str]]) -> dict[str, str]:
        return {called: row[0] for row in rows for called in row if called in self._said.named}
