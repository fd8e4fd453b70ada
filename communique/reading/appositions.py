"""Which title belongs to which name: before it, behind it, in parentheses, in lists of both."""

import re
from collections.abc import Iterator

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.reading.between import gap_between, touches
from communique.reading.each_of import own_country
from communique.reading.names import Run
from communique.reading.offices import Title
from communique.reading.scan import Rule, Scan
from communique.reading.ties import Link, held_already, of_another_state
from communique.reading.unparted import heads_line, line_below, made, unparted, whoever_from, wrongly_parted

_COMMA = re.compile(
    r"(?:,?\s(?:of|from)\s(?:the\s)?(?:(?:Republic|Kingdom|State|Commonwealth|Sultanate|Union)\sof\s(?:the\s)?)?[A-Z][\w\u2024.’'-]+(?:\s[A-Z][\w\u2024.’'-]+){0,3}|\s\([A-Z][\w\u2024 .’'-]+\))?"
    r",\s(?:(?:who is|who was|whose)\s)?(?:(?:now|then|also|currently|today|and)\s)?(?:the\s|a\s|an\s|its\s|their\s|his\s|her\s|current\s|(?:this|last) year[’'`]s\s|the host(?: country| nation)?[’'`]s\s)?(?:Hon(?:ou?rable|[.\u2024])?\s)?(?:\d(?:st|nd|rd|th)\s)?$"
)
_BEFORE_COMMA = re.compile(
    r",\s(?:and\s)?(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?[’'`]s\s|[A-Z]\w+ (?:[Dd]iplomat|politician|lawyer|economist|jurist)\s)?$"
)
_NAMELY = re.compile(r"(?:,|:|\s[-–—])\s(?:(?:namely|that is|i\.e\.|respectively),?:?\s)?$")
_AND = re.compile(
    r"(?:,|,? and|,? as well as|,? &| -| –| —|\s?/)\s(?:also\s)?(?:the\s|a\s|an\s|its\s)?(?:concurrently\s)?$"
)
_PAREN = re.compile(r"\s?\((?:the\s|a\s)?$")
_DASH = re.compile(r"\s[-–—]\s(?:the\s|a\s)?$|:\s$")
_COPULA = re.compile(
    r",?\s(?:was|is|has been|who is|who was|who has been|who had been|who will be|been|became|had been|will be|as)\s(?:(?:re-?)?(?:elected|appointed|named|nominated|confirmed|chosen|sworn in)\s)?(?:as\s)?(?:the\s|a\s|an\s|new\s|its\s)*$"
    r"|,?\s(?:who\s)?(?:spoke|attended|took part|participated|presided|signed|opened it|took over|takes over|took office|serves|served|acts|acted|is acting|doubles|came)(?: in (?:his|her) capacity)?\sas\s(?:the\s|its\s)?$"
)
_LIST = re.compile(
    r"(?:,? (?:of|from) (?:the )?[A-Z][\w\u2024.’'-]+(?: [A-Z][\w\u2024.’'-]+){0,3}| \([A-Z][\w\u2024 .’'-]+\))?(?:,|,? and|,? as well as)\s(?:host\s)?$"
)


def links(scan: Scan, names: list[Run], offices: list[Title]) -> list[Link]:
    """Every tie between the `names` and the `offices` of one sentence."""
    found: dict[tuple[int, int], Link] = {}
    for rule in (_adjacent, _by_commas, _in_parentheses, _by_copula):
        taken_titles = {link.title.start for link in found.values()}
        if len(taken_titles) == len(offices):
            break  # the rules ask only for titles that none before them has tied
        taken_runs = {link.run.start: link for link in found.values()}
        for link in rule(scan, names, offices, taken_titles, taken_runs):
            found.setdefault((link.run.start, link.title.start), link)
    return sorted(found.values(), key=lambda k: (k.run.start, k.title.start))


