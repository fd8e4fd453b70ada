"""The reports that ship with the program, with what is known of each."""

from collections.abc import Iterator
from importlib.resources import as_file, files

import msgspec
import yaml

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.files import pages

SAID = ("title", "publisher", "published", "address", "language")


def samples() -> Iterator[Page | BadInput]:
    """Every shipped report, by name; publisher, day and address come from `samples.yml` beside them."""
    with as_file(files("communique") / "samples") as folder:
        listed = yaml.safe_load((folder / "samples.yml").read_bytes())["samples"]
        for sample in listed:
            said = {field: str(sample[field]) for field in SAID if sample.get(field)}
            for page in pages([folder / sample["file"]]):
                yield msgspec.structs.replace(page, **said) if isinstance(page, Page) else page
