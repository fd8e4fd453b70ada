"""Meetings without a name of their own are called after who met (`Shoigu – Volfovich`), else after their place."""

from collections.abc import Collection, Iterator, Sequence

from communique.lexicon.countries import countries_in, country_name
from communique.lexicon.personal import written_surname
from communique.lexicon.sittings import sitting_words
from communique.lexicon.spelling import fold
from communique.model.record import Field, Part

_FEW = 4
"""So many parties are told by name."""


def sides_of(fields: Collection[Field], parts: Sequence[Part]) -> str | None:
    """`A – B` for the two people or parties that met, else the kind of meeting with its parties or its city; None where it has a name."""
    said = {f.name: f for f in fields}
    if "ordinal" in said or any(p.list == "bodies" for p in parts):
        return None
    people = [p for p in parts if p.list == "participants"]
    name = str(said["name"].standing or "") if "name" in said else ""
    if _own_name(name, frozenset(_words(fields, people))):
        return None
    field = said.get("represented")
    parties = (
        sorted(country_name(str(v.value)) for v in field.values if v.verdict == "stands") if field else []
    )
    names = [_called(p.label, name, [q.label for q in people if q is not p]) for p in people]
    names = names if len(names) == 2 else parties
    if len(parties) <= 2 and len(names) == 2:
        return " – ".join(names)
    city, country = (str(said[k].standing or "") if k in said else "" for k in ("city", "country"))
    return _by_kind(name, parties, city or (country and country_name(country)))


def _by_kind(name: str, parties: Sequence[str], place: str) -> str | None:
    """ "talks of India, Nepal and 3 more", "meeting in Singapore" for what is only told as "was held"; None where the name says as much."""
    words = fold(name).split()
    kind = name if any(fold(noun) in " ".join(words) for noun in sitting_words("sittings")) else "meeting"
    if len(words) > _FEW:
        return None
    if len(parties) > 2:
        shown = parties if len(parties) <= _FEW else parties[: _FEW - 1]
        more = f"{len(parties) - len(shown)} more" if len(shown) < len(parties) else shown[-1]
        return f"{kind} of {', '.join(shown if more.endswith(' more') else shown[:-1])} and {more}"
    return f"{kind} in {place}" if place and not set(fold(place).split()) <= set(words) else kind


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
