"""What one sentence says was done with instruments: the visible list of rules, and their order."""

from communique.reading.instrument_asides import cited, pronoun, reduced, relative, sought, spoken, state
from communique.reading.instrument_endings import ended
from communique.reading.instrument_objects import Deed, Rule
from communique.reading.instrument_verbs import active, inverted, nominal, passive
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

RULES: tuple[Rule, ...] = (
    active,
    passive,
    inverted,
    state,
    relative,
    pronoun,
    nominal,
    reduced,
    cited,
    sought,
    spoken,
    ended,
)


def deeds(scan: Scan, words: Words, sentence: Sentence) -> list[Deed]:
    """Every deed of one sentence, in reading order of its titles; each rule adds what the ones before left."""
    found: list[Deed] = []
    for rule in RULES:
        for deed in rule(scan, words, sentence):
            known = [d for d in found if d.title.start < deed.title.stop and deed.title.start < d.title.stop]
            if any(d.action == deed.action or d.title.start != deed.title.start for d in known):
                continue
            scan.note("instruments", deed.title.start, rule)
            found.append(deed)
    return sorted(found, key=lambda d: (d.title.start, d.start))
