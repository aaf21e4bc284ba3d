"""The index that this process searches in, read again soon after the library has changed.

Each process holds its own and asks at most once a second whether another one has changed the library: every saved or
deleted record, term or synonym gives ``LibraryVersion`` a new token. Only texts that are no longer the same are taken
apart again. A record whose scheduled time comes without anyone saving it is found within a minute; one whose time is
over is never shown, because all hits are looked up among the published records of that moment.
"""

import threading
import time
from typing import NamedTuple

from django.db.models.signals import post_delete, post_save

from fbss_site.glossary.models import Term
from fbss_site.records.models import ContentRecord

from . import entries
from .index import Index
from .models import LibraryVersion, Synonym
from .synonyms import make_synonyms

ASK_EVERY = 1.0  # seconds
READ_EVERY = 60.0


class Held(NamedTuple):
    index: Index
    hashes: dict  # (label, slug or key) -> hash of its text
    token: str
    read_at: float


_held = None
_asked_at = 0.0
_lock = threading.Lock()


def current_index():
    """The index, not older than what its module says. Two queries at most, mostly none."""
    if _held and time.monotonic() - _asked_at < ASK_EVERY:
        return _held.index
    # While one thread reads, the others go on with what there is; only the first read is waited for.
    if not _lock.acquire(blocking=_held is None):
        return _held.index
    try:
        return _renewed().index
    finally:
        _lock.release()


def _renewed():
    global _held, _asked_at
    now = time.monotonic()
    if not (_held and now - _asked_at < ASK_EVERY):
        _asked_at = now
        token = LibraryVersion.now()
        if not _held or _held.token != token or now - _held.read_at >= READ_EVERY:
            _held = _read(_held, token, now)
    return _held


def _read(held, token, now):
    sources = entries.read_sources()
    hashes = {key: hash(text) for key, text in sources.items()}
    before = held.hashes if held else {}
    known = {(entry.label, entry.slug): entry for entry in held.index.entries} if held else {}
    found = [
        known[key] if before.get(key) == hashes[key] else entries.make_entry(*key, text)
        for key, text in sources.items()
        if key[0] != entries.SYNONYM
    ]
    same_names = held and _names(before) == _names(hashes)
    synonyms = held.index.synonyms if same_names else _synonyms(sources)
    return Held(Index((*found, *entries.place_entries()), synonyms), hashes, token, now)


def _names(hashes):
    return {key: fresh for key, fresh in hashes.items() if key[0] in (entries.SYNONYM, entries.TERM)}


def _synonyms(sources):
    return make_synonyms(
        [entries.synonym_row(text) for (label, _), text in sources.items() if label == entries.SYNONYM],
        [entries.term_names(text) for (label, _), text in sources.items() if label == entries.TERM],
    )


def note_change(sender, **kwargs):
    """Receiver of ``post_save`` and ``post_delete`` of every model."""
    global _asked_at
    if issubclass(sender, ContentRecord | Term | Synonym):
        LibraryVersion.change()
        _asked_at = 0.0  # this process need not wait for its second to pass


def watch():
    post_save.connect(note_change, dispatch_uid="search.note_change")
    post_delete.connect(note_change, dispatch_uid="search.note_change")
