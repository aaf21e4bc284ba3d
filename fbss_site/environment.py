"""Reads the environment for settings.py and says what is missing or unsafe.

The local default is safe because it serves loopback only. ``FBSS_PRODUCTION=1``
is the one switch to production, where every fault is named at once.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SECRET_KEY_LENGTH = 50
LOOPBACK_HOSTS = [".localhost", "127.0.0.1", "[::1]"]
TRUE = {"1", "true", "yes", "on"}


def flag(environ, name):
    return environ.get(name, "").strip().lower() in TRUE


def names(environ, name):
    return [part.strip() for part in environ.get(name, "").split(",") if part.strip()]


def production_faults(environ):
    """Every reason not to start in production, each a sentence that names the variable."""
    faults = []
    key = environ.get("FBSS_SECRET_KEY", "")
    if len(key) < SECRET_KEY_LENGTH or len(set(key)) < 5 or key.startswith("django-insecure-"):
        faults.append(
            f"FBSS_SECRET_KEY: set it to at least {SECRET_KEY_LENGTH} random characters"
            " (python -c 'import secrets; print(secrets.token_urlsafe(60))')."
        )
    hosts = names(environ, "FBSS_ALLOWED_HOSTS")
    if not hosts:
        faults.append("FBSS_ALLOWED_HOSTS: name the site's host names, with commas between them.")
    elif any(host in {"*", "."} for host in hosts):
        faults.append("FBSS_ALLOWED_HOSTS: “*” lets in every host name; name the real ones.")
    data_dir = environ.get("DATA_DIR", "")
    if not data_dir:
        faults.append("DATA_DIR: name the folder for the database, pictures and static files.")
    elif not Path(data_dir).is_absolute():
        faults.append("DATA_DIR: give the folder's whole path, starting with “/”.")
    if flag(environ, "FBSS_DEBUG"):
        faults.append("FBSS_DEBUG: debug pages show secrets; unset it in production.")
    if environ.get("FBSS_TRUSTED_PROXY", "") == "":
        faults.append(
            "FBSS_TRUSTED_PROXY: say 1 when a proxy of yours ends HTTPS and always sets"
            " X-Forwarded-Proto itself, 0 when there is none."
        )
    return faults


def require_production(environ):
    """Raises ImproperlyConfigured with every fault, one a line."""
    if faults := production_faults(environ):
        lines = "\n".join(f"  - {fault}" for fault in faults)
        raise ImproperlyConfigured(f"The site does not start in production until this is set right:\n{lines}")


def local_secret_key(data_dir):
    """A random key kept in the data folder, so that local sign-ins survive a restart.

    Where the folder cannot be written the key lives as long as the process: ``serve``
    refuses such a folder, and other commands need no lasting key.
    """
    path = data_dir / "secret-key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), open(path, "x", opener=_for_owner_only) as file:
            file.write(secrets.token_urlsafe(60))
        key = path.read_text()
    except OSError:
        key = ""
    return key if len(key) >= SECRET_KEY_LENGTH else secrets.token_urlsafe(60)


def _for_owner_only(path, flags):
    return os.open(path, flags, 0o600)
