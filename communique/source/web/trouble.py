"""Why an address gave no page: for good, or for now."""

BY_HAND = "save the page in a browser and name the file"


class Trouble(Exception):
    """`status` is `refused` (we may not ask), `gone`, `failed` (asking again gives the same) or `later`.

    The message is a reason fit to stand behind the address; `after` is how many seconds to wait, where known;
    `advice` is for the person who typed the address, not for whoever a redirect was followed for; `final` is
    the address where the trouble is, if a redirect led there; `sent` tells whether anything was asked of its host.
    """

    def __init__(
        self, status: str, reason: str, after: float | None = None, advice: str = "", final: str = ""
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.after = after
        self.advice = advice
        self.final = final
        self.sent = False

    def once_sent(self) -> "Trouble":
        """The same, told of a host that was asked."""
        self.sent = True
        return self
