"""The names of instruments: "plan of cooperation between the Councils for 2019-2020"."""

import re
from typing import NamedTuple

from communique.lexicon.instruments import instrument_words
from communique.lexicon.phrases import Hit
from communique.reading.instrument_edges import bundle, left_edge
from communique.reading.instrument_words import Words
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan


class Title(NamedTuple):
    """The name of an instrument at `start, stop`; `left` is where its article or number begins.

    `bare`: nothing but the noun; `definite`: "the agreement"; `proper`: written with capitals.
    """

    left: int
    start: int
    stop: int
    head: tuple[int, int]
    kind: str
    number: int | None
    bare: bool
    definite: bool
    proper: bool


_GOES_ON = re.compile(
    r"\s(?:of|on|for|in|to|with|by|at|from|between|about|against|regarding|concerning|within|under|until|as|among|towards?|over|through|into"
    r"|that|and|or|No|(?:[A-Za-z][a-z]+ing|[a-z]+ed)\b|aimed|set\sto|[“\"«‘(]|\d)|,\s\d{4}"
)
_NEW = re.compile(
    r"[”»\"]?(?:,?\sincluding|,\samong them|,\snamely|,|,?\sand(?:\sto)?|,?\sas well as|,?\sin addition to|,?\s(?:and\s)?also|,?\salong with|,?\stogether with|,?\sor|;(?:\sand)?)\s$|\s?,$"
)
_TITLE_CUT = re.compile(
    r"""(?=[\s,])(?:(?P<that>,?\sthat\s(?:will|would|was|were|is|are|has|have|had|came|comes|can|could|should|may|must|provides?|aims?|sets?|envisages?|entered|took|he|she|they|it|the|(?:re)?affirms?|stresse[sd]|underlines?|bans?|ends?|restores?|lifts?|calls?)\b)
    |(?P<done>\s(?:signed|adopted|approved|endorsed|ratified|taken|reached|concluded|submitted|prepared|drafted|agreed|presented|proposed|initialled|initialed|issued|released|considered|discussed)\b)
    |(?P<aimed>\s(?:aimed\sat|designed\sto|intended\sto|setting\sout|providing\sfor|outlining|calling\s(?:for|on)|worth|in\swhich|under\swhich|stressing|reaffirming|expressing|condemning|which|saying|denouncing)\b)
    |(?P<by>\sby\s(?:(?:early|mid|late)[-\s])?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\sto\s(?:the\s)?(?:media|press|reporters|journalists)\b|\sin\sthe\samount\sof\b|\sby\s(?:the\send|(?:the\s)?(?:next|coming|following)\s|\d{4}|consensus|acclamation|(?:a\s)?(?:majority|vote)))
    |(?P<force>\s(?:that|which)?\s?(?:came|entered|comes|enters|took|takes|went)\s(?:into|effect|place)\b|\s(?:will|to)\stake\splace\b)
    |(?P<asked>\sand\s(?:how|whether|what|why|who|when)\b)
    |(?P<then>\sand\s(?:recommended|instructed|directed|tasked|requested|urged|invited|expressed|welcomed|noted|agreed|decided|asked|stressed|underlined|reaffirmed|mandated|elected|appointed|heard|held)\s(?=\w)|\sand\s(?:calls?|instructs?|urges?|welcomes?|requests?|invites?|reaffirms?|decides?|stresse?s?|expresse?s?)\s(?=the|a|on|that|its|all)\b)
    |(?P<doing>,\s(?:[a-z]+ly\s)?[a-z]+ing\s(?:a|an|the|its|their|that|it|on|to|all|new|for|up|down|how|\d+|two|three|several)\b|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|,\sthe\s(?:latter|former)\b|\slegally\sbinding\b|\sin\s(?:a\sbid|an\seffort|an\sattempt)\sto\b|\sand\s(?:conclude|sign|adopt|approve|ratify|endorse|implement|hold|launch|agree|establish)\s(?:a|an|the|its|their|on)\b|\swhere\b)
    |(?P<sat>\s(?:within|during|in)\sthe\s(?:framework\sof\sthe\s)?(?:[a-z-]+\s){0,2}(?:meeting|session|summit|talks|visit)\b|\sat\s(?:the|its|their)\s(?:[\w’'-]+\s){0,6}?(?:[Mm]eeting|[Ss]ession|[Ss]ummit|[Cc]onference)\b)
    |(?P<teller>\sfrom\s(?:its|their)\s|,\sand\s(?:its|their)\s(?:[a-z]+\s)?(?:ratification|implementation|signing|adoption|conclusion|approval)\b|(?:,|,?\sand|,?\sas\swell\sas)\sthe\s(?:formal\s|official\s|subsequent\s)?(?:signing|signature|initial+ing|adoption|approval|endorsement|ratification|launch|launching|publication|issuance)\sof\b)
    |(?P<sothat>\sso\s(?:that|as\sto)\b)
    |(?P<says>\s(?:includes?(?=:|\s*$)|calls\sfor|provides\sfor|aims\s(?:to|at)|sets\s(?:out|up)|lays\sdown|runs\s(?:for|until|to)|stipulates|envisages|foresees|reaffirms|continues?|remains?|expires)\b)
    |(?P<where>\son\s(?:its|his|her|the)\s(?:official\s|own\s)?(?:website|web\s(?:site|page)|[Ff]acebook|[Tt]witter|social\smedia)\b|\swith\s(?:his|her|my)\s(?:[A-Z]\w+\s)?(?:counterpart|colleague)|\sby\s[\w-]+\svotes\b)
    |(?P<comma>\s,|,(?=(?:during|that|which|in|at|who)\b))
    |(?P<here>\s(?:in|on)\sthe\s(?:margins|sidelines)\b|\s(?:here|there|together|jointly|unanimously|earlier|recently|promptly|previously|respectively|too|as\swell(?!\sas))\b))""",
    re.X,
)
_UNFINISHED = re.compile(
    r"(?:\s(?:of|on|for|in|with|by|at|from|between|against|the|a|an|its|their|and|or|to|it|they|that)){1,3}$"
)
_DANGLING = re.compile(r",?\s(?:and|or|as well as)$")
_ATTRIBUTE = re.compile(r"\b(?:(?:the|a|an|its|their|all|these|those|of)(?:\s[a-z]+ly)?|to\s[a-z]+)$")
_LAST_YEAR = re.compile(
    r"\s(?:back\s)?(?:in|on)\s(?P<month>(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s(?:\d{1,2},\s)?)?(?P<year>(?:19|20)\d\d)$"
)
_IN_MONTH = re.compile(
    r"\sin\s(?:early\s|mid-|late\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
    r"|\sfor\s(?:a\sfurther|another|\w+)(?:\s\w+)?\s(?:years|months)$"
    r"|\sin\sthe\s(?:coming|next|following)\s(?:\w+\s)?(?:days|weeks|months|years)$|\s(?:next|this)\s(?:week|month|year)$"
    r"|\swithin\s(?:the\snext\s|a\s)?(?:\w+\s)?(?:days|weeks|months?|years?)$"
)
_ELLIPSIS = re.compile(
    r"(?:,|,?\sand|,?\sas well as)\s(?=(?:(?:one|another|the\s(?:one|other)|a\s(?:second|third))\s)?(?:on|in connection with|concerning|regarding|about)\s)"
)
_MOST = 30  # titles in one list: more is no sentence that a person wrote


