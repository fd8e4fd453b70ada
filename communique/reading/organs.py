"""Bodies named in the text, each brought to its official name: "the Council of Foreign Ministers of the CSTO"."""

import re
from collections import Counter

import msgspec

from communique.lexicon.bodies import Body, bodies, organ_of, telling
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan
from communique.reading.sitting_edges import side_before


class Named(msgspec.Struct, frozen=True, order=True):
    """A body as the text names it at `start, stop`; `body` None when the lexicon does not know it."""

    start: int
    stop: int
    body: Body | None
    name: str
    of: str | None = None

    @property
    def key(self) -> object:
        """What it is the same by, however its name is joined: "the Nepal–India" and "the India-Nepal Joint Commission"."""
        return self.body.id if self.body else telling(self.name) or self.name


_OWNED = re.compile(r"^(?: \([A-Z]+\))?[’'`]?s? ?(?:of|within|in|for|at) (?:the )?(?:[\w’-]+ ){0,4}$")
_LINKED = re.compile(
    r"^[’'`]?s?(?: \([A-Z]+\))? (?:member )?(?:[Ss]tates?[’'`]? |[Cc]ountries[’'`]? )?(?:[\w-]+ ){0,2}$"
)


def organs(scan: Scan, start: int, stop: int) -> list[Named]:
    """Organs and organisations between `start` and `stop`; an organ swallows its organisation's name."""
    found: list[Named] = []
    for hit in _longest(scan.within(start, stop, "organ", "organ?", "organisation")):
        if found and hit.start < found[-1].stop:
            continue
        if hit.label == "organ?":
            named = _with_organisation(scan, hit, start, stop)
            if named is None:
                continue
            if found and found[-1].body and _swallows(scan, named, hit, found[-1]):
                found.pop()
            found.append(named)
            continue
        if hit.label == "organ" and side_before(scan, hit.start):
            continue
        body = bodies()[hit.value]
        if found and _in_brackets(scan, found[-1], hit, body):
            continue
        end = _with_owner(scan, hit.stop, stop, body) if body.is_organ else hit.stop
        found.append(Named(hit.start, end, body, body.name, body.acronym))
    return found


_IN_THE_FORMAT = re.compile(r" in the (?:format|framework) of (?:the )?")
_IN_ITS_FORMAT = re.compile(r" in (?:the |its )?$")


def format_of(scan: Scan, stop: int, end: int) -> tuple[Named, ...]:
    """ "a virtual meeting in the format of the Nordic-Baltic Eight", "its meeting in the NB8 format": the body behind the phrase."""
    opens = _IN_THE_FORMAT.match(scan.characters, stop, end)
    for named in organs(scan, stop, min(end, stop + 90)):
        if opens and named.start == opens.end():
            return (named,)
        told = scan.small[named.start : named.stop + 7].endswith(" format") or scan.small.startswith(
            " format", named.stop
        )
        if told and _IN_ITS_FORMAT.fullmatch(scan.words(stop, named.start)):
            return (named,)
    return ()


def _swallows(scan: Scan, named: Named, hit: Hit, before: Named) -> bool:
    """The name of the organisation before, or its summit's ("Summit of the Southern African Community (SAC) Organ Troika"), is part of this one's."""
    if named.start <= before.start:
        return True
    behind = _SHORT.fullmatch(scan.words(before.stop, hit.start).rstrip())
    same = before.body and named.body and before.body.organisation == named.body.organisation
    return bool(behind and same)


def _in_brackets(scan: Scan, before: Named, hit: Hit, body: Body) -> bool:
    """ "... of the Gulf Cooperation Council (GCC)": the short form repeats what was just named."""
    same = before.body is not None and before.body.organisation == body.organisation
    return same and scan.words(before.stop, hit.start) == " ("


_OWNER = re.compile(r"(?: \([A-Z]+\))? (?:of|within|in) (?:the )?$")
_SHORT = re.compile(r" \([A-Z][A-Za-z]{1,9}\)")


