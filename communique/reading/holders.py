"""Which person of a text a title alone means: "the Belarusian Foreign Minister"."""

import re
from bisect import bisect_left
from functools import lru_cache

from communique.lexicon.cues import office_heads, office_words
from communique.reading.offices import Title
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan

_LINKS = frozenset(("of", "the", "for", "and", "in", "on", "to"))
_BROAD = frozenset(("head", "leader", "chief", "official", "chairman", "diplomat", "politician"))
_SAME = {
    "pm": "prime minister",
    "fm": "foreign minister",
    "head of state": "president",
    "head of government": "prime minister",
}
_ALIKE = {
    "defense": "defence",
    **dict.fromkeys(("spokesperson", "spokeswoman"), "spokesman"),
    **dict.fromkeys(("chairman", "chairwoman", "chairperson"), "chair"),
}
_BELOW = frozenset(("deputy", "assistant", "vice", "under"))  # "the Secretary-General" is none of them
_PARLIAMENT = frozenset(("parliamentary", "parliament", "parliament's"))
_LEADING = frozenset(("head", "leader", "chief"))
_RECENT = 24
_SERVES = re.compile(r"\s(?:for|to|of)\s(?:the\s)?(?:[\w-]+\s)?(?P<whom>[\w-]+)$")


class Holders:
    """The people of one text by the words of their offices and by their countries."""

    def __init__(self, scan: Scan, cast: Cast) -> None:
        self.scan = scan
        self.people = cast.people
        self.by_word: dict[str, list[int]] = {}
        self.cores: list[list[tuple[Title, str | None, frozenset[str]]]] = []
        for index, person in enumerate(cast.people):
            held = [(h.title, h.of, self._core(h.title)) for h in person.holdings if not h.former]
            self.cores.append(held)
            keys = {w for _, _, words in held for w in words} | {str(person.country)}
            keys |= {of for _, of, _ in held if of}
            for key in keys:
                self.by_word.setdefault(key, []).append(index)

    def holder(self, title: Title, last: Person | None) -> Person | None:
        """The person of this office and country; of several the last speaker, else the one named last before."""
        said = self._core(title)
        ours = self.scan.words(max(0, title.start - 4), title.start).lower() == "our "
        best: tuple[int, int, Person] | None = None
        for index in self._likely(title, said):
            person = self.people[index]
            score = max(
                (_fit(title, held, of, said, words) for held, of, words in self.cores[index]), default=0
            )
            if not score and title.head in _BROAD and title.of and self._leads(index, title):
                score = 1
            score += bool(score and last is person)
            at = bisect_left(person.mentions, (title.start, 0)) - 1
            near = person.mentions[at][0] if at >= 0 else -1
            near = -person.start if ours else near
            if score and (best is None or (score, near) > best[:2]):
                best = (score, near, person)
        return best[2] if best else self._only_one_of(title)

    def _only_one_of(self, title: Title) -> Person | None:
        """ "his Iranian colleague": the one person of that country named so far, whose office nothing tells; "the Chilean leader": the one president of none."""
        if title.of is None or title.plural:
            return None
        before = [
            person
            for person in (self.people[i] for i in self.by_word.get(title.of, ()))
            if person.country == title.of and person.start < title.start
        ]
        if not before and title.head == "leader":
            led = [p for p in self.people if p.main and p.main.title.head in office_words("summit")]
            before = [p for p in led if p.country is None and p.start < title.start]
            return before[0] if len(before) == 1 else None
        return before[0] if len(before) == 1 and not before[0].holdings else None

    def _leads(self, index: int, title: Title) -> bool:
        """Whether the person is of the title's country, or leads its organisation ("the EU leader")."""
        if self.people[index].country == title.of:
            return True
        return title.head in _LEADING and any(
            of == title.of and held.head in office_words("international") for held, of, _ in self.cores[index]
        )

    def _likely(self, title: Title, said: frozenset[str]) -> list[int]:
        """The last people introduced with such a word in their office, or of such a country."""
        lists = [self.by_word.get(word, []) for word in said]
        found = set(min(lists, key=len, default=[])[-_RECENT:])
        if title.head in _BROAD and title.of:
            found.update(self.by_word.get(title.of, [])[-_RECENT:])
        return sorted(found)

    def _core(self, title: Title) -> frozenset[str]:
        return _telling(self.scan.words(title.core_start, title.core_stop).lower())


@lru_cache(maxsize=10_000)
def _telling(core: str) -> frozenset[str]:
    """The words by which an office is known again: "press secretary" and "spokesperson" are one."""
    core = _served(core).replace("press secretary", "spokesman")
    words = re.findall(r"\w+", _SAME.get(" ".join(core.split()), core))
    plain = frozenset(_ALIKE.get(w, w) for w in words if w not in _LINKS)
    return plain - _PARLIAMENT if "speaker" in plain and plain > {"speaker"} else plain


def _served(core: str) -> str:
    """ "spokesman for the secretary-general": the office without the office it serves."""
    match = _SERVES.search(core)
    return core[: match.start()] if match and match["whom"] in office_heads() else core


def _fit(title: Title, held: Title, of: str | None, said: frozenset[str], words: frozenset[str]) -> int:
    """How well a bare title fits an office: 0 not at all; its words among the office's, then the country."""
    if held.plural or (title.of and of and title.of != of):
        return 0
    if (words - said) & _BELOW and title.head != "minister":
        return 0
    if said <= words:
        return 1 if title.weak and not title.of else 3 + 2 * (title.of == of) + (words == said)
    close = title.head in _BROAD and title.of == of and len(said & words) >= 2
    return len(said & words) if close else 0
