"""Who sends a form: a page of ours or a foreign one, and from what part of the internet."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings


def sent_from_here(request):
    """Whether the browser says that a page of this host sent the form.

    A browser that says nothing is believed: whoever can leave these headers out can send the form directly.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    said = request.headers.get("Origin") or request.headers.get("Referer")
    if not said:
        return True
    try:
        return urlsplit(said).netloc.lower() == request.get_host().lower()
    except ValueError:
        return False


def client_network(request):
    """Where a request comes from, coarse enough to be one household: an IPv4 address or an IPv6 /64.

    X-Forwarded-For counts behind a proxy of ours only, and there only its last entry: the sender writes the others.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXY:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or address
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 6 and not found.ipv4_mapped:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str((found.version == 6 and found.ipv4_mapped) or found)
