"""Pictures of the record: each says one thing at a glance, has a table behind it, and marks that lead to pages.

    with catalogue.asking("csto.db") as db:
        picture = pictures.made(db, "attendance", "csto/council-of-foreign-ministers")
    drawing.png(picture)

A picture is plain data: a Vega-Lite specification made with Altair, and the rows of its table. One place draws
them, for pages (marks are links, the stylesheet gives the colours) and for files.
"""

from communique.uses.web.pictures.kinds import KINDS, SUBJECTS, made, subject_of
from communique.uses.web.pictures.picture import Cell, Picture

__all__ = ["KINDS", "SUBJECTS", "Cell", "Picture", "made", "subject_of"]
