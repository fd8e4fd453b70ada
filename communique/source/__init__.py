"""Where pages come from: files, folders, addresses (`web/`), and the reports that ship with the program."""

from communique.source.files import count, is_address, pages
from communique.source.gate import set_aside
from communique.source.placed import Placed, place_of
from communique.source.samples import samples

__all__ = ["Placed", "count", "is_address", "pages", "place_of", "samples", "set_aside"]
