"""The keys for personal data: sealing and unsealing it, and hashes that tell nothing without the keys.

FBSS_DATA_KEYS holds Fernet keys, the newest first: the first one writes, all of them read. None of this
ever uses SECRET_KEY, which also signs sign-ins and is known to more people and backups.
"""

import base64
import hashlib
import hmac
import json
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class DataKeyError(Exception):
    """There is no usable key, or none that opens what was sealed. Says so without showing any of it."""


def seal(mapping):
    """``mapping`` (plain JSON values) as a text that only the keys open."""
    return _box().encrypt(json.dumps(mapping, ensure_ascii=False).encode()).decode()


def unseal(sealed):
    """The mapping that was sealed. Raises DataKeyError."""
    try:
        return json.loads(_box().decrypt(sealed.encode()))
    except InvalidToken:
        raise DataKeyError("This was encrypted with a key that FBSS_DATA_KEYS does not hold.") from None


def reseal(sealed):
    """The same under the first key; the text itself where it already is. Raises DataKeyError."""
    try:
        _fernets(keys())[0].decrypt(sealed.encode())
        return sealed
    except InvalidToken:
        return seal(unseal(sealed))


def blind_hash(purpose, value):
    """A hash by which equal values are found again, under the first key. Empty for an empty value."""
    return _hash(keys()[0], purpose, value) if value else ""


def blind_hashes(purpose, value):
    """The hashes that ``value`` may be stored under: one a key, because rotation takes its time."""
    return [_hash(key, purpose, value) for key in keys()] if value else []


def daily_hash(purpose, value, day):
    """A hash that cannot be linked with another day's."""
    return blind_hash(f"{purpose} {day.isoformat()}", value)


def daily_hashes(purpose, value, days):
    return [found for day in days for found in blind_hashes(f"{purpose} {day.isoformat()}", value)]


def keys():
    """The configured keys. Raises DataKeyError when there is none or one is malformed."""
    found = tuple(settings.DATA_KEYS)
    _fernets(found)
    return found


def _box():
    return MultiFernet(_fernets(keys()))


@lru_cache(maxsize=8)
def _fernets(found):
    try:
        fernets = [Fernet(key) for key in found]
    except ValueError:
        raise DataKeyError("One of FBSS_DATA_KEYS is no key.") from None
    if not fernets:
        raise DataKeyError("FBSS_DATA_KEYS is empty.")
    return fernets


def _hash(key, purpose, value):
    return hmac.new(_hash_key(key), f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()


@lru_cache(maxsize=8)
def _hash_key(key):
    """A key of its own for hashing, so that no hash weakens the encryption."""
    return HKDF(SHA256(), 32, salt=None, info=b"fbss blind hashes").derive(base64.urlsafe_b64decode(key))
