"""Noun phrases that can speak: delegations, ministries, countries, and names that nothing else claims."""

import re
from functools import cache
from typing import NamedTuple

from communique.lexicon.cues import office_heads, office_words
from communique.lexicon.files import load
from communique.lexicon.phrases import plain_word
from communique.reading.people import Person
from communique.reading.scan import Scan


class Speaker(NamedTuple):
    """Somebody who speaks: the resolved `name`, the words that say so at `start, stop`."""

    name: str
    start: int
    stop: int
    person: Person | None = None
    plural: bool = False
    human: bool = False


_TOKEN = re.compile(r"[\w\u2024’'`.&-]+|,")
PREPOSED = re.compile(
    r"\b(?i:with|to|from|by|of|between|and|for|against|on|about|at|than|like|under|after|before|over|as)(?:\s(?:the|his|her|its|their|a|an|[Mm]r|[Mm]rs|[Mm]s))?\s$"
)
_ARTICLE = re.compile(r"(?:the|a|an|this|that|these|those|its|his|her|their|our)\s(?=\S)", re.I)
_LINKS = frozenset(("of", "the", "for", "and", "&", "in", "on", "to"))
_GATHERED = ("meeting ", "summit ", "session ", "conference ", "talks ", "retreat ")
_BLANKS = frozenset((" ", "\n", "-", " “", "” ", " (", ") "))
_BEHIND_HEAD = frozenset(("of", "for", "in", "at", "from", "with", "close", "aware", "familiar", "privy"))
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Today", "Yesterday")
_LEADS = _LINKS | {"The", "A", "An", "And", "But", "For", "In", "Of", "On", "At", "While", "As", *_DAYS}
_CLAIMED = (
    "country",
    "adjective",
    "people",
    "organisation",
    "organ",
    "city",
    "region",
    "office",
    "offices",
    "meeting_noun",
    "agency",
)
_SURNAME = re.compile(
    r"(?:^\s?|[,”\"]\s|\b(?:and|but|But|while|when|as)\s)(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ](?:\s[A-ZÀ-Þ][\w’-]+)?)$"
)
_TITLED = re.compile(r"\b(?P<lead>[A-Z][\w-]*)\s(?P<name>[A-ZÀ-Þ][\w’'-]+)$")
_ADVERB = re.compile(r"[A-Z][a-z]{3,}(?<!l)ly|Also|Further|Furthermore|Moreover")  # "Strongly condemned"
_CAPITALS = re.compile(
    r"(?:^\s?|[,”\"]\s|\b(?:and|but|while|that|as)\s)(?P<the>[Tt]he\s)?(?P<name>[A-Z][A-Z-]{1,8}[A-Z])$"
)
_UNKNOWN = re.compile(
    r"(?:^\s?|[,”\"]\s|\b(?:and|but|while|that|as)\s)[Tt]he\s(?P<name>[A-ZÀ-Þ][\w’'&-]*(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?[A-ZÀ-Þ][\w’'&-]*){1,7})$"
)
_GIVEN = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+\s){1,2}(?:[Aa]l-|[Ee]l-)?$")


_ACRONYM = re.compile(r"^[A-ZÀ-Þ][\w’' -]*\s\((?=[A-Z][\w+-]*\)\s\w)|(?<=\w)\)(?=\s\w)")
_SEATED = re.compile(r"^(?:[A-Z][\w.]+\s)?[A-Z]\w+-(?:based|headquartered)\s(?=[A-Z])")
_WHO = re.compile(r"\s(?:who|whose|present|leaving|attending|speaking|asking|requesting|briefed|involved)\s")
_ADVERBIAL = re.compile(r"(?:,\s|\b(?:and|but|while|that|as|[a-z]{3,}|\w+day)\s)(?<!\b(?:in|at|to|of)\s)$")
_NO_ADVERBIAL = re.compile(
    r"\b(?:from|near|with|for|and|by|outside|into|around|visited|left|via|like|city|since|after|when|where|before|until|if|because|whether|which|whom|that)\s$"
)
_COMPLEMENT = re.compile(
    r"(?:^\s?|[,”\"]\s|\b(?:and|but|while|as)\s)(?P<phrase>(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[\w-]+)\s){0,3}?"
    r"(?P<head>[A-Za-z]+)\s(?:from|of|in|at|with|for|close to|familiar with|aware of|privy to|who|whose|present|leaving|attending|speaking|asking|requesting|briefed|involved)\s[^,;:“”\"]{3,60})$"
)


@cache
def speaker_words(kind: str) -> frozenset[str]:
    """The list `kind` of speakers.yml."""
    return frozenset(load("en/speakers.yml")[kind])


@cache
def _never_names() -> frozenset[str]:
    return office_words("institution") | office_words("function_words")


@cache
def _in_phrases() -> frozenset[str]:
    """The words in small letters of which noun phrases are made that speak."""
    kinds = (speaker_words(kind) for kind in ("heads", "describing", "gatherings"))
    return _LINKS.union(*kinds, office_words("modifiers"))