def _adjacent(
    scan: Scan, names: list[Run], offices: list[Title], titled: set[int], named: dict[int, Link]
) -> Iterator[Link]:
    """ "Chairman of the State Duma, Chairman of the CSTO PA Vyacheslav Volodin"; "Presidents X and Y"."""
    previous: Title | None = None
    for i, title in enumerate(offices):
        run = _next(names, title.stop)
        if run is None or not touches(scan, title, run):
            continue
        yield Link(run, title, "adjacent", _sharing(scan, previous, names, title), 0 if title.plural else -1)
        yield from _chained(scan, names, offices[:i], title, run)
        if title.plural:
            yield from _listed(scan, names, title, run)
        previous = title


def _sharing(scan: Scan, previous: Title | None, names: list[Run], title: Title) -> Title | None:
    """The title before in a list: "Russian President X and Foreign Minister Y"."""
    peers = office_words("summit")
    if previous is None or (previous.head == title.head and title.head != "minister"):
        return None
    if (previous.head in peers and title.head in peers) or title.head.startswith(
        ("co-chair", "commissioner")
    ):
        return None  # two presidents are not of one country, nor two who share a chair; no state has commissioners
    if previous.head.startswith(("ambassador", "high commissioner")):
        return None  # who stands beside an ambassador is of the hosts as often
    of_state = previous.of in country_codes()
    if previous.of is not None and title.head in office_words("of_houses" if of_state else "single"):
        return None  # no state has a Secretary General, no organisation a Foreign Secretary
    between = [r for r in names if previous.stop <= r.start < title.start]
    if len(between) == 1 and _LIST.search(gap_between(scan, between[0].stop, title.start)):
        return previous
    return None


def _chained(scan: Scan, names: list[Run], before: list[Title], title: Title, run: Run) -> Iterator[Link]:
    """Titles that stand before the adjacent one and belong to the same person."""
    following = title
    for at in range(len(before) - 1, -1, -1):
        earlier = before[at]
        if (
            earlier.plural
            or earlier.weak
            or not _AND.fullmatch(gap_between(scan, earlier.stop, following.start))
        ):
            return
        if "as well as" in scan.words(earlier.stop, following.start):
            return  # "the Prime Minister of A, as well as the Secretary General of B, X"
        if _BETWEEN.search(scan.words(max(0, earlier.start - 16), earlier.start)):
            return  # "between the Secretary-General and Djibouti's minister, X"
        if any(
            _AS.fullmatch(gap_between(scan, r.stop, earlier.start)) for r in names if r.stop < earlier.start
        ):
            return  # "elected X as President, Commissioner Y as Vice President"
        owner = _owned(scan, names, before[: at + 1])
        if owner is not None and not _introduced(scan, owner, before):
            return
        yield Link(run, earlier, "chained")
        following = earlier


_AS = re.compile(
    r"(?: (?:of|from) (?:the )?[A-Z][\w.’'-]+(?: (?:and )?[A-Z][\w.’'-]+){0,3}| \([A-Z][\w .’'-]+\))? as (?:the |its |new )*"
)
_BETWEEN = re.compile(r"\bbetween (?:the |its |their )?$")


def _owned(scan: Scan, names: list[Run], chain: list[Title]) -> Run | None:
    """The name in front whose apposition the last title of `chain` is, alone or joined to the titles before it."""
    for at in range(len(chain) - 1, -1, -1):
        owner = _previous(names, chain[at].start)
        if owner is None:
            return None
        gap = gap_between(scan, owner.stop, chain[at].start)
        if _COMMA.fullmatch(gap) or _DASH.fullmatch(gap) or _COPULA.fullmatch(gap):
            return owner
        if (
            at == 0
            or chain[at - 1].start < owner.stop
            or not _AND.fullmatch(gap_between(scan, chain[at - 1].stop, chain[at].start))
        ):
            return None
    return None


