"""A signed word from a page that goes with its form: which host and which page gave it out, and on what day.

It changes once a day and not with each reader, so that pages can be kept and asked for again (304) as before.
"""

from django.core.signing import Signer
from django.utils import timezone
from django.utils.crypto import constant_time_compare

LONGEST = 30  # days that a page may stay open, or be kept


def new_pass(purpose, host, path):
    return _signed(purpose, host, path, _today())


def is_genuine(given, purpose, host, path):
    """Whether ``given`` is what ``new_pass`` said of this host and page within the last days."""
    day, _, _ = given.partition(":")
    if not (day.isascii() and day.isdigit() and len(day) < 10):
        return False
    is_recent = 0 <= _today() - int(day) <= LONGEST
    return is_recent and constant_time_compare(given, _signed(purpose, host, path, int(day)))


def _signed(purpose, host, path, day):
    signature = Signer(salt=f"guarding.{purpose}").signature(f"{day} {host} {path}")
    return f"{day}:{signature}"


def _today():
    return timezone.now().toordinal()
