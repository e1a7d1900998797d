"""A refusal, in Telegram's words, and the ways to make one."""


class RefusalError(Exception):
    """What Telegram answers instead of doing as asked."""

    def __init__(
        self, code: int, description: str, retry_after: int | None = None, moved_to: int | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.moved_to = moved_to


def bad_request(message: str) -> RefusalError:
    """400; Telegram puts its prefix before a message and takes down the first letter, unless it is a CONSTANT."""
    if len(message) > 1 and message[0].isupper() and not message[1].isupper():
        message = message[0].lower() + message[1:]
    return RefusalError(400, f"Bad Request: {message}")


def forbidden(message: str) -> RefusalError:
    """403: this person cannot be written to."""
    return RefusalError(403, f"Forbidden: {message}")


def upgraded(new_id: int) -> RefusalError:
    """400: the group has another id by now."""
    return RefusalError(400, "Bad Request: group chat was upgraded to a supergroup chat", moved_to=new_id)


def conflict(message: str) -> RefusalError:
    """409: two ways of getting updates at once."""
    return RefusalError(409, f"Conflict: {message}")


def too_many(seconds: int) -> RefusalError:
    """429, with the seconds to wait."""
    return RefusalError(429, f"Too Many Requests: retry after {seconds}", seconds)


class PageError(Exception):
    """What the page's API answers when a person cannot do that; the text is shown as it is."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
