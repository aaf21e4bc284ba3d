"""Collects, hashes and compresses the static files, but only when their sources changed: it takes seconds."""

import hashlib
import os
from importlib import metadata

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import call_command


def collect_when_changed():
    """Whether it collected. Raises OSError, and then the next start collects again."""
    stamp = settings.DATA_DIR / "static.stamp"
    manifest = settings.STATIC_ROOT / ManifestStaticFilesStorage.manifest_name
    fingerprint = _fingerprint()
    if _read(stamp) == fingerprint and manifest.exists():
        return False
    # A manifest that a full disk cut short cannot be read, and collecting starts by reading it.
    manifest.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(fingerprint)
    return True


def _fingerprint():
    """Changes with every source's path, size or time, and with every installed package's version."""
    lines = [f"{package.name} {package.version}" for package in metadata.distributions()]
    for finder in finders.get_finders():
        for path, storage in finder.list(None):
            source = storage.path(path)
            status = os.stat(source)
            lines.append(f"{source} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()


def _read(stamp):
    try:
        return stamp.read_text()
    except FileNotFoundError:
        return ""
