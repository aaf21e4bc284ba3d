"""Reads the environment for settings.py and says what is missing or unsafe.

The local default is safe because it serves loopback only. ``FBSS_PRODUCTION=1``
is the one switch to production, where every fault is named at once.
"""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

SECRET_KEY_LENGTH = 50
LOOPBACK_HOSTS = [".localhost", "127.0.0.1", "[::1]"]
TRUE = {"1", "true", "yes", "on"}
# How the link to a mail server is protected -> its usual port. Without protection only on this machine.
MAIL_PORTS = {"smtps": 465, "smtp+starttls": 587, "smtp": 25}


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
    if not flag(environ, "FBSS_TRUSTED_PROXY"):
        faults.append(
            "FBSS_TRUSTED_PROXY: put a proxy before the site that ends HTTPS and always sets X-Forwarded-Proto and"
            " X-Forwarded-For itself, then say 1; without one there is no HTTPS."
        )
    return [*faults, *_data_key_faults(environ), *_mail_faults(environ)]


def _data_key_faults(environ):
    keys = names(environ, "FBSS_DATA_KEYS")
    make = "python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
    if not keys:
        return [f"FBSS_DATA_KEYS: set it to the key that patients' requests are encrypted with ({make})."]
    faults = []
    if not all(_is_data_key(key) for key in keys):
        faults.append(f"FBSS_DATA_KEYS: one of the keys is no key; each is made like this: {make}.")
    if environ.get("FBSS_SECRET_KEY") in keys:
        faults.append("FBSS_DATA_KEYS: FBSS_SECRET_KEY is one of them; patients' requests need a key of their own.")
    return faults


def _is_data_key(key):
    try:
        return bool(Fernet(key)) and len(set(key)) >= 5
    except ValueError:
        return False


def _mail_faults(environ):
    faults = []
    try:
        if mail_server(environ) is None:
            faults.append(
                "FBSS_SMTP_URL: name the mail server that tells staff of a request, as smtps://user:password@host or"
                " smtp+starttls://…; smtp://localhost for one on this machine."
            )
    except ImproperlyConfigured as problem:
        faults.append(str(problem))
    if "@" not in environ.get("FBSS_MAIL_FROM", ""):
        faults.append("FBSS_MAIL_FROM: name the address that the site's mail comes from.")
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
    key = _kept(data_dir / "secret-key", secrets.token_urlsafe(60))
    return key if len(key) >= SECRET_KEY_LENGTH else secrets.token_urlsafe(60)


def local_data_keys(data_dir):
    """The keys for personal data, kept in the data folder, the newest first.

    A damaged key is given as it stands, so that whoever uses it refuses it: a new one in its place would
    hide that older requests can no longer be read.
    """
    return _kept(data_dir / "data-keys", Fernet.generate_key().decode()).replace(",", " ").split()


def _kept(path, fresh):
    """The text of the file at ``path``, which is made with ``fresh`` in it, for its owner alone, where it is missing.

    ``fresh`` where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            # Whole before it has its name: another process may look for it at the same moment.
            with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:
                file.write(fresh)
                file.flush()
                with suppress(FileExistsError):
                    os.link(file.name, path)
        return path.read_text()
    except OSError:
        return fresh


class MailServer(NamedTuple):
    host: str
    port: int
    user: str
    password: str
    ssl: bool
    starttls: bool


def mail_server(environ):
    """The mail server of FBSS_SMTP_URL, or None without one. Raises ImproperlyConfigured with a sentence."""
    address = environ.get("FBSS_SMTP_URL", "")
    if not address:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port or MAIL_PORTS[parts.scheme]
    except (ValueError, KeyError):
        parts = None
    if not (parts and parts.hostname):
        raise ImproperlyConfigured(
            "FBSS_SMTP_URL: write it as smtps://user:password@mail.example.org or smtp+starttls://…."
        )
    if parts.scheme == "smtp" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise ImproperlyConfigured(
            "FBSS_SMTP_URL: smtp:// sends mail and password unencrypted; use smtps:// or smtp+starttls://."
        )
    return MailServer(
        parts.hostname,
        port,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        parts.scheme == "smtps",
        parts.scheme == "smtp+starttls",
    )