def _introduced(scan: Scan, run: Run, offices: list[Title]) -> bool:
    """A title stands right before the name already: what follows the comma is the next person's."""
    if re.match(r",? who ", scan.words(run.stop, run.stop + 6)):
        return False
    return any(t.stop < run.title and scan.words(t.stop, run.title).isspace() for t in offices)


def _listed(scan: Scan, names: list[Run], title: Title, run: Run) -> Iterator[Link]:
    """ "Presidents X, Y and Z", "the Presidents of A, X, and of B, Y": every name of the list holds the office in the plural."""
    last, order = run, 0
    for other in names:
        if other.start > last.stop and _goes_on(scan, last, other):
            order += 1
            yield Link(other, title, "plural", None, order)
            last = other


def _goes_on(scan: Scan, last: Run, other: Run) -> bool:
    """`other` is the next of a list: joined to the name before, or with a country of his own between them."""
    gap = gap_between(scan, last.stop, other.title)
    if _LIST.fullmatch(gap):
        return True
    own = own_country(scan, other.title)
    return own is not None and last.stop < own.start < last.stop + 20


def _by_commas(
    scan: Scan, names: list[Run], offices: list[Title], titled: set[int], named: dict[int, Link]
) -> Iterator[Link]:
    """ "X, minister of A, Y, minister of B" and "the Minister of A, X, the Minister of B, Y"."""
    office_first: set[int] = set()
    given: set[int] = set()
    led: dict[int, Link] = {}
    for i, title in enumerate(offices):
        if title.start in titled or title.start in given:
            continue
        before, after = _previous(names, title.start), _next(names, title.stop)
        follows, leads = _sides(scan, before, title, after)
        if follows and leads and before and held_already(named.get(before.start), title):
            follows = False
        known = before and (led.get(before.start) or named.get(before.start))
        if follows and known and after and after.title - title.stop < _NEXT_ONE:
            follows = not of_another_state(scan, known, title)
        if follows and title.plural:
            all_before = list(_all_before(scan, names, title))
            yield from all_before
            if all_before or not leads:
                continue
        if follows and before and not title.plural and not (leads and before.start in office_first):
            yield Link(before, title, "behind")
            rest = [t for t in offices[i + 1 :] if not (known and of_another_state(scan, known, t))]
            further = list(_more(scan, rest, title, before, titled))
            given.update(link.title.start for link in further)
            yield from further
        elif leads and after and after.start not in named:
            led[after.start] = Link(after, title, "before comma", None, 0 if title.plural else -1)
            yield led[after.start]
            yield from _chained(scan, names, [t for t in offices[:i] if t.start not in titled], title, after)
            if not title.plural:
                office_first.add(after.start)
            if title.plural:
                yield from _listed(scan, names, title, after)


_NEXT_ONE = 60  # characters between a title and the name of the next person, whose it may be


def _all_before(scan: Scan, names: list[Run], title: Title) -> Iterator[Link]:
    """ "X, Y and Z, Presidents of A, B and C": every name of the list in front holds the office in the plural."""
    listed: list[Run] = []
    place = title.start
    for run in reversed([r for r in names if r.stop <= title.start]):
        gap = gap_between(scan, run.stop, place)
        if not (_LIST.fullmatch(gap) if listed else _COMMA.fullmatch(gap)):
            break
        listed.insert(0, run)
        place = run.title
    if len(listed) > 1:
        yield from (Link(run, title, "plural", None, order) for order, run in enumerate(listed))


