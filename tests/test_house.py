"""The house rules that can be counted: short functions, short files, documented commands, spans in range."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "communique").rglob("*.py"))


def _functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        (n.name, (n.end_lineno or n.lineno) - n.lineno + 1) for n in ast.walk(tree) if isinstance(n, kinds)
    ]


def test_nine_of_ten_functions_are_under_30_lines() -> None:
    lengths = [length for path in FILES for _, length in _functions(path)]
    assert len(lengths) > 300
    assert sum(length < 30 for length in lengths) / len(lengths) >= 0.9


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_under_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_room_is_named_after_nothing(path: Path) -> None:
    assert path.stem not in {"helpers", "utils", "util", "manager", "handler", "common", "misc", "tools"}


def test_every_command_stands_in_the_readme_or_its_help_has_an_example() -> None:
    from typer.main import get_command

    from communique.uses.cli import app

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert "communique " + name in (command.help or "") + readme, name


def test_no_two_files_of_tests_have_one_name() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))  # pytest collects neither of two
