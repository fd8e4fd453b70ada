"""Values and quotes as they lie in the tables: what a column beside says too is not written twice."""

from collections.abc import Mapping

import msgspec

RULES = ("only value", "each is kept")
"""By which most values stand: of fields, and of lists."""

_OWN = "s"
_PLAIN = str.maketrans("", "", '"\\')


def plain(value: str, json: str) -> bool:
    """Whether `json` is nothing but the words in quotation marks."""
    return json == f'"{value}"' and value.isprintable() and value == value.translate(_PLAIN)


def tally_kept(tally: Mapping[str, int], json: str) -> str | int:
    """Marks as they are kept: the spelling that stands is not written out; of those that only say so, spelled so, their number.

    >>> tally_kept({"n": 5, 's"Minsk"': 5}, '"Minsk"')
    5
    >>> tally_kept({"bcsto": 1, "n": 5, 's"Minsk"': 4, 's"MINSK"': 1}, '"Minsk"')
    '{"bcsto":1,"n":5,"s":4,"s\\"MINSK\\"":1}'
    """
    number, own = tally.get("n", 0), f"s{json}"
    if len(tally) == 2 and tally.get(own) == number > 0:
        return number
    kept = {_OWN if mark == own else mark: times for mark, times in tally.items()}
    return msgspec.json.encode(kept, order="deterministic").decode()


def tally_of(kept: str | int, json: str) -> dict[str, int]:
    """The marks that `tally_kept` stored."""
    if str(kept).isdecimal():
        return {"n": int(kept), f"s{json}": int(kept)}
    tally = msgspec.json.decode(str(kept), type=dict[str, int])
    return {f"s{json}" if mark == _OWN else mark: times for mark, times in tally.items()}


def rule_kept(rule: str | None, how: str) -> str | None:
    """The rule by which a value stands; nothing where there was nothing to decide."""
    return None if rule == RULES[how == "list"] else rule


def rule_of(kept: str | None, how: str) -> str:
    """The rule that `rule_kept` stored."""
    return kept or RULES[how == "list"]


def part_kept(part: str | None, field: str) -> str | None:
    """For which entry a part stands; `=` where it is the one that its field names as its key."""
    return "=" if part and part == _key(field) else part


def part_of_field(kept: str | None, field: str) -> str | None:
    """The entry that `part_kept` stored.

    >>> part_of_field("=", "participants.p-12ab.office")
    'p-12ab'
    """
    return _key(field) if kept == "=" else kept


def claims_kept(claims: str) -> str | bytes:
    """The ids of claims as they are kept: of a single one its eight bytes."""
    try:
        return bytes.fromhex(claims) if len(claims) == 16 else claims
    except ValueError:
        return claims


def _key(field: str) -> str:
    return field.partition(".")[2].rpartition(".")[0]
