"""The reference measure, where the folder with it stands beside the project."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def reference() -> ModuleType:
    path = SHARED / "score.py"
    if not path.is_file():
        pytest.skip("the reference measure is not beside the project")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
