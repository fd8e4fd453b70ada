"""Addresses to pages: who may be asked, how often, for how long and for how much."""

from communique.source.web.asking import Answer, Asked, Web
from communique.source.web.manners import Manners
from communique.source.web.reports import reports_of
from communique.source.web.sites import Kept
from communique.source.web.trying import World

__all__ = ["Answer", "Asked", "Kept", "Manners", "Web", "World", "reports_of"]
