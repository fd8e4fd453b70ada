"""The intergovernmental bodies of the world: organisations and their organs, by every form reports write."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import msgspec

from communique.lexicon.files import load, load_folder
from communique.lexicon.phrases import Hit, PhraseBook
from communique.lexicon.spelling import place


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation (`id` "csto") or one of its organs (`id` "csto/permanent-council")."""

    id: str
    name: str
    acronym: str
    organisation: str
    kind: str = "organisation"
    seat: str | None = None
    seat_country: str | None = None
    members: tuple[str, ...] = ()
    made_of: str | None = None
    session: str = "meeting"
    numbered: bool = False
    often: bool = False
    presumed: tuple[str, ...] = ()

    @property
    def is_organ(self) -> bool:
        """True for a part of an organisation."""
        return "/" in self.id


@cache
def bodies() -> dict[str, Body]:
    """Every body of the lexicon by id."""
    found = {}
    for data in load_folder("en/bodies"):
        for body in _bodies_of(data):
            found[body.id] = body
    return found


_LEADERS = re.compile(r"(?:heads of (?:state|government)|leaders|presidents|prime ministers)\b")


@cache
def summit_of(organisation: str) -> Body | None:
    """The organ in which the leaders of an organisation meet: the first in its file that they make up, else the one summit.

    >>> summit_of("csto").name
    'CSTO Collective Security Council'
    """
    organs = [b for b in bodies().values() if b.organisation == organisation and b.is_organ]
    led = next((b for b in organs if _LEADERS.match(b.made_of or "")), None)
    called = [b for b in organs if "summit" in b.name.lower() or b.session == "summit"]
    return led or (called[0] if len(called) == 1 else None)


@cache
def goes_round(id: str, city: str) -> bool:
    """True for an organ of leaders away from its organisation's seat: they sit now here, now there, in one city once in years.

    >>> goes_round("acto/summit", "belem"), goes_round("eu/european-council", "brussels")
    (True, False)
    """
    body = bodies().get(id)
    leaders = body is not None and (_LEADERS.match(body.made_of or "") or body.session == "summit")
    return bool(leaders) and _is_away(id, city)


@cache
def ministers_away(id: str, city: str) -> bool:
    """True for an organ of ministers in a city that is no seat of it or its organisation.

    >>> ministers_away("osce/ministerial-council", "skopje"), ministers_away("osce/ministerial-council", "vienna")
    (True, False)
    """
    body = bodies().get(id)
    return (
        body is not None and "ministers" in (body.made_of or "") and bool(_seats(id)) and _is_away(id, city)
    )


@cache
def sits_often(id: str, city: str = "") -> bool:
    """True for an organ that sits many times a month, unless it is told in a city that is no seat of it: there it goes seldom.

    >>> sits_often("un/security-council", "newyork"), sits_often("un/security-council", "nairobi")
    (True, False)
    """
    body = bodies().get(id)
    return body is not None and body.often and not (city and _is_away(id, city))


def _is_away(id: str, city: str) -> bool:
    return city not in {place(seat) for seat in _seats(id)}


def _seats(id: str) -> frozenset[str]:
    body = bodies()[id]
    seats = (body.seat, bodies()[body.organisation].seat if body.organisation in bodies() else None)
    return frozenset(seat for seat in seats if seat)


@cache
def government_of(organisation: str) -> Body | None:
    """The organ of the heads of government, where an organisation has one for them alone.

    >>> government_of("sco").name
    'SCO Council of Heads of Government'
    """
    organs = (b for b in bodies().values() if b.organisation == organisation and b.is_organ)
    return next((b for b in organs if b.made_of in ("heads of government", "prime ministers")), None)


_BETWEEN_NAMES = re.compile(
    r"(?<=[a-z])(?<!\b[Ii]nter)(?<!\bCo)(?<!\bNon)(?<!\bSub)(?<!\bPan)(?<!\bTrans)(?<!\bMulti)[-–—](?=[A-Z])"
)


@lru_cache(maxsize=20_000)
def telling(words: str) -> frozenset[str]:
    """The words by which organs are told apart: `telling("Foreign Ministers' Meeting") == {"foreign", "ministers"}`."""
    words = _BETWEEN_NAMES.sub(" ", words)
    parts = re.findall(r"[a-z0-9+]+", re.sub(r"[’']s?\b", "", words.lower()).replace("-", ""))
    return frozenset(_same().get(p, p) for p in parts) - _plain()


@cache
def _same() -> dict[str, str]:
    return dict(load("en/members.yml")["same"])


@cache
def _plain() -> frozenset[str]:
    return frozenset(load("en/members.yml")["plain"])


@cache
def generic() -> frozenset[str]:
    """Words that many bodies' names share, such as "steering" and "committee"."""
    return frozenset(load("en/members.yml")["generic"])


_MINISTERS = frozenset({"ministers"})
_NO_FIELD = frozenset(
    {"council", "meeting", "conference", "committee", "summit", "session", "heads", "state", "government"}
)


