"""Documents that speak: "the ministry's statement said", "a statement by the council reads", "the post added"."""

import re
from functools import cache

from communique.reading.people import Person
from communique.reading.scan import Scan
from communique.reading.speaking_phrases import Phrases, Speaker, speaker_words
from communique.reading.triggers import Trigger


@cache
def _document() -> re.Pattern[str]:
    nouns = "|".join(sorted(speaker_words("published"), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<noun>{nouns})(?:\son\s(?:{'|'.join(speaker_words('networks')).lower()}))?"
        r"(?:\s(?:by|from|of|issued by|released by|published by|put out by)\s(?P<owner>[^,;:“”\"]{2,80}))?"
        r"(?:\s(?:on|after|following|at|issued|released|published|put out|read|posted)(?:\s[^,;:“”\"]{2,60})?)?$"
    )


_LEAD = re.compile(r"(?:[\w\u2024’'&.-]+\s){1,7}$")
_POSSESSIVE = re.compile(r"(?:[’'`]s?)?\s*$")
_NOUNS = Trigger("statement", "release", "communiqu", "declaration", "announcement", "readout", "message")
_KINDS = r"(?:[a-z-]+\s){0,3}(?:statement|release|communiqu[eé]|declaration|announcement|readout|message)\b"
_NEWLY = re.compile(rf"\b(?:an?|another|its|his|her|their|separate)\s{_KINDS}")
_UNOWNED = re.compile(rf"\b(?:an?|another)\s{_KINDS}")
_PAPERS = frozenset(("communique", "communiqué", "declaration"))  # of a meeting, no press officer's
_SHORT = re.compile(r"\b[A-Z]\w*[A-Z]\w*$")


class Documents:
    """The speaking documents of one text."""

    def __init__(self, scan: Scan, phrases: Phrases, named: dict[int, tuple[int, Person]]) -> None:
        self.scan = scan
        self.phrases = phrases
        self.named = named
        self.issuer: Speaker | None = None
        self.issued = -1
        self.paper = False

    def heard(self, speaker: Speaker, low: int, high: int) -> None:
        """Keep who spoke in a document newly named: "in a statement, the ministry said" is the ministry's."""
        newly = _NEWLY.search(self.scan.small, low, high) if _NOUNS.stands(self.scan, low, high) else None
        if newly and not self._bare(speaker):
            self.issuer, self.issued = speaker, newly.start()
            self.paper = newly[0].split()[-1] in _PAPERS

    def is_one(self, speaker: Speaker) -> bool:
        """Whether the words for the speaker name a document: "the statement", "a statement by X"."""
        small = self.scan.small
        before = small[max(0, speaker.start - 60) : speaker.start].removesuffix("the ").rstrip()
        before = before.removesuffix(" by").removesuffix(" from").removesuffix(" issued")
        named = tuple(speaker_words("published"))
        return small[speaker.start : speaker.stop].endswith(named) or before.endswith(named)

    def _standing(self, place: int) -> Speaker | None:
        """Whose document the last one named above `place` is; nobody's where a later one has no owner."""
        if self.issuer is None:
            return None
        later = _UNOWNED.search(self.scan.small, self.issued + 1, place)
        return None if later and later.start() > self.issuer.stop else self.issuer

    def _bare(self, speaker: Speaker) -> bool:
        return speaker.name.split()[-1].lower() in speaker_words("published")

    def ending_at(self, low: int, stop: int, last: Speaker | None) -> Speaker | None:
        """Whose document ends at `stop`: its body or person, or the document itself where none is named."""
        base = max(low, stop - 150)
        words = self.scan.small[base:stop]
        match = _document().search(words) if any(n in words for n in speaker_words("published")) else None
        if match is None:
            return None
        noun = base + match.start("noun")
        lead = _LEAD.search(self.scan.words(max(low, noun - 80), noun))
        start = noun - len(lead[0]) if lead else noun
        owned = base + match.start("owner"), base + match.end("owner")
        owner = self._owner(*owned) if match["owner"] else self._possessor(start, noun)
        if owner:
            return owner
        end = noun + len(match["noun"])
        if match["noun"].lower() in speaker_words("posted"):
            return last._replace(start=noun, stop=end) if last else None
        return self._itself(start, noun, end)

    def _owner(self, start: int, stop: int) -> Speaker | None:
        """The body or person whose name ends at `stop` and begins at `start` or later."""
        named = self.named.get(stop)
        if named and named[0] >= start:
            return Speaker(named[1].name, named[0], stop, named[1])
        phrase = self.phrases.of_phrase(start, stop)
        short = _SHORT.search(self.scan.words(start, stop))
        if phrase is None and short:
            phrase = Speaker(short[0], stop - len(short[0]), stop)
        return phrase

    def _possessor(self, start: int, noun: int) -> Speaker | None:
        """ "the ministry's press statement", "the MoC announcement"."""
        stop = self._without_kind(start, noun)
        mark = _POSSESSIVE.search(self.scan.words(start, stop))
        stop -= len(mark[0]) if mark else 0
        return self._owner(start, stop) if stop > start else None

    def _without_kind(self, start: int, noun: int) -> int:
        """Where the words that only say which kind of document it is begin: "joint press"."""
        for word in reversed(list(re.finditer(r"\S+", self.scan.words(start, noun)))):
            if word[0].lower() not in speaker_words("document_words"):
                return start + word.end()
        return start

    def _itself(self, start: int, noun: int, end: int) -> Speaker | None:
        """ "An official announcement said": only where the noun phrase begins the clause."""
        begin = self._without_kind(start, noun)
        begin += begin < noun and self.scan.words(begin, begin + 1) == " "
        lead = self.scan.words(start, begin).split()
        if lead and lead[-1].lower() not in ("the", "a", "an", "another", "its", "their", "this"):
            return None
        words = self.phrases.plain(begin, end)
        issuer = self._standing(begin)
        same = self.paper is (self.scan.small[noun:end] in _PAPERS)
        if issuer and same and lead and lead[-1].lower() in ("the", "this") and "joint" not in words:
            return issuer._replace(start=begin, stop=end)
        return Speaker(words, begin, end)
