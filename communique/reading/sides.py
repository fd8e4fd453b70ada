"""Who stands on one side of a meeting of two: people, offices without a name, delegations, countries."""

import re
from dataclasses import dataclass

from communique.lexicon.countries import country_codes
from communique.lexicon.phrases import Hit
from communique.reading.domestic import of_one_state
from communique.reading.offices import Title
from communique.reading.page_speaker import page_speaker
from communique.reading.people import Cast, Person
from communique.reading.rows import peers_listed
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bilateral meeting: a person, or a country or organisation alone."""

    person: Person | None
    code: str | None
    at: tuple[int, int]

    @property
    def party(self) -> str | None:
        """The country or organisation of this side."""
        return self.person.represents if self.person else self.code

    @property
    def key(self) -> str:
        """What tells this side from another."""
        return self.person.name if self.person else self.code or ""


_STOPS = re.compile(
    r";(?=\s|$)|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.(?=\s|$)|\b(?:said|where|while|whereas|who|which|to discuss|on the (?:sidelines|margins)|in which|during|ahead of|after|before|that|as part of|within|followed by|hosted by|organi[sz]ed by|focus\w*|he|she|they|we)\b"
)
_LISTED = re.compile(r",|\band\b|\bas well as\b|\bplus\b|\balong with\b|\btogether with\b")
_OWNS = re.compile(r"[’'`]s?\b(?! (?:delegation|team|counterpart))")
_PEER = re.compile(
    r"(?:[’'`]s?)? (?:delegations?|sides?|counterparts?|representatives|officials?|partners?|colleagues?|leaders?|leadership|government|authorities|ministers?|and |President|president)\b"
)


def sides_after(scan: Scan, cast: Cast, start: int, stop: int) -> list[Side]:
    """The sides in the list that begins at `start`: "with X, the president of Kenya and the Omani delegation"."""
    end = _STOPS.search(scan.characters, start, stop)
    high = min(end.start() if end else stop, start + 320)
    people = [
        Side(p, None, (a, b)) for a, b, p in cast.at(start, high) if not _OWNS.match(scan.characters, b)
    ]
    others = [s for s in _nameless(scan, cast, start, high) if all(s.code != p.party for p in people)]
    found = sorted([*people, *others], key=lambda s: s.at)
    return _in_a_row(scan, found, start) or _countries(scan, start, high) or _group(scan, cast, start, high)


def _group(scan: Scan, cast: Cast, start: int, high: int) -> list[Side]:
    """ "with the secretaries of the councils", "received a delegation of the Council": who they are is not told."""
    found = [(t.start, t.stop) for t in cast.titles if t.plural and start <= t.start < high]
    found += [(h.start, h.stop) for h in scan.within(start, high, "offices", "group")]
    found += [m.span() for m in _SENT.finditer(scan.small, start, high)]
    at = min(found, default=None)
    if at is None or of_one_state(scan, at[0]):
        return []
    their = _OWN_PEERS.match(scan.small, start, high)
    if not their and not _THE.fullmatch(scan.small, start, at[0]):
        return []
    return [Side(None, None, their.span() if their else at)]


_SENT = re.compile(
    r"\b(?:delegations?|ambassadors|envoys|representatives|heads of (?:mission|missions|delegation|delegations))\b"
)
_OWN_PEERS = re.compile(
    r" (?:all of |several of |many of |some of )?(?:his|her) (?:[\w’'-]+ ){0,3}(?:counterparts|colleagues)\b"
)
_THE = re.compile(r" (?:(?!(?:his|her|their|its|of|and|in|at|on|to|by|for)\b)[\w’'-]+ ){0,4}")


def _nameless(scan: Scan, cast: Cast, low: int, high: int) -> list[Side]:
    """Offices of a known country whose holder is not named, and delegations."""
    found = [
        Side(None, t.of, (t.start, t.stop))
        for t in cast.titles
        if low <= t.start < high
        and t.of
        and not t.former
        and (t.of in country_codes() or not t.plural)
        and not held_by(scan, cast, t)
    ]
    taken = {s.code for s in found}
    for hit in scan.within(low, high, "country", "adjective"):
        told = _DELEGATION.match(scan.characters, hit.stop)
        whose = _DELEGATION_OF.search(scan.characters, max(low, hit.start - 40), hit.start)
        if (told or whose) and hit.value not in taken:
            at = (whose.start() if whose else hit.start, told.end() if told else hit.stop)
            found.append(Side(None, hit.value, at))
            taken.add(hit.value)
    return found


_DELEGATION = re.compile(
    r"(?:[’'`]s?)? (?:government |official |ministerial )?(?:delegation|side|counterpart)\b"
)


_DELEGATION_OF = re.compile(r"\bdelegation (?:of|from) (?:the )?$")


def held_by(scan: Scan, cast: Cast, title: Title) -> Person | None:
    """The person named right behind or before the title; None for a title alone."""
    for a, _, person in cast.at(title.start, title.stop + 4):
        if a >= title.stop - 1:
            return person
    for _, b, person in cast.at(max(0, title.start - 60), title.start):
        if re.fullmatch(r",? (?:the |who is |\()?", scan.words(b, title.start)):
            return person
    return None


_HIS_HOST = re.compile(r" (?:his|her|their) (?:[a-z]+ )?hosts?,? [^,;.]{0,80}")


def _in_a_row(scan: Scan, sides: list[Side], start: int) -> list[Side]:
    """Sides that follow each other in one list; one far behind the verb belongs to something else."""
    kept = [sides[0]] if sides and sides[0].at[0] - start <= 130 else []
    host = kept and _HIS_HOST.fullmatch(scan.small, start, kept[0].at[0])
    if kept and not host and scan.within(start, kept[0].at[0], "meet", "hold", "say"):
        return []
    for side in sides[1:]:
        if not kept or side.at[0] - kept[-1].at[1] > 110:
            break
        low = kept[-1].at[1]
        if not _LISTED.search(scan.words(low, side.at[0])) or _next_deed(scan, low, side.at[0]):
            break
        kept.append(side)
    return kept


_NEXT_VERB = re.compile(r"(?:\band|,) (?:\w+ ){0,2}?(?:\w+ed|met|held|had|spoke|took|will|he|she|they) ")


def _next_deed(scan: Scan, low: int, high: int) -> bool:
    return bool(_NEXT_VERB.search(scan.words(low, high) + " ")) or bool(
        scan.within(low, high, "meet", "hold", "say", "attend")
    )


def _countries(scan: Scan, start: int, high: int) -> list[Side]:
    near = scan.within(start, min(high, start + 90), "country", "adjective", "people")
    listed = peers_listed(scan, near)
    hits = listed or [
        h
        for h in near
        if (h.label == "country" and not _INSIDE.search(scan.words(start, h.start)))
        or _PEER.match(scan.characters, h.stop)
    ]
    return [Side(None, h.value, (h.start, h.stop)) for h in hits[: len(listed) or 2]]


_INSIDE = re.compile(r"\b(?:in|at|from|on|of|for|about|community)\b")


def sides_before(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> list[Side]:
    """The subject of the verb at `place`: people joined, the nearest person, a bare office, a country's side, a pronoun's person."""
    joined = joined_before(scan, cast, sentence, place)
    if joined:
        return joined
    before = cast.at(sentence.start, place)
    relative = _WHO.search(scan.small, max(sentence.start, place - 40), place)
    if relative:
        for a, b, person in cast.at(max(0, relative.start() - 40), relative.start()):
            if b == relative.start():
                return [Side(person, None, (a, b))]
    pronoun = _SUBJECT.search(scan.characters, max(sentence.start, place - 40), place)
    if pronoun and not cast.at(pronoun.start(), place):
        who = _spoken_of(scan, cast, sentence, pronoun.start())
        return [Side(who, None, pronoun.span())] if who else []
    also = _he_who_also(scan, cast, sentence, place) if before else None
    if also is not None:
        return [also]
    if before:
        a, b, person = before[0] if len(before) == 1 else _subject(scan, before, place)
        return [Side(person, None, (a, b))]
    alone = _alone(scan, cast, sentence, place)
    if alone is not None:
        return [alone]
    for hit in scan.within(sentence.start, place, "country", "adjective"):
        if _ACTING.match(scan.characters, hit.stop) or _envoy(scan, cast, hit, place):
            return [Side(None, hit.value, (hit.start, hit.stop))]
    return []


_HE = re.compile(r"(?:He|She)\b")
_AND_ALSO = re.compile(r"\band (?:(?:also|later|then|separately|subsequently|has|had|will|\w+ly) )*$")
_BY_WHOM = re.compile(r"\b(?:with|by|to|met|meets?|received|saw)\b[^;:“”\"]*$")
_OPENED = re.compile(r"[;:“”\"]|\b(?:that|who|which|while|where|when|whose|as)\b")


def _he_who_also(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> Side | None:
    """ "He was greeted by X and also met Y": the pronoun that opens the sentence, where all named behind it are objects."""
    he = _HE.match(scan.characters, sentence.start)
    if he is None or not _AND_ALSO.search(scan.small, max(he.end(), place - 30), place):
        return None
    named = cast.at(he.end(), place)
    if _OPENED.search(scan.small, he.end(), place) or not _BY_WHOM.search(scan.small, he.end(), named[-1][0]):
        return None
    who = _spoken_of(scan, cast, sentence, he.start())
    return Side(who, None, he.span()) if who else None


def _envoy(scan: Scan, cast: Cast, hit: Hit, place: int) -> bool:
    """ "Norway's chief trade negotiator held talks with ...": the subject is an office-holder of the country before it."""
    return any(
        not t.plural and t.stop <= place and _WHOSE.fullmatch(scan.words(hit.stop, t.start))
        for t in cast.titles
        if hit.stop < t.start < hit.stop + 40 and place - t.stop < 70
    )


_WHOSE = re.compile(r"(?:[’'`]s?)? (?:[a-z-]+ ){0,3}")


_ACTING = re.compile(
    r"(?:[’'`]s)? (?:delegation|foreign minister|president|prime minister|side|minister|government)\b", re.I
)


def _subject(scan: Scan, before: list[tuple[int, int, Person]], place: int) -> tuple[int, int, Person]:
    """The last person before the verb unless a preposition governs the name."""
    for entry in reversed(before):
        if not re.search(
            r"\b(?:with|of|by|to|from|for|under)\b[^,;]*$", scan.words(max(0, entry[0] - 40), entry[0])
        ):
            return entry
    return before[0]


_WHO = re.compile(r",? who (?:(?:has|had|also|later|earlier|previously|then|recently|\w+ly) ){0,3}$")
_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)\b(?=(?: \w+){0,4}[ ,\"“:]*$)")
_GOVERNED = re.compile(r"\b(?:with|of|by|to|from|for|met|see|receive[ds]?|saw)\b[^,;.]*$", re.I)


def _spoken_of(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> Person | None:
    """Whom "he" means: the last person who was a subject, in this sentence or in those before; else the last one named."""
    earlier = cast.at(max(0, sentence.start - 600), place)
    for a, _, person in reversed(earlier):
        begin = scan.sentence_at(a)
        low = max(begin.start if begin else 0, a - 60)
        if not _GOVERNED.search(scan.words(low, a)):
            return person
    return earlier[-1][2] if earlier else None


_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I|[Ww]e|(?:The|the) (?:minister|president|secretary|foreign minister|prime minister|official|head of state|head of government|head|chairman|diplomat|leader|premier|king|emir|president|Minister|President|Secretary|Foreign Minister|Prime Minister|Head of State|Premier|King|Emir|Chairman))\b"
)


def _alone(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> Side | None:
    """ "He also met with ...", "the Kenyan president received ...": whoever the sentences before told of."""
    pronoun = max(
        _PRONOUN.finditer(scan.characters, max(sentence.start, place - 70), place),
        key=lambda m: m.start(),
        default=None,
    )
    title = next((t for t in reversed(cast.titles) if sentence.start <= t.start < t.stop <= place), None)
    if title and title.of and not title.plural and place - title.stop < 70:
        for _, _, person in reversed(cast.at(0, sentence.start)):
            if any(h.of == title.of and h.title.head == title.head for h in person.holdings):
                return Side(person, None, (title.start, title.stop))
        return Side(None, title.of, (title.start, title.stop))
    known = _by_office(scan, cast, sentence, title, place) if title else None
    if known:
        return known
    if pronoun and pronoun[0] in ("I", "We", "we"):
        speaker = page_speaker(scan, cast)
        if speaker is not None:
            return Side(speaker, None, pronoun.span())
        if pronoun[0] != "I":
            return None
    begin = scan.sentence_at(place) or sentence
    who = _spoken_of(scan, cast, begin, begin.start) if pronoun else None
    if pronoun and who:
        who = _holder(cast, begin.start, pronoun[0].lower(), who)
        return Side(who, None, pronoun.span())
    bare = title is not None and _bare(scan, sentence, title, place)
    return Side(None, None, (title.start, title.stop)) if title and bare else None


def _by_office(scan: Scan, cast: Cast, sentence: Sentence, title: Title, place: int) -> Side | None:
    """ "The Minister of Water also met X": the last one named who was told by these very words."""
    if not _bare(scan, sentence, title, place):
        return None
    words = scan.words(title.core_start, title.core_stop).lower()
    for _, _, person in reversed(cast.at(0, sentence.start)):
        if any(h.office.lower() == words and not h.former for h in person.holdings):
            return Side(person, None, (title.start, title.stop))
    return None


def _holder(cast: Cast, place: int, words: str, last: Person) -> Person:
    """ "The prime minister": the last one named who holds it, where `last` was spoken of but does not."""
    office = words.removeprefix("the ")
    if office == words or _holds(last, office):
        return last
    earlier = (p for _, _, p in reversed(cast.at(0, place)) if _holds(p, office))
    return next(earlier, last)


def _holds(person: Person, office: str) -> bool:
    return any(office in h.title.head and not h.former for h in person.holdings)


_THE_ONE = re.compile(r"[Tt]he ")
_DOES_SO = re.compile(r"(?: (?:has|had|also|then|later|today|yesterday|on \w+day|\w+ly)){0,3} ")


def _bare(scan: Scan, sentence: Sentence, title: Title, place: int) -> bool:
    """ "The Secretary-General welcomed X": whose office it is the report takes for granted."""
    opens = _THE_ONE.fullmatch(scan.characters, sentence.start, title.start)
    return bool(opens and not title.plural and _DOES_SO.fullmatch(scan.small, title.stop, place))


def joined_before(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> list[Side]:
    """The people joined by commas and "and" right before the verb; fewer than two are none."""
    kept: list[tuple[int, int, Person]] = []
    stop = place
    speaker = _and_i(scan, cast, sentence, place)
    if speaker is not None:
        last = cast.at(sentence.start, speaker.at[0])[-1]
        return [Side(last[2], None, last[:2]), speaker]
    for entry in reversed(cast.at(sentence.start, place)):
        gap = scan.words(entry[1], stop)
        if len(gap) > 130 or _BREAKS.search(gap):
            break
        if kept and not re.search(r",|\band\b", gap):
            break
        kept.append(entry)
        stop = entry[0]
    if kept and scan.within(max(sentence.start, kept[-1][0] - 12), kept[-1][0], "meet"):
        return []  # "met X, Y and Z separately": they are whom somebody met
    if len(kept) < 2 or not re.search(r"\band\b|\bas well as\b", scan.words(kept[1][1], kept[0][0])):
        return []
    names = {p.name for _, _, p in kept}
    return [Side(p, None, (a, b)) for a, b, p in reversed(kept)] if len(names) == len(kept) else []


_AND_I = re.compile(r",? and (?P<who>I)\b[^,;.“”\"]{0,24}$")


def _and_i(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> Side | None:
    """ "Foreign Minister X and I met": whoever the page speaks for."""
    found = _AND_I.search(scan.characters, max(sentence.start, place - 40), place)
    who = page_speaker(scan, cast) if found else None
    if found is None or who is None:
        return None
    before = cast.at(sentence.start, found.start())
    if not before or before[-1][1] != found.start() or before[-1][2] is who:
        return None
    return Side(who, None, found.span("who"))


_BREAKS = re.compile(r"\b(?:said|that|with|by|after|when|whom)\b|[;“”\"]")


_DOES = re.compile(
    r"(?: (?:of|from) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}| \([^()]{2,30}\))?(?:,|,[^,;.]{2,60},)?(?: (?:also|then|once again|again|\w+ly))? (?!and\b|of\b|with\b|for\b|the\b|that\b)[a-z]+"
)
_COMMA = re.compile(r"(?: [^,;.]{0,60})?, (?:[^,;.“”\"]{0,70}|[^;.“”\"]{0,70}, )$")


def acts_behind(scan: Scan, met: Side, last: Side) -> bool:
    """ "with his counterpart X, Y said": the last of the row stands behind a comma and does something."""
    gap = scan.words(met.at[1], last.at[0])
    return "," in gap and " and " not in gap and _DOES.match(scan.characters, last.at[1]) is not None


def subject_behind(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> list[Side]:
    """Whoever the main clause behind an opening is about: "In his talks with X, the president of Kenya, Y, said"."""
    for a, b, person in cast.at(place, min(sentence.stop, place + 130)):
        if _COMMA.fullmatch(scan.words(place, a)) and _DOES.match(scan.characters, b):
            return [Side(person, None, (a, b))]
        return []
    pronoun = _BEHIND_COMMA.match(scan.characters, place, sentence.stop)
    own = pronoun and pronoun["who"] in ("I", "we")
    who = (
        page_speaker(scan, cast)
        if own
        else _spoken_of(scan, cast, sentence, sentence.start)
        if pronoun
        else None
    )
    return [Side(who, None, pronoun.span("who"))] if pronoun and who else []


_BEHIND_COMMA = re.compile(r"[^,;.]{0,60}, (?P<who>[Hh]e|[Ss]he|I|we) ")