def _sides(scan: Scan, before: Run | None, title: Title, after: Run | None) -> tuple[bool, bool]:
    """Whether the title follows the name before it, and whether it leads to the name behind it."""
    gap = gap_between(scan, before.stop, title.start) if before else "\0"
    follows = bool(_COMMA.fullmatch(gap) or _DASH.fullmatch(gap))
    if scan.small.startswith(("’s ", "'s "), title.stop):
        follows = False  # "X, the Prime Minister's press chief"
    told = not title.weak or bool(_ITS.search(scan.words(max(0, title.start - 6), title.start)))
    comma = _NAMELY if title.plural else _BEFORE_COMMA
    leads = (
        after is not None
        and told
        and bool(comma.fullmatch(gap_between(scan, _country_behind(scan, title), after.title)))
    )
    if leads and after and _ON_BEHALF.search(scan.small, max(0, title.start - 20), title.start):
        leads = " and " not in scan.words(title.stop, after.title)  # "on behalf of the Director, and Dr X"
    if leads and after and _MET.search(scan.small, max(0, title.start - 40), title.start):
        leads = not _fronted(scan, title.start) or _VERB.match(scan.characters, after.stop) is None
    leads = leads or (after is not None and heads_line(scan, title, after))
    follows = follows or (before is not None and unparted(scan, before, title, gap))
    follows = follows or (before is not None and not leads and wrongly_parted(scan, before, title, gap))
    follows = follows or (before is not None and line_below(scan, before, title))
    if follows and leads and not title.plural and _OF_NEXT.search(gap):
        follows = False  # "X (Albania), the Chairman of B, Y"; "X, and the Chairman of B, Y"
    follows = follows and not (title.head in office_words("weak") and gap.endswith((" and a ", " and an ")))
    return follows and not _subject(scan, title, gap), leads


def _subject(scan: Scan, title: Title, gap: str) -> bool:
    """ "In his meeting with the minister, X, the Secretary-General raised ...": whoever the verb behind is said of."""
    if not gap.endswith(", the ") or not _fronted(scan, title.start):
        return False
    return _VERB.match(scan.characters, title.stop) is not None


def _country_behind(scan: Scan, title: Title) -> int:
    """The end of the country set off behind the title ("Acting Premier, Montserrat, X") or of "of both countries", else of the title."""
    both = _OF_BOTH.match(scan.small, title.stop) if title.plural else None
    if both:
        return both.end()
    for hit in scan.within(title.stop + 2, title.stop + 7, "country"):
        if scan.words(title.stop, hit.start) in (", ", ", the ") and scan.characters[hit.stop] not in "’'":
            return hit.stop
    return title.stop


_OF_BOTH = re.compile(
    r" of (?:the |these |those |their )?(?:both|two|three|four|five|respective|participating|neighbou?ring|brotherly)(?: \w+)? (?:countries|states|nations|republics|sides|governments)"
)


def _fronted(scan: Scan, place: int) -> bool:
    sentence = scan.sentence_at(place)
    return sentence is not None and _FRONTED.match(scan.characters, sentence.start) is not None


_OF_NEXT = re.compile(r"^\s(?:of|from|\()(?!.*\bwho\b)|,\sand\s(?:the\s)?$")
_ON_BEHALF = re.compile(r"\bon behalf of (?:the |his |her )?$")
_MET = re.compile(
    r"\b(?:meeting|talks|call|conversation|encounter|discussions?) with (?:the |his |her )?(?:\w+ )?$"
)
_FRONTED = re.compile(r"(?:In|At|During|On|After|Before|Prior to|Following|Ahead of|Upon|Meeting|Receiving) ")
_VERB = re.compile(
    r"\s(?!of\b|and\b|for\b|in\b|to\b|at\b|on\b|who\b|from\b|as\b|or\b|with\b|is\b)[a-z]+(?:ed|s|id|oke|d)\b"
)
_ITS = re.compile(r"\b(?:its|their|his|her) $")


def _more(scan: Scan, rest: list[Title], first: Title, run: Run, titled: set[int]) -> Iterator[Link]:
    """Further titles of one apposition: ", a member of the Council", " and chairman of B"."""
    last = first
    for title in rest:
        if (
            title.start in titled
            or title.plural
            or not _AND.fullmatch(gap_between(scan, last.stop, title.start))
        ):
            return
        yield Link(run, title, "behind")
        last = title


