"""Where a line stands: from the headline, from the full paragraphs, below the head of a note or the end of the report."""

from collections.abc import Sequence

from communique.text.lines import Line
from communique.text.tails import is_end, is_note

FAR = (0, 1, 2, 4, 8, 16, 32)
"""The upper ends of the classes of distance, in lines."""


def step(number: int, ends: tuple[int, ...]) -> str:
    """The class of a number, by the upper ends of the classes."""
    for end in ends:
        if number <= end:
            return str(end)
    return "more"


def headed(kinds: Sequence[str], title: range | None, body: int) -> list[list[str]]:
    """How far above or below the headline a line stands, and, from the headline to the first full paragraph, how far it is to both."""
    if title is None:
        return [["no headline"]] * len(kinds)
    found = []
    for i, kind in enumerate(kinds):
        if i < title.start:
            found.append([f"over headline {step(title.start - i, FAR)} {kind}"])
        elif i < title.stop:
            found.append([f"headline {kind}"])
        elif i < body:
            up, down = step(i - title.stop, FAR), step(body - i, FAR)
            found.append([f"between {up} {kind}", f"between {kind} {down}", f"between {up} {down}"])
        else:
            found.append([])
    return found


def placed(kinds: Sequence[str], full: Sequence[int]) -> list[list[str]]:
    """How far it is to the full paragraphs above and below, and which share of them stands above."""
    found = []
    ends = [-1, *full, len(kinds)]
    place = 0  # how many full paragraphs begin at or above the line
    for i, kind in enumerate(kinds):
        before = place
        if place < len(full) and full[place] == i:
            place += 1
        up = i - ends[before] - 1 if before else -1
        down = ends[place + 1] - i - 1 if place < len(full) else -1
        own = place - before
        share = 4 * before // (len(full) - own) if len(full) > own else 9
        over = "none" if up < 0 else step(up, FAR)
        under = "none" if down < 0 else step(down, FAR)
        found.append(
            [
                f"full above {over}",
                f"full below {under}",
                f"{over} {kind} {under}",
                f"share {share} {kind}",
            ]
        )
    return found


def closed(lines: Sequence[Line], kinds: Sequence[str], body: int) -> list[list[str]]:
    """How far a line stands below the head of a note, and if below the end of the report."""
    found: list[list[str]] = [[] for _ in lines[:body]]
    head, over = -1, False
    for i in range(body, len(lines)):
        signs = [f"noted {step(i - head, FAR)}", f"noted {kinds[i]}"] if head >= 0 else []
        if over:
            signs.append("over")
        if is_note(lines[i]):
            head = i
            signs.append("note")
        over = over or is_end(lines[i])
        found.append(signs)
    return found


def since(kinds: Sequence[str], full: Sequence[int], ruled: Sequence[int]) -> list[list[str]]:
    """How many lines that are furniture by rules stand between a line and the full paragraphs next to it, and how far the end is.

    `ruled` are sums: how many of the first n lines are ruled.
    """
    found = []
    place = 0
    for i, kind in enumerate(kinds):
        while place < len(full) and full[place] < i:
            place += 1
        up = str(min(3, ruled[i] - ruled[full[place - 1]])) if place else "-"
        own = place < len(full) and full[place] == i
        after = place + 1 if own else place
        down = str(min(3, ruled[full[after]] - ruled[i + 1])) if after < len(full) else "-"
        found.append([f"since {up} until {down} {kind}", f"last {step(len(kinds) - 1 - i, FAR)} {kind}"])
    return found


def in_turn(kinds: Sequence[str]) -> list[list[str]]:
    """Lines of two classes in turn, as headline and teaser are in a list."""
    found: list[list[str]] = [[] for _ in kinds]
    for i in range(len(kinds) - 3):
        one, two = kinds[i], kinds[i + 1]
        if one == kinds[i + 2] and two == kinds[i + 3] and one != two:
            for k in range(i, i + 4):
                found[k] = [f"in turn {kinds[k]}", f"in turn {one} {two}"]
    return found
