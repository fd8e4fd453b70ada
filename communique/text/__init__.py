"""Pages to texts: the clean characters of a report, its title, day and furniture, with their places."""

from communique.text.account import Account, account_of
from communique.text.clean import clean

__all__ = ["Account", "account_of", "clean"]
