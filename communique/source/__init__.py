"""Where pages come from: files, folders, and the reports that ship with the program."""

from communique.source.files import count, pages
from communique.source.samples import samples

__all__ = ["count", "pages", "samples"]
