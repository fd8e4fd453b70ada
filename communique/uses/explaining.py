"""How a report was read, for the terminal: each sentence with its facts and rules, and what was not understood."""

from typing import TYPE_CHECKING

from communique.model.reading import Reading
from communique.model.span import Span
from communique.model.text import Text
from communique.uses.terminal import safe

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text as Styled

    from communique.reading import Explained, Fact

_SHOWN = 110
"""Characters of a value that are shown."""


def explanation(text: Text, sentences: "list[Explained]") -> "list[RenderableType]":
    """Each sentence of a report with its line, below it every fact with its rule; at the end what each rule promises."""
    from rich.text import Text as Styled

    printed: list[RenderableType] = [Styled(safe(text.title or text.name), "bold")]
    for one in sentences:
        printed.append(_sentence(text, one.at))
        printed.extend(_fact(fact) for fact in one.facts)
        if one.left:
            printed.append(Styled(f"    not understood: {', '.join(safe(c) for c in one.cues)}", "yellow"))
    rules = {f.rule: f.promise for one in sentences for f in one.facts if f.rule}
    if rules:
        printed.append(Styled("\n  rules that found something", "cyan"))
    printed.extend(Styled.assemble(f"    {rule}: ", (safe(rules[rule]), "dim")) for rule in sorted(rules))
    return printed


def covered(text: Text, reading: Reading) -> "list[RenderableType]":
    """How many sentences announce a fact and how many of them gave one; then each that gave none."""
    from rich.text import Text as Styled

    told = reading.report.coverage
    line = Styled.assemble(
        (safe(text.name), "bold"),
        f"  {told.sentences} sentences, {told.read} announce a fact, {told.understood} understood, {len(told.left)} left",
    )
    return [line, *(_sentence(text, span) for span in told.left)]


def _sentence(text: Text, at: Span) -> "Styled":
    from rich.text import Text as Styled

    line = text.characters.count("\n", 0, at.start) + 1
    return Styled.assemble((f"  line {line}: ", "cyan"), safe(at.cut(text.characters)))


def _fact(fact: "Fact") -> "Styled":
    from rich.text import Text as Styled

    value = safe(fact.says)
    shown = f"{value[:_SHOWN]}…" if len(value) > _SHOWN else value
    rule = f"  by {fact.rule}" if fact.rule else ""
    return Styled.assemble((f"    {fact.kind}: ", "green"), (shown, "bold"), (rule, "dim"))
