"""A sentence of the account of a meeting, with that meeting; whether it tells of somewhere else."""

import re
from dataclasses import dataclass
from functools import cached_property

from communique.reading.drafts import Draft
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_QUOTATION = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")


@dataclass(frozen=True)
class Passage:
    """A sentence of the account of a meeting."""

    scan: Scan
    sentence: Sentence
    draft: Draft
    drafts: list[Draft]
    number: int

    @cached_property
    def small(self) -> str:
        """Its words in small letters."""
        return self.scan.small[self.sentence.start : self.sentence.stop]

    @cached_property
    def told(self) -> str:
        """Its words in small letters without what is quoted."""
        return _QUOTATION.sub("", self.small)


_WHERE = re.compile(r"(?:in|from) (?P<city>[a-z]+(?:[ -][a-z]+)?),")


def other_place(passage: Passage) -> bool:
    """ "In Nairobi, the minister said ...", "in May,": where the meeting was not held; "in addition" is no place."""
    where = _WHERE.match(passage.small)
    at = passage.sentence.start + where.start("city") if where else 0
    named = passage.scan.within(at, at + 1, "city", "country", "region") if where else []
    if where is None or not (named or passage.scan.dates_within(at, at + 1)):
        return False
    place = passage.draft.place
    return not (place and place.city and place.city.lower() in where[0])