@cache
def organ_of(organisation: str, words: frozenset[str]) -> Body | None:
    """The one organ of an organisation that these telling words mean, by its name or by who sits in it.

    >>> organ_of("saarc", frozenset({"foreign", "ministers"})).name
    'SAARC Council of Ministers'
    """
    if not words:
        return None
    organs = [b for b in bodies().values() if b.organisation == organisation and b.is_organ]
    # "SCO ministers" may be those of any field: only an organ that names none is theirs
    plain = len(words) == 1
    exact = [
        b
        for b in organs
        if telling(b.made_of or "") == words
        and (words != _MINISTERS or telling(b.name) <= words | _NO_FIELD | telling(organisation))
    ]
    named = [
        b for b in organs if words <= telling(b.name) and (not plain or telling(b.name) <= words | _NO_FIELD)
    ]
    either = [b for b in organs if words <= telling(b.name) | telling(b.made_of or "")]
    for found in (exact, named, either):
        if len(found) == 1:
            return found[0]
        shortest = sorted(found, key=lambda b: len(telling(b.name)))[:2]
        if (
            len(shortest) == 2
            and found is named
            and len(telling(shortest[0].name)) < len(telling(shortest[1].name))
        ):
            return shortest[0]
    # of several that ministers of one field make up, the first in the file is the organisation's own
    return exact[0] if exact and "ministers" in words else None


_SITTING_OF = re.compile(r"(?:meeting|session|sitting) of (?:the )?(?=[A-Z])", re.I)


def _bodies_of(data: dict[str, Any]) -> Iterator[Body]:
    acronym = data.get("acronym") or data["name"]
    members = tuple(m["country"] for m in data.get("members") or () if not m.get("to"))
    yield Body(
        id=data["id"],
        name=data["name"],
        acronym=acronym,
        organisation=data["id"],
        kind=data.get("kind", "organisation"),
        seat=data.get("seat"),
        seat_country=data.get("seat_country"),
        members=members,
    )
    for organ in data.get("organs") or ():
        yield Body(
            id=f"{data['id']}/{organ['id']}",
            name=organ["name"],
            acronym=organ.get("acronym") or acronym,
            organisation=data["id"],
            kind="organ",
            members=members,
            made_of=organ.get("made_of"),
            session=organ.get("session") or "meeting",
            numbered=bool(organ.get("numbered")),
            often=bool(organ.get("often")),
            presumed=tuple(organ.get("presumed") or ()),
        )


# one name as houses write it: each pair may stand for the other
_HOUSES = (
    (" of Ministers", " of the Ministers"),
    (" of Foreign Ministers", " of the Foreign Ministers"),
    (" of Heads of", " of the Heads of"),
    (" of Chiefs of", " of the Chiefs of"),
    ("Defence", "Defense"),
    ("Organisation", "Organization"),
    ("Co-operation", "Cooperation"),
    (" of State and Government", " of State and Governments"),
    (" of Government", " of Governments"),
    ("s' ", "s "),
)


def _spelt(form: str) -> Iterator[str]:
    """The form, and it in the spelling of other houses: "Council of the Ministers of Defense"."""
    yield form
    for mine, theirs in _HOUSES:
        if mine in form and theirs not in form:
            yield form.replace(mine, theirs)
        elif theirs in form and mine != "s' ":
            yield form.replace(theirs, mine)


def _entries() -> Iterator[tuple[str, str, str]]:
    for form, label, key in _written():
        for spelling in _spelt(form):
            yield spelling, label, key


def _written() -> Iterator[tuple[str, str, str]]:
    for data in load_folder("en/bodies"):
        key = data["id"]
        forms = [data["name"], *(data.get("also") or [])]
        if data.get("acronym") and not data.get("acronym_ambiguous"):
            forms.append(data["acronym"])
        for form in forms:
            yield form, "organisation", key
        for organ in data.get("organs") or ():
            full = f"{key}/{organ['id']}"
            for form in (organ["name"], *(organ.get("standalone") or [])):
                yield form, "organ", full
            for form in organ.get("also") or []:
                # "meeting of the Council of Ministers" would hide the same council of everyone else
                yield _SITTING_OF.sub("", form) if "Council of" in form else form, "organ?", full


@cache
def _book() -> PhraseBook:
    return PhraseBook(_entries(), fold=True)


@cache
def _exact_forms() -> frozenset[str]:
    """Forms of one word: they count only as written, so that `Who` is not the WHO."""
    return frozenset(form for form, _, _ in _entries() if " " not in form)


@cache
def _folded_exact() -> frozenset[str]:
    return frozenset(form.lower() for form in _exact_forms())


def bodies_in(characters: str) -> list[Hit]:
    """Hits labelled organisation, organ (alone enough) or organ? (needs its organisation nearby)."""
    exact, folded = _exact_forms(), _folded_exact()
    hits = []
    for hit in _book().find(characters):
        words = characters[hit.start : hit.stop]
        if words.lower() in folded and words not in exact:
            continue
        if words.islower() and hit.label != "organ?":
            continue
        hits.append(hit)
    return hits
