"""A field that no report fills, filled by a person: with words of a report that the reading missed, never without."""

from collections.abc import Iterator

import msgspec

from communique.ledger import Ledger
from communique.model.added import SLOTS
from communique.model.errors import BadInput
from communique.model.mention import mentions
from communique.model.reading import Reading
from communique.model.record import Entry
from communique.model.text import Text
from communique.uses import adding
from communique.uses.deciding import FILLED, Decided, values_of


def filled(ledger: Ledger, entry: Entry, field: str, value: str, words: str, who: str) -> Decided:
    """The judgement that a report of this meeting says, in these words, what its reading missed.

    Raises BadInput where no report of the meeting has the words, or the field cannot be filled so.
    """
    name = f"{entry.id}.{field}"
    if entry.kind != "meetings" or field not in FILLED:
        raise BadInput(name, f"--words fills a field of a meeting: {', '.join(FILLED)}")
    if field in SLOTS and any(v.verdict == "stands" for v in values_of(entry, field)):
        raise BadInput(
            name, "reports give it a value already; without --words the value that stands is corrected"
        )
    refused = ""
    for text, reading, number in _told(ledger, entry):
        try:
            quote = adding.marked(text, words)
        except BadInput as error:
            refused = refused if "times" in refused else f"{error} (r-{text.id[:8]})"
            continue
        return adding.added(text, reading, f"meetings {field} {number}", quote, who=who, value=value)
    raise BadInput(name, refused or "none of its reports has such words")


def _told(ledger: Ledger, entry: Entry) -> Iterator[tuple[Text, Reading, int]]:
    """The reports that tell of a meeting, each with the place of the meeting in its reading."""
    wanted = set(entry.mentions)
    for report in entry.reports:
        if found := ledger.reading_of(report.removeprefix("r-")):
            text, reading = found
            for mention in mentions(reading, text.id):
                if mention.id in wanted and mention.kind == "meetings":
                    yield text, reading, int(mention.places[0].split("/")[1])


def with_reason(decided: Decided, why: str) -> Decided:
    """The same with a person's reason behind what is noted of it."""
    if not why:
        return decided
    made = msgspec.structs.replace(decided.judgement, reason=f"{decided.judgement.reason}: {why}")
    return msgspec.structs.replace(decided, judgement=made)