def _with_owner(scan: Scan, at: int, stop: int, body: Body) -> int:
    """Where the organ's name ends together with "of the Organization (ABC)"."""
    for hit in scan.within(at, min(stop, at + 24), "organisation"):
        if hit.value == body.organisation and _OWNER.fullmatch(scan.words(at, hit.start)):
            short = _SHORT.match(scan.characters, hit.stop)
            return short.end() if short else hit.stop
    return at


def _longest(hits: list[Hit]) -> list[Hit]:
    """One hit a place for sure things; every reading of an uncertain one is looked at together."""
    kept: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        key = (hit.start, hit.stop)
        if key not in kept or (kept[key].label == "organ?" and hit.label != "organ?"):
            kept[key] = hit
    return sorted(kept.values())


def candidates(scan: Scan, hit: Hit) -> list[Body]:
    """Every organ that the words of an uncertain hit can mean."""
    same = [h for h in scan.within(hit.start, hit.start + 1, "organ?") if h.stop == hit.stop]
    return [bodies()[h.value] for h in same]


def _with_organisation(scan: Scan, hit: Hit, start: int, stop: int) -> Named | None:
    """The organ whose organisation the phrase names: behind ("... of the CSTO"), before ("CSTO ...") or in the sentence."""
    choices = candidates(scan, hit)
    if _of_another(scan, hit, choices):
        return None
    best: tuple[int, Named] | None = None
    for other in scan.within(max(start, hit.start - 120), min(stop, hit.stop + 160), "organisation", "organ"):
        owner = bodies()[other.value].organisation
        body = next((c for c in choices if c.organisation == owner), None)
        if body is None:
            continue
        rank, span = _tie(scan, hit, other)
        named = _of_a_field(scan, hit, other, span, body) or Named(*span, body, body.name, body.acronym)
        if best is None or rank < best[0]:
            best = (rank, named)
    if best and best[0] <= 3:
        return best[1]
    body = _only(scan, hit, choices) or _presumed(scan, hit, choices)
    return Named(hit.start, hit.stop, body, body.name, body.acronym) if body else (best[1] if best else None)


_RIGHT_BEFORE = re.compile(r"\)?(?:[’'`]s?)? ")


def _of_another(scan: Scan, hit: Hit, choices: list[Body]) -> bool:
    """ "the GCC Foreign Ministers' Meeting": right behind an organisation that has no such organ it is none of another's."""
    before = scan.within(max(0, hit.start - 60), hit.start, "organisation")
    if not before or not _RIGHT_BEFORE.fullmatch(scan.characters, before[-1].stop, hit.start):
        return False
    return all(c.organisation != bodies()[before[-1].value].organisation for c in choices)


_FIELD = re.compile(r" (?:of|for|on) (?:the )?(?P<field>[A-Z][a-z]+(?:,? (?:and |of )?[A-Z][a-z]+){0,3})\b")


def _of_a_field(scan: Scan, hit: Hit, other: Hit, span: tuple[int, int], body: Body) -> Named | None:
    """ "the Council of Ministers of Transport of the CIS" is another organ than its Council of Ministers."""
    field = _FIELD.match(scan.characters, hit.stop, other.start) if other.start > hit.stop else None
    if field is None or scan.within(field.start("field"), field.end(), "country", "city", "organisation"):
        return None
    extra = telling(field["field"]) - telling(body.name) - telling(body.made_of or "") - _NO_FIELD
    if not extra:
        return None
    organ = organ_of(body.organisation, telling(scan.words(hit.start, hit.stop)) | extra)
    if organ:
        return Named(*span, organ, organ.name, organ.acronym)
    return Named(*span, None, scan.words(*span), body.acronym)


_NO_FIELD = frozenset({"foreign", "affairs", "external", "republic", "kingdom", "state", "government"})