def title_at(scan: Scan, words: Words, noun: Hit, low: int, stop: int) -> Title | None:
    """The title around the noun `noun`, between `low` and `stop`; None when the noun is no head."""
    key = (noun, low, stop)
    if key not in words.memo:
        words.memo[key] = _title_at(scan, words, noun, low, stop)
    found: Title | None = words.memo[key]
    return found


def _title_at(scan: Scan, words: Words, noun: Hit, low: int, stop: int) -> Title | None:
    line = scan.characters.find("\n", noun.stop, stop)
    stop = line if line >= 0 else stop  # a list has one title a line
    head = _head(scan, words, noun, stop)
    if head is None:
        return None
    edge = left_edge(scan, noun.start, low)
    left, start = bundle(scan, edge, low)
    end = _right_edge(scan, words, head, stop, edge.article)
    proper = _capitalised(scan, start, head)
    kind = head.value
    bare = start == head.start and end == head.stop
    return Title(
        left,
        start,
        max(end, head.stop),
        (noun.start, head.stop),
        kind,
        edge.number,
        bare,
        edge.definite,
        proper,
    )


def _capitalised(scan: Scan, start: int, head: Hit) -> bool:
    """A name of its own: the noun, or two words in front of it, have capitals."""
    if scan.characters[head.start].isupper():
        return start != head.start or not _sentence_start(scan, start)
    return len(re.findall(r"(?:^|\s)[A-Z]", scan.words(start, head.start))) - _sentence_start(scan, start) > 1


