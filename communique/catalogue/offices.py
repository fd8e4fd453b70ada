"""Who held which office when: cited first and last, kept apart from the start and end that a report states.

for post in offices(db, "security council russia"):
    for holder in post.holders:
        print(post.title, holder.name, holder.first_cited, holder.last_cited)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, func, select, tuple_

from communique.catalogue.doubts import has_words
from communique.catalogue.paging import Going, Page, page, paged
from communique.catalogue.search import matched, matching
from communique.catalogue.tables import MEETING, OFFICE_HELD, PARTICIPATION, PERSON
from communique.lexicon.countries import country_name
from communique.lexicon.posts import posts_of
from communique.lexicon.spelling import canonical_words
from communique.model.when import when

_AT_ONCE = 400
_A_DAY = 3

Line = dict[str, Any]


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """One person in one post; cited is not start and end, which are known only where a report states them.

    Cited are the days of reports; where none of them has a day, those of meetings at which the person sat in it.
    `offices` are the titles in which reports name the holder, `parts` where their evidence stands
    (`communique why PERSON.offices.PART`). `former_cited` is the first day on which a report calls the person
    former. `after` is the holder before, where the post has one at a time and the days fit; `beside` are those
    cited in it in the same days: then a report is mistaken, or the post is not one.
    """

    person: str
    name: str
    offices: tuple[str, ...] = ()
    first_cited: str | None = None
    first_report: str | None = None
    last_cited: str | None = None
    last_report: str | None = None
    start: str | None = None
    end: str | None = None
    acting: bool = False
    former_cited: str | None = None
    after: str | None = None
    beside: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A post of a country or organisation and those cited in it, in order; `sole` if it has one at a time."""

    of: str
    post: str
    title: str
    sole: bool = False
    holders: tuple[Holder, ...] = ()


def offices(db: Connection, words: str = "") -> tuple[Held, ...]:
    """The posts that have all `words` (of the title, the country or organisation, a holder's name)."""
    wanted = matching(words)
    if wanted is None and words.strip():
        return ()
    lines = select(OFFICE_HELD, PERSON.c.name).join(PERSON, PERSON.c.id == OFFICE_HELD.c.person)
    lines = lines.where(OFFICE_HELD.c.post != "", OFFICE_HELD.c.of.is_not(None))
    if wanted is None:
        return _held(db, db.execute(lines).mappings().all())
    found = db.execute(
        select(OFFICE_HELD.c.of, OFFICE_HELD.c.post).where(matched(OFFICE_HELD.c.person, wanted)).distinct()
    )
    return tuple(p for p in _posts(db, [(of, post) for of, post in found if of]) if _has(p, words))


def offices_paged(db: Connection, words: str, going: Going) -> Page[Held]:
    """The posts by country, a page's worth of holders at a time; `number` counts posts."""
    if words.strip():
        return page(offices(db, words), going, _name, lambda post: len(post.holders))
    named = "{0[0]}:{0[1]}".format
    found = paged(db, ("posts",), _every_post, going, named, itemgetter(2))
    posts = {(post.of, post.post): post for post in _posts(db, [(of, post) for of, post, _ in found.rows])}
    return Page(tuple(posts[of, post] for of, post, _ in found.rows if (of, post) in posts), *found[1:])


def _every_post(db: Connection) -> Sequence[tuple[str, str, int]]:
    """Country or organisation, post, and how many people are cited in it."""
    held = OFFICE_HELD.c
    found = select(held.of, held.post, func.count(held.person.distinct()))
    found = found.where(held.post != "", held.of.is_not(None)).group_by(held.of, held.post)
    rows = [(of, post, number) for of, post, number in db.execute(found)]
    return sorted(rows, key=lambda row: (country_name(row[0]), row[1]))


def _name(post: Held) -> str:
    return f"{post.of}:{post.post}"


def offices_of_person(db: Connection, person: str) -> tuple[Held, ...]:
    """The posts in which a person is cited, each with all its holders."""
    found = select(OFFICE_HELD.c.of, OFFICE_HELD.c.post).where(OFFICE_HELD.c.person == person).distinct()
    return _posts(db, [(of, post) for of, post in db.execute(found) if of])


def offices_of(db: Connection, party: str) -> tuple[Held, ...]:
    """The posts of a country (by its code) or an organisation (as reports' readings name it: CSTO)."""
    found = select(OFFICE_HELD.c.of, OFFICE_HELD.c.post).where(OFFICE_HELD.c.of == party).distinct()
    return _posts(db, [(of, post) for of, post in db.execute(found)])


def _posts(db: Connection, wanted: Sequence[tuple[str, str]]) -> tuple[Held, ...]:
    lines: list[RowMapping] = []
    known = [pair for pair in wanted if pair[1]]
    for at in range(0, len(known), _AT_ONCE):
        which = tuple_(OFFICE_HELD.c.of, OFFICE_HELD.c.post).in_(known[at : at + _AT_ONCE])
        asked = select(OFFICE_HELD, PERSON.c.name).join(PERSON, PERSON.c.id == OFFICE_HELD.c.person)
        lines += db.execute(asked.where(which)).mappings().all()
    return _held(db, lines)