def _in_parentheses(
    scan: Scan, names: list[Run], offices: list[Title], titled: set[int], named: dict[int, Link]
) -> Iterator[Link]:
    """ "X (Minister of A)"."""
    for title in offices:
        if title.weak or title.start in titled:
            continue
        before, after = _previous(names, title.start), _next(names, title.stop)
        shared = list(_shared_out(scan, names, title, after)) if after and title.plural else []
        if after is not None and shared:
            yield Link(after, title, "parentheses")
            yield from shared
        elif before is not None and _PAREN.fullmatch(gap_between(scan, before.stop, title.start)):
            yield Link(before, title, "parentheses")
        elif (
            after is not None
            and after.start not in named
            and scan.words(title.stop, after.title) == " ("
            and scan.words(after.stop, after.stop + 1) == ")"
        ):
            yield Link(after, title, "parentheses")
            if title.plural:
                yield from _listed(scan, names, title, after)


_SHARE = re.compile(r"(?: (?:of|for|in charge of) [^,;()]{3,70})?(?:[,;]|,? and|,? as well as) $")


def _shared_out(scan: Scan, names: list[Run], title: Title, first: Run) -> Iterator[Link]:
    """ "Ministers (X of Trade, Y of Justice and Z)": a portfolio behind each name of the list in brackets."""
    if scan.words(title.stop, first.title) != " (":
        return
    last, close = first, scan.characters.find(")", first.stop, first.stop + 600)
    for order, run in enumerate((r for r in names if first.start < r.start < close), 1):
        if not _SHARE.fullmatch(scan.words(last.stop, run.title)):
            return
        yield Link(run, title, "plural", None, order)
        last = run


def _by_copula(
    scan: Scan, names: list[Run], offices: list[Title], titled: set[int], named: dict[int, Link]
) -> Iterator[Link]:
    """ "X was elected Chairman of B", "X, who serves as Secretary General"."""
    behind = {k.run.start: k.title.stop for k in named.values() if k.rule == "behind"}
    for title in offices:
        before = None if title.start in titled or title.plural else _previous(names, title.start)
        if before is None:
            continue
        place = behind.get(before.start, before.stop)  # "X, the minister, was elected chairman"
        gap = gap_between(scan, before.stop if place > title.start else place, title.start)
        gap = whoever_from(gap)
        if _COPULA.fullmatch(gap) or _AS.fullmatch(gap) or made(scan, before, gap):
            yield Link(before, title, "copula")


def alone_on_line(scan: Scan, start: int, stop: int, names: list[Run]) -> Run | None:
    """The name that is all that the sentence says, but for words of address in front of it: a line of a list."""
    if len(names) != 1 or not -1 < stop - names[0].stop < 3 or names[0].start - start > 60:
        return None
    before = scan.words(start, names[0].title).strip(" -–—*•·")
    return names[0] if names[0].titled or not before else None


def under(scan: Scan, above: Run | None, start: int, offices: list[Title], tied: list[Link]) -> list[Link]:
    """The offices with which the line under a name begins: "Mr X" and below it "Minister of A and Envoy of B"."""
    if above is None or not offices or offices[0].plural or any(k.title is offices[0] for k in tied):
        return []
    gap = scan.text.characters[above.stop : start]
    if gap.count("\n") != 1 or scan.words(start, offices[0].start).strip().lower() not in ("", "the"):
        return []
    first = Link(above, offices[0], "behind")
    return [first, *_more(scan, offices[1:], first.title, above, {k.title.start for k in tied})]


RULES: dict[str, Rule] = {
    "adjacent": _adjacent,
    "chained": _chained,
    "plural": _listed,
    "behind": _by_commas,
    "before comma": _by_commas,
    "parentheses": _in_parentheses,
    "copula": _by_copula,
}
"""What ties a title to a name, by the name that a link carries."""


def _next(names: list[Run], place: int) -> Run | None:
    for run in names:
        if run.title >= place:
            return run
    return None


def _previous(names: list[Run], place: int) -> Run | None:
    for run in reversed(names):
        if run.stop <= place:
            return run
    return None