def _sentence_start(scan: Scan, at: int) -> bool:
    sentence = scan.sentence_at(at)
    return sentence is not None and at - sentence.start < 5


def _head(scan: Scan, words: Words, noun: Hit, stop: int) -> Hit | None:
    """The last of several nouns in a row is the head: "draft action plan concept"; none of a verb form "plans to"."""
    head = noun
    for body in scan.within(max(0, noun.start - 60), noun.start + 1, "organisation", "organ", "organ?"):
        if body.start < noun.start and noun.stop < body.stop:
            return None  # the "Treaty" of an organisation's name
    if scan.characters[noun.stop : noun.stop + 1] in ("-", "’", "'") or _tells(scan, noun):
        return None
    if _is_wording(scan, words, noun, stop):
        return None
    for following in words.within("nouns", noun.stop, min(stop, noun.stop + 60)):
        gap = scan.words(head.stop, following.start)
        if (gap.strip() and not re.fullmatch(r" (?:[A-Za-z-]+ ){1,2}", gap)) or re.search(
            r" (?:of|on|for|in|to|with|and|by|between|at|from|or|the|a|is|was|that|as) ", gap
        ):
            break
        if following.stop <= stop:
            head = following
    if (
        head.value == "other"
        and head is noun
        and scan.words(noun.start, noun.stop).lower() == "draft"
        and scan.characters[noun.stop : noun.stop + 1] == " "
    ):
        return noun if _OF_DRAFT.match(scan.characters, noun.stop) else None
    if scan.words(head.start, head.stop).lower() == "plans" and re.match(
        r" to (?!the\b)", scan.words(head.stop, head.stop + 6)
    ):
        return None
    return head


_TELLER = re.compile(r",\s(?:the\s)?[A-Z][\w\u2024.’'-]*(?:\s[A-Z][\w\u2024.’'-]*){0,2}\s$")


def _tells(scan: Scan, noun: Hit) -> bool:
    """ ", Agency reports": a verb of saying, and so is "Report informs"."""
    word = scan.words(noun.start, noun.stop)
    if word == "order":
        return scan.words(noun.start - 3, noun.start) == "in "
    if word == "reports":
        return _TELLER.search(scan.words(max(0, noun.start - 40), noun.start)) is not None
    return word == "Report" and scan.words(noun.stop, noun.stop + 8) == " informs"


_WORDING = frozenset(("text", "texts"))
_OF_THE = re.compile(r" of (?:the|an?|its|their) ")


def _is_wording(scan: Scan, words: Words, noun: Hit, stop: int) -> bool:
    """ "The text of the declaration was read out": the declaration was."""
    if scan.words(noun.start, noun.stop).lower() not in _WORDING:
        return False
    of = _OF_THE.match(scan.characters, noun.stop, stop)
    return of is not None and any(
        " of " not in scan.words(of.end(), n.start) for n in words.within("nouns", of.end(), of.end() + 40)
    )


_OF_DRAFT = re.compile(r" (?:of|on|for|titled|entitled|called)\b")


def _right_edge(scan: Scan, words: Words, head: Hit, stop: int, article: bool) -> int:
    """Where the title ends: at its noun, or behind what the noun is "on", "of", "between" ..."""
    key = (head, stop, article)
    if key not in words.memo:
        words.memo[key] = _behind(scan, words, head, stop, article)
    found: int = words.memo[key]
    return found


