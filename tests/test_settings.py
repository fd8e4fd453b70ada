"""Every setting has a default, a line of help, and one order in which it is chosen."""

from pathlib import Path

import msgspec
import pytest

from communique.model.errors import BadInput
from communique.settings import HELP, Settings, settings, variable


def test_every_setting_has_a_line_of_help() -> None:
    assert set(HELP) == set(Settings.__struct_fields__)
    assert all(line and "\n" not in line for line in HELP.values())


def test_what_is_given_goes_before_the_environment_and_that_before_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    assert settings() == Settings()
    monkeypatch.setenv("COMMUNIQUE_RECORD", "e.db")
    assert settings().record == Path("e.db")
    assert settings(Path("g.db"), 9).record == Path("g.db")
    assert settings(Path("g.db"), 9).port == 9
    monkeypatch.setenv("COMMUNIQUE_RECORD", " ")
    assert settings().record == Settings().record


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Settings().port = 1  # type: ignore[misc]
    assert isinstance(Settings(), msgspec.Struct)


def test_every_setting_stands_in_its_page() -> None:
    page = (Path(__file__).parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
    for field, line in HELP.items():
        default = getattr(Settings(), field)
        assert f"| `{variable(field)}` | {f'`{default}` ' if default else ''}| {line} |" in page


def test_numbers_come_from_the_environment_or_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_SIZE_LIMIT", "100")
    monkeypatch.setenv("COMMUNIQUE_BATCH", "7")
    assert (settings().size_limit, settings().batch) == (100, 7)
    for words in ("seven", "0", "-1"):
        monkeypatch.setenv("COMMUNIQUE_BATCH", words)
        with pytest.raises(BadInput, match="COMMUNIQUE_BATCH: "):
            settings()