class Phrases:
    """The noun phrases of one text, looked at from where they end."""

    def __init__(self, scan: Scan, surnames: dict[str, Person]) -> None:
        self.scan = scan
        self.surnames = surnames
        self.bodies = {
            h.stop: h
            for label in ("country", "organisation", "organ", "organ?", "institution")
            for h in scan.hits.get(label, ())
        }
        self.cities = {h.stop: h for h in scan.hits.get("city", ())}
        self.heads, self.silent = speaker_words("heads"), speaker_words("silent")
        self.heard: dict[str, str] = {}
        self.describing, self.gatherings = speaker_words("describing"), speaker_words("gatherings")

    def of_phrase(self, low: int, stop: int, acts: bool = False) -> Speaker | None:
        """A noun phrase that can speak: "the Belarusian delegation", "Ministry of Foreign Affairs of X".

        `acts`: a verb follows, so that "as" and "after" before the phrase begin a clause.
        """
        start, tokens = self._phrase(low, stop)
        while tokens and tokens[0] in _LEADS:
            if tokens[0] in ("The", "A", "An"):
                break
            start += len(tokens.pop(0)) + 1
        if not tokens or self._is_silent(tokens) or self._only_describes(tokens[-1]):
            return None
        body = self.bodies.get(stop)
        speaks = any(plain_word(t).lower() in self.heads for t in tokens)
        whole = body is not None and body.start >= start and self._covers(start, body.start)
        capital = stop in self.cities and self._is_capital(low, start, stop, acts)
        if not (speaks or whole or capital):
            return None
        lead = self.scan.words(max(low, start - 16), start)
        before = PREPOSED.search(lead)
        if lead.endswith(("who ", "which ")):
            return None
        if before and not (acts and before[0].split()[0] in ("as", "after", "before")):
            return None
        name = self._meant(tokens, start) or self.plain(start, stop)
        return Speaker(name, start, stop, None, self._many(tokens))

    def _many(self, tokens: list[str]) -> bool:
        """ "Foreign Ministries" and "Philippines", no "Ministry of Foreign Affairs"."""
        front = tokens[: tokens.index("of")] if "of" in tokens[1:] else tokens
        heads = [t for t in front if plain_word(t).lower() in self.heads]
        return (heads or tokens)[-1].endswith("s")

    def hear(self, speaker: Speaker) -> None:
        """Keep a body or somebody unnamed by the last word for it: "Seoul's foreign ministry" is "the ministry"."""
        words = speaker.name.split()
        if speaker.person is None and not speaker.plural and len(words) > 1:
            edge = next((i for i, w in enumerate(words) if i and w in _BEHIND_HEAD), len(words))
            head = next((w.lower() for w in reversed(words[:edge]) if w.lower() in self.heads), None)
            if head:
                self.heard[head] = speaker.name

    def _meant(self, tokens: list[str], start: int) -> str | None:
        """ "the organisation": the one named last."""
        words = tokens[1:] if tokens[0] in ("the", "The") else tokens
        if len(words) == len(tokens) and self.scan.words(start - 4, start).lower() != "the ":
            return None
        if len(words) == 1 and words[0] in self.heard:
            return self.heard[words[0]]
        if " ".join(words).lower() not in speaker_words("short_for_organisation"):
            return None
        before = self.scan.within(max(0, start - 1500), start, "organisation")
        return self.scan.words(before[-1].start, before[-1].stop) if before else None

    def _is_capital(self, low: int, start: int, stop: int, acts: bool) -> bool:
        """ "Tehran said": a city alone in front of its verb, where a clause begins or an adverbial ends."""
        if self.cities[stop].start != start:
            return False
        before = self.scan.words(max(low, start - 24), start)
        return start == low or (acts and bool(_ADVERBIAL.search(before)) and not _NO_ADVERBIAL.search(before))

    def with_complement(self, low: int, stop: int) -> Speaker | None:
        """ "officials from the three countries", "a source close to the talks": the head stands further in front."""
        match = _COMPLEMENT.search(self.scan.words(max(low, stop - 120), stop))
        if match is None or match["head"].lower() not in self.heads | office_heads():
            return None
        start = stop - len(match["phrase"])
        relative = _WHO.search(match["phrase"])
        stop = start + relative.start() if relative else stop
        if PREPOSED.search(self.scan.words(max(low, start - 16), start)):
            return None
        return Speaker(self.plain(start, stop), start, stop, None, match["head"].endswith("s"))

    def _is_silent(self, tokens: list[str]) -> bool:
        """Documents and the press report, they are no speakers."""
        return any(t.lower() in self.silent for t in tokens)

    def _only_describes(self, word: str) -> bool:
        """ "States gathered": a word that goes before the head cannot end the phrase."""
        return word in self.describing and word not in self.heads

    def _covers(self, start: int, body: int) -> bool:
        """Nothing before a country's name but an article or more names: "the United States and Armenia"."""
        lead = self.scan.words(start, body)
        return all(t[0].isupper() or t in ("the", "and", "of") for t in lead.split())

    def _phrase(self, low: int, stop: int) -> tuple[int, list[str]]:
        """Walk back from `stop` over the words of one noun phrase."""
        base, near = max(low, stop - 140), max(low, stop - 40)
        found = list(_TOKEN.finditer(self.scan.characters, near, stop))
        taken = self._one_phrase(found)
        if (
            base < near and len(taken) > len(found) - 2
        ):  # few phrases are longer, or begin with a word cut in two
            taken = self._one_phrase(list(_TOKEN.finditer(self.scan.characters, base, stop)))
        taken.reverse()
        while taken and taken[0][0] in _LINKS and taken[0][0] not in ("the",):
            taken.pop(0)
        return (taken[0].start() if taken else stop), [t[0] for t in taken]

    def _one_phrase(self, found: list[re.Match[str]]) -> list[re.Match[str]]:
        """The last words of `found` that belong together, the last one first."""
        taken: list[re.Match[str]] = []
        for token in reversed(found):
            word = token[0]
            if taken and self.scan.words(token.end(), taken[-1].start()) not in _BLANKS:
                break
            if not (word[0].isupper() or word[0].isdigit() or word.lower() in _in_phrases()):
                break
            taken.append(token)
            if word in ("The", "A", "An", "Both"):
                break
            if word == "the" and self.scan.words(token.start() - 10, token.start()).endswith(_GATHERED):
                break  # "at this meeting [the leaders] issued"
        return taken

    def plain(self, start: int, stop: int) -> str:
        """The words without an article in front."""
        words = self.scan.words(start, stop)
        article = _ARTICLE.match(words)
        words = words[article.end() :] if article else words
        return " ".join(_ACRONYM.sub("", _SEATED.sub("", words)).split())

    def surname(self, low: int, stop: int) -> Speaker | None:
        """A capitalised word that nothing else claims, where a clause begins: "Arnault said"."""
        match = _SURNAME.search(self.scan.words(max(low, stop - 50), stop))
        if match is None:
            return self._titled_surname(low, stop)
        words = match["name"].split()
        person = self.surnames.get(words[-1]) if len(words) == 1 else None
        if person:
            return Speaker(person.name, stop - len(words[-1]), stop, person)
        if _ADVERB.fullmatch(words[-1]) or any(
            w in _never_names() or w.lower() in self.silent or w.lower() in self.heads for w in words
        ):
            return self._titled_surname(low, stop)
        start = stop - len(match["name"])
        if self.scan.within(start, stop, *_CLAIMED):
            return None
        person = self._honoured(match["name"])
        if person:
            return Speaker(person.name, start, stop, person)
        return Speaker(self._fuller(match["name"]), start, stop, human=True)

    def _titled_surname(self, low: int, stop: int) -> Speaker | None:
        """ "President Granger" of somebody named in full before, though towns are called so as well."""
        match = _TITLED.search(self.scan.words(max(low, stop - 50), stop))
        person = self.surnames.get(match["name"]) if match else None
        if match is None or person is None or match["lead"].lower() not in office_heads():
            return None
        return Speaker(person.name, stop - len(match["name"]), stop, person)

    def _honoured(self, name: str) -> Person | None:
        """ "Lyonpo": the person before whose name the word stands in this text."""
        for surname, person in self.surnames.items():
            lead = self.scan.words(max(0, person.start - len(name) - 12), person.start)
            if surname != name and re.search(rf"\b{re.escape(name)}\s(?:\([\w.]{{1,6}}\)\s)?$", lead):
                return person
        return None

    def unknown_body(self, low: int, stop: int) -> Speaker | None:
        """ "The Federation of Anglers said": a capitalised name with an article that no list has, where a clause begins."""
        match = _UNKNOWN.search(self.scan.words(max(low, stop - 90), stop))
        if match is None:
            return None
        words = match["name"].split()
        barred = self.silent | self.gatherings | speaker_words("no_body")
        if len(words) < 2 or any(plain_word(w).lower() in barred for w in words):
            return None
        start = stop - len(match["name"])
        return Speaker(self.plain(start, stop), start, stop)

    def acronym(self, low: int, stop: int) -> Speaker | None:
        """ "The MEA said": capitals with an article, or explained in brackets somewhere in the text."""
        match = _CAPITALS.search(self.scan.words(max(low, stop - 24), stop))
        name = match["name"] if match else ""
        if match is None or name.lower() in self.silent or self.scan.within(stop - len(name), stop, "agency"):
            return None
        if not match["the"] and f"({name})" not in self.scan.characters:
            return None
        return Speaker(name, stop - len(name), stop)

    def _fuller(self, name: str) -> str:
        """The name with the given name under which the text first has it."""
        first = self.scan.characters.find(name)
        lead = _GIVEN.search(self.scan.words(max(0, first - 40), first))
        words = lead[0].split() if lead else []
        while words and (words[0] in _never_names() or words[0] in ("The", "Mr", "Ms", "Mrs", "Dr")):
            words.pop(0)
        if (
            len(words) > 1
            or not words
            or words[0].lower() in self.heads
            or self.scan.within(
                first - len(words[0]) - 1, first, "country", "adjective", "office", "city", "organisation"
            )
        ):
            return name
        return f"{words[0]} {name}"