def _behind(scan: Scan, words: Words, head: Hit, stop: int, article: bool) -> int:
    if not _GOES_ON.match(scan.characters, head.stop, stop):
        return head.stop
    end = max(phrase_end(scan, head.stop, stop), head.stop)
    for match in _TITLE_CUT.finditer(scan.characters, head.stop, end):
        if (
            match["aimed"]
            and match.start() == head.stop
            and not scan.words(match.start(), match.end()).endswith("which")
        ):
            continue
        if (match["done"] or match["here"]) and _ATTRIBUTE.search(scan.words(head.stop, match.start())):
            continue  # "amending the previously adopted documents"
        end = match.start()
        break
    dangling = _DANGLING.search(scan.words(head.stop, end))
    end = _before_next(scan, words, head, head.stop + dangling.start() if dangling else end, article)
    end = _without_year(scan, head, _without_city(scan, head, _without_year(scan, head, end)))
    month = _IN_MONTH.search(scan.words(head.stop, end))
    end = head.stop + month.start() if month else end
    loose = _UNFINISHED.search(scan.words(head.stop, end))
    return head.stop + loose.start() if loose else end


def _before_next(scan: Scan, words: Words, head: Hit, end: int, article: bool) -> int:
    """The title ends where the next one of a list begins: "(a plan on A) and (a statement on B)"."""
    for noun in words.within("nouns", head.stop, end):
        edge = left_edge(scan, noun.start, head.stop)
        left, _ = bundle(scan, edge, head.stop)
        gap = _NEW.search(scan.words(max(head.stop, left - 20), left))
        if not gap:
            continue
        own = (
            edge.article
            or left < edge.left
            or scan.words(edge.start, edge.start + 5) == "draft"
            or "as well" in gap[0]
        )
        plain = left - len(gap[0]) <= head.stop
        capital = scan.characters[noun.start].isupper() and scan.characters[head.start].isupper()
        many = gap[0].startswith(", and") and scan.words(noun.start, noun.stop).endswith("s")
        terse = not article and gap[0].startswith(",") and _MATTER.match(scan.characters, noun.stop)
        if own or plain or capital or many or terse or _own_matter(scan, noun):
            return left - len(gap[0])
    return end


_MATTER = re.compile(r"\s(?:on|between|for|concerning|regarding)\s")


def _own_matter(scan: Scan, noun: Hit) -> bool:
    """ "(a model law on A) and recommendations on B": a plural with a matter of its own."""
    words = scan.words(noun.start, noun.stop).lower()
    if words == "documents":
        return True
    if words == "amendments":
        return scan.words(noun.stop, noun.stop + 4) == " to "
    return (
        words.endswith("s")
        and words not in instrument_words("weak")
        and noun.value
        in (
            "decision",
            "statement",
            "resolution",
            "recommendation",
            "protocol",
            "declaration",
            "agreement",
            "memorandum",
        )
        and re.match(
            r"\s(?:on|concerning|regarding|of\sthe)\s|\s[“\"«]", scan.words(noun.stop, noun.stop + 12)
        )
        is not None
    )


def _without_city(scan: Scan, head: Hit, end: int) -> int:
    """ "signed an agreement on trade in Minsk": the city says where it was signed."""
    for hit in scan.within(max(head.stop, end - 40), end, "city"):
        if hit.stop == end and scan.words(hit.start - 4, hit.start) == " in " and hit.start - 4 >= head.stop:
            return hit.start - 4
    return end


def _without_year(scan: Scan, head: Hit, end: int) -> int:
    """A year gone by at the end tells when it was done: "signed an agreement on trade in 2019"."""
    match = _LAST_YEAR.search(scan.words(head.stop, end))
    published = scan.text.published
    gone = match is not None and (
        match["month"] is not None
        or (int(match["year"]) < int(published[:4]) if published else match.start() == 0)
    )
    return head.stop + match.start() if match and gone else end


