"""Whether this machine lets the site start: its options, its data folder and its port."""

import ipaddress
import os
import socket
import tempfile
from argparse import ArgumentTypeError

from django.conf import settings

# One answers while another starts again.
FEWEST_WORKERS = 2
# Connections that may wait while the workers are busy, as many as gunicorn's own default.
BACKLOG = 2048


class StartError(Exception):
    """Why the site does not start, in one line for whoever starts it."""


def port_number(text):
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= 65535):
        raise ArgumentTypeError(f"“{text}” is no port; choose a number from 1 to 65535")
    return int(text)


def worker_count(text):
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) >= FEWEST_WORKERS):
        raise ArgumentTypeError(f"“{text}” does not do; choose a number of at least {FEWEST_WORKERS}")
    return int(text)


def default_workers():
    return max(FEWEST_WORKERS, min(4, os.cpu_count() or FEWEST_WORKERS))


def require_writable(folder):
    """Makes the data folder where there is none. Raises StartError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError as error:
        raise StartError(
            f"The data folder {folder} cannot be written ({error.strerror}). Name another one with DATA_DIR."
        ) from None


def listen(host, port):
    """A socket that listens, held from here until gunicorn takes it, so that nobody gets in between.

    Raises StartError; outside production also for an address that other machines reach.
    """
    family, address = _resolve(host, port)
    if not settings.PRODUCTION and not ipaddress.ip_address(address[0].partition("%")[0]).is_loopback:
        raise StartError(f"--host {host} would open the site to other machines: set FBSS_PRODUCTION=1 for that.")
    try:
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except OSError as error:
        raise StartError(
            f"Port {port} on {host} cannot be used ({os.strerror(error.errno)}). Choose another one with --port."
        ) from None


def _resolve(host, port):
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        found = []
    if not host or not found:
        raise StartError(f"--host “{host}” is no address of this machine; 127.0.0.1 is one.")
    family, *_, address = found[0]
    return family, address
