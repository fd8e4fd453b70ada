"""Meetings without a name of their own are called after the two who met: `Shoigu – Volfovich`."""

from collections.abc import Collection, Iterator, Sequence

from communique.lexicon.countries import countries_in, country_name
from communique.lexicon.personal import written_surname
from communique.lexicon.spelling import fold
from communique.model.record import Field, Part


def sides_of(fields: Collection[Field], parts: Sequence[Part]) -> str | None:
    """The two people, or the two parties, that met; None where the meeting has a name, or more than two met."""
    said = {f.name: f for f in fields}
    if "ordinal" in said or any(p.list == "bodies" for p in parts):
        return None
    people = [p for p in parts if p.list == "participants"]
    name = str(said["name"].standing or "") if "name" in said else ""
    if _own_name(name, frozenset(_words(fields, people))):
        return None
    field = said.get("represented")
    parties = [str(v.value) for v in field.values if v.verdict == "stands"] if field else []
    if len(parties) > 2:
        return None
    names = [_called(p.label, name, [q.label for q in people if q is not p]) for p in people]
    names = names if len(names) == 2 else sorted(country_name(p) for p in parties)
    return " – ".join(names) if len(names) == 2 else None


def _called(person: str, name: str, others: Collection[str]) -> str:
    """As the meeting's words call the person and nobody else (`Wang received Doval`), else the surname."""
    shared = {word for other in others for word in fold(other).split()}
    spoken, words = set(fold(name).split()) - shared, person.split()
    own = [w for w in words if fold(w) in spoken and len(w) > 1]
    return " ".join(own) if own and len(own) < len(words) else written_surname(person)


def _own_name(name: str, known: frozenset[str]) -> bool:
    """True for a capital after the first word that begins no person, office, place or country."""
    for hit in reversed(countries_in(name)):
        name = f"{name[: hit.start]}{' ' * (hit.stop - hit.start)}{name[hit.stop :]}"
    first = len(name) - len(name.lstrip())
    words = name[first:].split()[0 if first else 1 :]
    return any(word[:1].isupper() and not set(fold(word).split()) <= known for word in words)


def _words(fields: Collection[Field], people: Collection[Part]) -> Iterator[str]:
    """The folded words of those who sat, of their offices and of the place."""
    named = [f for f in fields if f.name in ("city", "venue", "chair")]
    for field in (*named, *(f for p in people for f in p.fields)):
        for value in field.values:
            yield from fold(str(value.value)).split()
