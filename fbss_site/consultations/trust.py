"""Whether a form comes from our own page, how long its sender had it, and from where: without a cookie.

A signed time, bound to the host, stands in the form; Origin, Referer and Sec-Fetch-Site say which page sent it.
"""

import ipaddress
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing

FORM, SENT = "consultations.form", "consultations.sent"
# Nobody reads and fills in the form in less.
SHORTEST = 3
LONGEST = 24 * 60 * 60


def new_token(host, *, age=0):
    """``age``: how many seconds ago the sender is taken to have got the form."""
    return signing.dumps([host, int(time.time()) - age], salt=FORM)


def token_age(token, host):
    """Seconds since this host gave out the form; None when it is forged, another host's or too old."""
    try:
        signed_host, given_out = signing.loads(token, salt=FORM)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    age = time.time() - given_out
    return age if signed_host == host and age <= LONGEST else None


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


def sent_pass(reference):
    """What the address of a request's page holds instead of anything about the person."""
    return signing.Signer(salt=SENT).sign(reference)


def reference_of(sent):
    """The reference in a pass, or None when it is forged."""
    try:
        return signing.Signer(salt=SENT).unsign(sent)
    except signing.BadSignature:
        return None