def ellipses(scan: Scan, title: Title) -> list[Title]:
    """One title said as two: "statements on A and on B" are "statements on A" and "on B"; so is "a plan on A and one on B"."""
    cuts = [
        m
        for m in _ELLIPSIS.finditer(scan.characters, title.head[1], title.stop)
        if m.start() > title.head[1] + 3
    ]
    if not cuts:
        return _quoted_apart(scan, title)
    found = [title._replace(stop=cuts[0].start())]
    ends = [m.start() for m in cuts[1:]] + [title.stop]
    for match, end in zip(cuts, ends, strict=True):
        found.append(title._replace(left=match.end(), start=match.end(), stop=end, bare=False))
    return found


_QUOTED = re.compile(r"[“«\"](?P<name>[A-Z][^“”«»\"]{3,200})[”»\"]")


def _quoted_apart(scan: Scan, title: Title) -> list[Title]:
    """'decisions "On A" and "On B"' are two: the first with its noun, the others by their names."""
    names = list(_QUOTED.finditer(scan.characters, title.head[1], title.stop))
    if len(names) < 2:
        return [title]
    rest = [
        title._replace(left=m.start(), start=m.start("name"), stop=m.end("name"), bare=False, number=None)
        for m in names[1:]
    ]
    return [title._replace(stop=names[0].end()), *rest]


def title_list(scan: Scan, words: Words, first: Hit, low: int, stop: int) -> list[Title]:
    """The title at the noun `first` and those that a list adds to it: "a plan, a statement and a decision"."""
    found: list[Title] = []
    noun: Hit | None = first
    while noun is not None and len(found) < _MOST:
        title = title_at(scan, words, noun, low, stop)
        if title is None or title.stop <= title.start:
            break
        if found and untouched(scan, title, stop):
            break
        found.append(title)
        noun = _next_noun(scan, words, title, stop)
        low = title.stop
    return found


_NOT_SO = re.compile(r"\s(?:was|were|is|are|has|have|had|will|would|could|can|did|does|do)\snot\b")


def untouched(scan: Scan, title: Title, stop: int) -> bool:
    """ "(adopted a plan;) the rules were not touched": said of the last one alone."""
    return _NOT_SO.match(scan.characters, title.stop, stop) is not None


_IN_CITY = re.compile(r"^ in [A-Z][\w-]+(?: [A-Z][\w-]+)?")


def _next_noun(scan: Scan, words: Words, title: Title, stop: int) -> Hit | None:
    for noun in words.within("nouns", title.stop, min(stop, title.stop + 120)):
        edge = left_edge(scan, noun.start, title.stop)
        left, _ = bundle(scan, edge, title.stop)
        if _NEW.fullmatch(_IN_CITY.sub("", scan.words(title.stop, left))):
            return noun
        break
    return None


# "the BelTA news agency reports with reference to the ministry": a verb
_TELLING = re.compile(
    r"\b(?:agency|agencies|media|newspaper|daily|channel|website|portal|correspondent|television) reports$"
)


def acceptable(scan: Scan, title: Title, action: str, listed: bool = False) -> bool:
    """Is this the name of a document, or only a common noun? "the law", "a statement" are not."""
    words = scan.words(title.start, title.head[1]).lower()
    noun = words.split()[-1]
    if " ".join(words.split()[-2:]) in instrument_words("no_documents"):
        return False
    if words.startswith("whose ") or _TELLING.search(words):
        return False
    if words.split()[0] in instrument_words("praising") or words.startswith(("how ", "why ", "whether ")):
        return False  # "courage to make the right decisions"
    if noun in instrument_words("plain") and not scan.characters[title.head[0]].isupper():
        return not title.bare and action in ("adopted", "approved", "endorsed", "signed")
    named = (
        title.proper
        or title.number is not None
        or any(w in instrument_words("document_words") for w in words.split()[:-1])
    )
    if title.bare and not title.definite and title.kind == "report" and action == "submitted":
        return title.left < title.start
    if title.bare and not named:
        if (title.definite and not listed) or action not in instrument_words("strong"):
            return False
        return noun not in instrument_words("weak")
    if noun in instrument_words("weak") and not named:
        return (
            action in instrument_words("strong")
            or (listed and not title.bare)
            or (action == "submitted" and title.kind != "other")
            or (action == "considered" and title.kind == "report" and not title.bare)
        )
    return True
