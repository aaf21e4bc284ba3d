"""How long the sender had the form, and what names a request without saying anything: without a cookie.

A signed time, bound to the host, stands in the form. Which page sent it, and from where, is guarding's to say.
"""

import time

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


def sent_pass(reference):
    """What the address of a request's page holds instead of anything about the person."""
    return signing.Signer(salt=SENT).sign(reference)


def reference_of(sent):
    """The reference in a pass, or None when it is forged."""
    try:
        return signing.Signer(salt=SENT).unsign(sent)
    except signing.BadSignature:
        return None