def _held(db: Connection, lines: Sequence[RowMapping]) -> tuple[Held, ...]:
    posts: dict[tuple[str, str], list[Line]] = defaultdict(list)
    dated = {_seat(line) for line in lines if line["first_cited"]}  # of this post: others may not be loaded
    days = _days_sat(db, sorted({line["person"] for line in lines if _seat(line) not in dated}))
    for line in lines:
        sat = {} if _seat(line) in dated else days.get(_seat(line), {})
        posts[line["of"], line["post"]].append({**line, **sat})
    found = (_one(of, post, group) for (of, post), group in posts.items())
    return tuple(sorted(found, key=lambda p: (country_name(p.of), p.post)))


def _seat(line: RowMapping) -> tuple[str, str, str]:
    return line["person"], line["of"], line["post"]


def _days_sat(db: Connection, people: Sequence[str]) -> dict[tuple[str, str, str], Line]:
    """By person and post: the first and last day of a meeting at which the person sat in it."""
    seat = PARTICIPATION.c
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for at in range(0, len(people), _AT_ONCE):
        asked = select(seat.person, seat.office, seat.represents, MEETING.c.date).join(
            MEETING, MEETING.c.id == seat.meeting
        )
        asked = asked.where(seat.person.in_(people[at : at + _AT_ONCE]), seat.office != "")
        for person, office, party, date in db.execute(asked):
            if when(date).precision == _A_DAY:
                for post in posts_of(office, party):
                    found[person, party, post.key].append(date)
    return {key: {"first_cited": min(days), "last_cited": max(days)} for key, days in found.items()}


def _one(of: str, post: str, lines: list[Line]) -> Held:
    people: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        people[line["person"]].append(line)
    sole = all(line["sole"] for line in lines)
    holders: Iterable[Holder] = (_holder(group) for group in people.values())
    if sole:
        holders = succession(in_order(holders))
    title = _usual(line["title"] for line in lines)
    return Held(of=of, post=post, title=title, sole=sole, holders=in_order(holders))


def _usual(titles: Iterable[str]) -> str:
    """The wording of most reports, of several the longest; one that begins with a capital before one that does not."""
    times = Counter(" ".join(t.split()) for t in titles)
    return min(times, key=lambda t: (-times[t], not t[:1].isupper(), -len(t), t))


def _holder(lines: list[Line]) -> Holder:
    """All that is cited of one person in one post; what reports say of a former holder cites no holder."""
    lines = sorted(lines, key=lambda line: (line["first_cited"] or "9", line["part"]))
    held = [line for line in lines if not line["former"]]
    dated = [line for line in held if line["first_cited"]]
    last = max(dated, key=lambda line: line["last_cited"], default=None)
    return Holder(
        person=lines[0]["person"],
        name=lines[0]["name"],
        offices=tuple(dict.fromkeys(" ".join(line["office"].split()) for line in lines)),
        first_cited=dated[0]["first_cited"] if dated else None,
        first_report=dated[0]["first_report"] if dated else None,
        last_cited=last["last_cited"] if last else None,
        last_report=last["last_report"] if last else None,
        start=next((line["start"] for line in lines if line["start"]), None),
        end=next((line["end"] for line in lines if line["end"]), None),
        acting=bool(held) and all(line["acting"] for line in held),
        former_cited=min(
            (li["first_cited"] for li in lines if li["former"] and li["first_cited"]), default=None
        ),
        parts=tuple(dict.fromkeys(line["part"] for line in lines)),
    )


def in_order(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """By the first day that is known of each; whoever is only called former before the one in office then.

    Those of whom no day is known stand at the end.
    """
    ordered = sorted(holders, key=lambda h: (_began(h) or "9", _ended(h) or "9", h.name, h.person))
    found = [h for h in ordered if _began(h) or not h.former_cited]
    for holder in (h for h in ordered if h not in found):
        later = (n for n, h in enumerate(found) if not _began(h) or _ended(h) >= str(holder.former_cited))
        found.insert(next(later, len(found)), holder)
    return tuple(found)


def succession(holders: Sequence[Holder]) -> Iterator[Holder]:
    """Holders of a post that has one at a time, each with the one before, and with those cited beside.

    Only days decide: whoever is cited on no day follows nobody. Nobody follows, or sits beside, a person of
    whose name theirs is a part: that may be the same person.
    """
    dated = [h for h in holders if _began(h) and _ended(h)]
    spans = [(_began(h), _ended(h)) for h in dated]
    for at, (holder, span) in enumerate(zip(dated, spans, strict=True)):
        near = (h for h, other in zip(dated, spans, strict=True) if h is not holder and _overlap(span, other))
        beside = tuple(h.person for h in near if not _alike(h, holder))
        before = next((h.person for h in reversed(dated[:at]) if not _alike(h, holder)), None)
        yield msgspec.structs.replace(holder, after=None if before in beside else before, beside=beside)
    yield from (h for h in holders if not (_began(h) and _ended(h)))


def _alike(left: Holder, right: Holder) -> bool:
    one, two = set(canonical_words(left.name).split()), set(canonical_words(right.name).split())
    return one <= two or two <= one


def _overlap(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """True when each begins before the other ends; one day shared is a handing over."""
    return one == two or (one[0] < two[1] and two[0] < one[1])


def _began(holder: Holder) -> str:
    """The first day on which the person is known in the post."""
    return min((d for d in (holder.start, holder.first_cited) if d), default="")


def _ended(holder: Holder) -> str:
    last = holder.last_cited or holder.start or ""
    return min(holder.end, last) if holder.end else last


def _has(post: Held, words: str) -> bool:
    names = (h.name for h in post.holders)
    titles = (title for h in post.holders for title in h.offices)
    return has_words(words, post.title, post.of, country_name(post.of), *titles, *names)