def _tie(scan: Scan, hit: Hit, other: Hit) -> tuple[int, tuple[int, int]]:
    """How closely an organisation stands to an organ's words: smaller is closer."""
    if other.start >= hit.stop:
        between = scan.words(hit.stop, other.start)
        if _OWNED.match(between):
            return 0, (hit.start, other.stop)
        if re.search(r" of the $| of $", between) and not re.search(r"[.;:]", between):
            return 2, (hit.start, hit.stop)
        return 4, (hit.start, hit.stop)
    between = scan.words(other.stop, hit.start)
    if _LINKED.match(between):
        return 1, (other.start, hit.stop)
    return 3, (hit.start, hit.stop)


def _named(scan: Scan) -> dict[str, int]:
    """How often the whole report names each organisation or one of its organs."""
    if "organisations" not in scan.memo:
        hits = scan.hits.get("organisation", []) + scan.hits.get("organ", [])
        scan.memo["organisations"] = Counter(bodies()[hit.value].organisation for hit in hits)
    counts: dict[str, int] = scan.memo["organisations"]
    return counts


_STATES = re.compile(r"(?:\b(?:[Nn]ational|[Ss]tate|[Ss]upreme|[Ss]ecretary of the)|[’']s?) $")
_STATES_BEHIND = re.compile(
    r"[’']? (?:of|in) |[’']?s? (?:[Ss]ecretar|[Cc]hief|[Dd]eputy|[Ss]taff|[Oo]ffice|[Aa]pparatus)"
)


_OF_ONE_STATE = re.compile(r"\b(?:president|prime minister|premier|king|government|parliament|cabinet)\b")
_CAPITAL_BEFORE = re.compile(r"[A-Z]\w+ $")
_THE = re.compile(r"(?:The|the|a|A) $")


def _presumed(scan: Scan, hit: Hit, choices: list[Body]) -> Body | None:
    """ "the Security Council" of a report with the words that go with it, which no country's leader chairs in his capital."""
    body = next((c for c in choices if c.presumed), None)
    if body is None or " " not in scan.words(hit.start, hit.stop) or not _alone(scan, hit):
        return None
    sentence = scan.sentence_at(hit.start)
    if sentence is None:
        return None
    low, high = sentence.start, sentence.stop
    elsewhere = any(scan.words(c.start, c.stop) not in body.presumed for c in scan.within(low, high, "city"))
    if elsewhere or _OF_ONE_STATE.search(scan.small, low, high):
        return None
    return body if _has_its_words(scan, body) else None


def _has_its_words(scan: Scan, body: Body) -> bool:
    """Whether the report has words that go with the organ: looked for once, however often it is named."""
    key = ("presumed", body.id)
    if key not in scan.memo:
        scan.memo[key] = any(word.lower() in scan.small for word in body.presumed)
    return bool(scan.memo[key])


def _alone(scan: Scan, hit: Hit) -> bool:
    """A name in capitals that no country, organisation or other name owns."""
    if not scan.characters[hit.start].isupper() or _STATES_BEHIND.match(scan.words(hit.stop, hit.stop + 14)):
        return False
    low = max(0, hit.start - 24)
    before = scan.words(low, hit.start)
    owned = any(
        h.stop >= hit.start - 1 for h in scan.within(low, hit.start, "country", "adjective", "organisation")
    )
    named = _CAPITAL_BEFORE.search(before) and not _THE.search(before)
    return not (owned or named or _STATES.search(before))


def _only(scan: Scan, hit: Hit, choices: list[Body]) -> Body | None:
    """The organ of the organisation that the whole report is about, when just one is."""
    counts = _named(scan)
    fitting = sorted(((counts.get(c.organisation, 0), c.id, c) for c in choices), reverse=True)
    if not fitting or fitting[0][0] == 0:
        return None
    if (
        len(fitting) > 1
        and fitting[1][0] == fitting[0][0]
        and fitting[1][2].organisation != fitting[0][2].organisation
    ):
        return None
    body = fitting[0][2]
    return None if _only_later(scan, hit, body.organisation) else body


def _only_later(scan: Scan, hit: Hit, organisation: str) -> bool:
    """Nothing of the organisation is named up to `hit`, but another one is: the report turns to it later."""
    before = [bodies()[h.value].organisation for h in scan.within(0, hit.start, "organisation", "organ")]
    return bool(before) and organisation not in before
