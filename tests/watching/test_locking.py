"""One record, one watcher, by whichever name the record is called."""

from pathlib import Path

import pytest

from communique.model.errors import BrokenRecord
from communique.watching import watching


def test_a_record_is_held_under_each_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "r.db").touch()
    (tmp_path / "link.db").symlink_to("r.db")
    with watching(tmp_path / "r.db"):
        for name in ("r.db", "link.db"):
            with pytest.raises(BrokenRecord, match="is being watched already"), watching(tmp_path / name):
                pass
    with watching(tmp_path / "link.db"):
        pass
