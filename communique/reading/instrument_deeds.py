"""What one sentence says was done with instruments: the visible list of rules, and their order."""

from collections.abc import Callable

from communique.reading.instrument_asides import cited, pronoun, reduced, relative, sought, spoken, state
from communique.reading.instrument_assent import assented
from communique.reading.instrument_endings import ended
from communique.reading.instrument_lists import carried, listed, outcome
from communique.reading.instrument_objects import Deed, Rule
from communique.reading.instrument_verbs import active, inverted, nominal, passive, signatures
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

RULES: tuple[Rule, ...] = (
    listed,
    outcome,
    active,
    passive,
    inverted,
    signatures,
    state,
    relative,
    pronoun,
    nominal,
    reduced,
    cited,
    assented,
    sought,
    spoken,
    ended,
)


_BY_VERB = (listed, active, passive, inverted, relative, pronoun, nominal, reduced)
_WITHOUT_VERB = tuple(rule for rule in RULES if rule not in _BY_VERB)
"""What is asked where no verb of adopting or signing stands: the others begin with one."""


def deeds(scan: Scan, words: Words, sentence: Sentence, said: Deed | None = None) -> list[Deed]:
    """Every deed of one sentence, in reading order of its titles; each rule adds what the ones before left.

    `said`: the deed of the sentence before that counted documents which this one may list.
    """
    if said is None:
        if sentence not in words.memo:
            words.memo[sentence] = _deeds(scan, words, sentence, [])
        return list(words.memo[sentence])
    found: list[Deed] = []
    for deed in carried(scan, words, sentence, said):
        _add(scan, found, deed, carried)
    return _deeds(scan, words, sentence, found)


def _deeds(scan: Scan, words: Words, sentence: Sentence, found: list[Deed]) -> list[Deed]:
    verbs = words.within("verbs", sentence.start, sentence.stop)
    for rule in RULES if verbs else _WITHOUT_VERB:
        for deed in rule(scan, words, sentence):
            _add(scan, found, deed, rule)
    return sorted(found, key=lambda d: (d.title.start, d.start))


def _add(scan: Scan, found: list[Deed], deed: Deed, rule: Callable[..., object]) -> None:
    """Keeps a deed unless its words were read already: in another title, or as the same action."""
    known = [d for d in found if d.title.start < deed.title.stop and deed.title.start < d.title.stop]
    if any(deed.action in (d.action, "other") or d.title.start != deed.title.start for d in known):
        return
    if known and deed.rule == "spoken":
        return  # "according to the statement signed by both": a verb has told what was done with it
    scan.note("instruments", deed.title.start, rule)
    found.append(deed)
