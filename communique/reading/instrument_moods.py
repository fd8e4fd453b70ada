"""Whether a verb tells what was done, what is planned, or only what is denied, wished or imagined."""

import re

from communique.lexicon.calendar import NO_MONTH
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

BE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|got|get)\s(?:(?:also|then|later|all|both|first|finally|now|already|today|yesterday|here|on \w+day|[a-z]+ly|to be)\s)*$"
)
NEGATED = re.compile(
    r"\b(?:not|n[’']t|never|without|neither|nor|no|cannot|(?:refus|declin|fail|hesitat)\w*\sto|(?:refrain|abstain)\w*\sfrom|reject\w*|instead of|avoid\w*|unable to|oppos\w+)\s(?:(?:yet|been|be|to|the|have|has|ever|any)\s)*$",
    re.I,
)
HYPOTHETIC = re.compile(
    rf"\b(?:{NO_MONTH}|might|could|would|should|must|can|if|whether|need(?:s|ed)?\sto|needs?\sfor|unless|once)\s(?:(?:be|also|have|been|to|the|not|it|they|we|he|she|[A-Z]\w+)\s)*$",
    re.I,
)
WISH = re.compile(
    r"\b(?:need|needs|needed|urg\w+|call\w*\s(?:for|on|upon)|propos\w+|suggest\w*|invit\w+|hop\w+|want\w*|demand\w*|important|importance|necessary|necessity|necessit\w+|ask\w*|possib\w+|possibility|advocat\w+|encourag\w+|request\w*|appeal\w*|should|ready|readiness|opportunity|chance|interested|interest|early|speedy|expedit\w+|refus\w+|unwilling\w*|recommend\w*)\b[^.;]{0,70}$",
    re.I,
)
FUTURE = re.compile(
    r"\b(?:will|shall|to|(?:is|are|was|were)\s(?:expected|due|set|scheduled|planned|going|likely|slated)\sto)\s(?:(?:be|also|jointly|then|soon|later|formally|officially|subsequently|have|been|[a-z]+ly)\s)*$"
    r"|\b(?:agreed|agreement|preparations?|preparing|plans?)\s(?:on|upon|for)\s(?:the\s)?(?:early\s|joint\s)?$"
    r"|\b(?:task|charg|entrust|mandat|instruct|commission)e?d(?:\s[^.;,]{2,60})?\swith\s$"
)
_THAT_IT_BE = re.compile(
    r"\b(?:(?P<firmly>order|instruct|direct|decid|decree|agree|resolv)|ask|demand|propos|suggest|recommend|request|urg|insist|mov)\w*\s(?:[A-Za-z]+\s){0,4}?that\s(?:(?!\b(?:will|would|shall|should|to|can|could|may|might|must|not)\b)[^.;:]){3,110}\sbe\s$",
    re.I,
)
""" "ordered that a plan be drafted" is planned, "asked that one be drafted" wished for."""
_DONE_TO = re.compile(
    r"\b(?:managed|able|succeeded|proceeded|went on|used|continue[sd]?|gathered|met)\sto\s$|\btook\b[^.;]{3,80}\sto\s$"
)


REMEMBERED = re.compile(r"\banniversar(?:y|ies) of (?:the |its |their )?(?:\w+ )?$", re.I)  # of the signing


def words_before(scan: Scan, sentence: Sentence, place: int, size: int = 90) -> str:
    """The words of the sentence in front of `place`, at most `size` characters."""
    return scan.words(max(sentence.start, place - size), place)


def mood(scan: Scan, sentence: Sentence, place: int) -> str:
    """Whether what stands at `place` is done, planned, or neither: "done", "planned", "none"."""
    before = words_before(scan, sentence, place)
    if before.endswith(" be ") and (asked := _THAT_IT_BE.search(words_before(scan, sentence, place, 160))):
        return "planned" if asked["firmly"] else "none"
    if NEGATED.search(before) or HYPOTHETIC.search(before) or REMEMBERED.search(before):
        return "none"
    if FUTURE.search(before):
        if _DONE_TO.search(before):
            return "done"
        return (
            "none"
            if WISH.search(before[:-1].rsplit(" and ", 1)[-1]) and "will" not in before[-12:]
            else "planned"
        )
    return "done"
