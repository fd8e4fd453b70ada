"""Values and quotes as they lie in the tables: what a column beside says too is not written twice."""

from collections.abc import Mapping

import msgspec

_PLAIN = str.maketrans("", "", '"\\')


def plain(value: str, json: str) -> bool:
    """Whether `json` is nothing but the words in quotation marks."""
    return json == f'"{value}"' and value.isprintable() and value == value.translate(_PLAIN)


def tally_kept(tally: Mapping[str, int], json: str) -> str | int:
    """Marks as they are kept: of those that only say so, spelled so, their number.

    >>> tally_kept({"n": 5, 's"Minsk"': 5}, '"Minsk"')
    5
    """
    number = tally.get("n", 0)
    if len(tally) == 2 and tally.get(f"s{json}") == number > 0:
        return number
    return msgspec.json.encode(tally, order="deterministic").decode()


def tally_of(kept: str | int, json: str) -> dict[str, int]:
    """The marks that `tally_kept` stored."""
    if str(kept).isdecimal():
        return {"n": int(kept), f"s{json}": int(kept)}
    return msgspec.json.decode(str(kept), type=dict[str, int])


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
