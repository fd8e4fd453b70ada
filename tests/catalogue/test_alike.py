"""Which known bodies a body that the lexicon does not know may be."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from communique.catalogue.alike import alike
from communique.catalogue.tables import BODY

NAMES = {
    "csto/secretaries": "CSTO Committee of Secretaries of Security Councils",
    "csto/ministers": "CSTO Council of Foreign Ministers",
    "cis/secretaries": "CIS Meeting of Secretaries of Security Councils",
    "b-1": "Council of Secretaries",
}


@pytest.mark.parametrize(
    ("name", "likest"),
    [
        ("Security Council Secretaries of the CSTO", "csto/secretaries"),
        ("CSTO foreign ministers", "csto/ministers"),
        ("Committee on Wool", None),
    ],
)
def test_the_rarest_shared_words_lead(file: Path, tmp_path: Path, name: str, likest: str | None) -> None:
    path = Path(shutil.copy(file, tmp_path / "own.db"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as db:
        db.execute(BODY.delete())
        db.execute(
            BODY.insert(), [{"id": id, "name": n, "meetings": 1, "reports": 1} for id, n in NAMES.items()]
        )
        found = [id for id, _ in alike(db, name, 3)]
    engine.dispose()
    assert (found[0] if found else None) == likest
    assert "b-1" not in found
