"""The one door to the lexicon's data files."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is built in


@cache
def load(name: str) -> Any:
    """The parsed YAML file `name` (such as "en/countries.yml") of this package."""
    data = (files("communique.lexicon") / name).read_bytes()
    return yaml.load(data, Loader=_LOADER)


def load_folder(name: str) -> list[Any]:
    """Every parsed YAML file of the folder `name`, in order of file name."""
    folder = files("communique.lexicon") / name
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".yml"))
    return [load(f"{name}/{file}") for file in names]
