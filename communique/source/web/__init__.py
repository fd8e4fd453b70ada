"""Addresses to pages: who may be asked, how often, for how long and for how much."""

from communique.source.web.asking import Answer, Asked, Web
from communique.source.web.manners import Manners
from communique.source.web.reports import reports_at, reports_of

__all__ = ["Answer", "Asked", "Manners", "Web", "reports_at", "reports_of"]
