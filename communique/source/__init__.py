"""Where pages come from: files, folders, and the reports that ship with the program."""

from communique.source.files import count, pages
from communique.source.placed import Placed, place_of
from communique.source.samples import samples

__all__ = ["Placed", "count", "pages", "place_of", "samples"]
