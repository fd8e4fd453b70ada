"""The kinds of pictures, and how what a person types becomes the subject of one."""

from importlib import import_module

from sqlalchemy import Connection

from communique import catalogue
from communique.catalogue import queries
from communique.lexicon.countries import countries_in, country_codes
from communique.model.errors import NotFound
from communique.model.record import PREFIXES
from communique.uses.web.pictures.picture import Picture

_MAKERS = {
    "timeline": ("timeline", "picture"),
    "attendance": ("attendance", "countries"),
    "people": ("attendance", "people"),
    "offices": ("offices", "picture"),
    "network": ("network", "picture"),
    "series": ("series", "picture"),
    "figures": ("figures", "picture"),
    "journey": ("journey", "picture"),
}
KINDS = tuple(_MAKERS)
"""The kinds, in the order in which people are shown them."""

SUBJECTS = {
    "timeline": (),
    "attendance": ("bodies",),
    "people": ("bodies",),
    "offices": ("countries", "people"),
    "network": ("countries", "people", "bodies"),
    "series": ("bodies",),
    "figures": (),
    "journey": ("instruments",),
}
"""What a picture can be of; one of words alone takes whatever has them."""

_MAY_BE_OF_ALL = frozenset({"network"})


def made(db: Connection, kind: str, words: str) -> Picture:
    """The picture of this kind of what the words mean: an id, or words that find it.

    Raises NotFound where nothing answers to them, or where there is no such kind.
    """
    if kind not in _MAKERS:
        raise NotFound(f"{kind}: no such picture; there are {', '.join(KINDS)}")
    words = words.strip()
    of = SUBJECTS[kind]
    subject = subject_of(db, of, words) if of and (words or kind not in _MAY_BE_OF_ALL) else words
    room, maker = _MAKERS[kind]
    found: Picture = getattr(import_module(f"communique.uses.web.pictures.{room}"), maker)(db, subject)
    return found


def subject_of(db: Connection, of: tuple[str, ...], words: str) -> str:
    """The id that the words mean among these kinds; of a country its code.

    Raises NotFound where nothing answers to the words.
    """
    wanted = " or ".join(
        {"countries": "country", "people": "person", "bodies": "body", "instruments": "instrument"}[k]
        for k in of
    )
    if not words:
        raise NotFound(f"say which {wanted}: its id, or words that find it")
    if words[1:2] == "-" or "/" in words:
        id = queries.full_id(db, words)
        if _kind(id) in of:
            return id
        raise NotFound(f"{words}: is no {wanted}")
    if "countries" in of and (code := _country(words)):
        return code
    for kind in of:
        if kind != "countries" and (best := _best(db, kind, words)):
            return best
    raise NotFound(f"{words}: no {wanted} has all these words; `communique show {of[-1]}` lists them")


def _country(words: str) -> str | None:
    if words in country_codes():
        return words
    found = [
        hit.value
        for said in dict.fromkeys((words, words.title()))
        for hit in countries_in(said)
        if hit.label == "country" and hit.stop - hit.start == len(words)
    ]
    return str(found[0]) if found else None


def _kind(id: str) -> str:
    letters = {letter: kind for kind, letter in PREFIXES.items()}
    return letters.get(id[0], "bodies") if id[1:2] == "-" else "bodies"


def _best(db: Connection, kind: str, words: str) -> str | None:
    """Of bodies and people those with most meetings, else what the search finds first."""
    if kind in ("bodies", "people"):
        rows = queries.bodies(db, words) if kind == "bodies" else queries.people(db, words)
        return max(((row.meetings, row.id) for row in rows), default=(0, None))[1]
    return next((hit.id for hit in catalogue.search(db, words) if hit.kind == kind), None)
