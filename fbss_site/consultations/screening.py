"""What makes a request look like spam. A suspect is put aside, never refused: staff look at it and may release it."""

import re

import phonenumbers
from django.db import models

from .trust import SHORTEST

WEB_ADDRESS = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
COSTLY = {phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST}


class Suspicion(models.TextChoices):
    TRAP = "trap", "Filled in the field that people do not see"
    FAST = "fast", f"Sent within {SHORTEST} seconds"
    LINK = "link", "Holds a web address"
    COSTLY = "costly", "A number that costs extra to call"
    RATE = "rate", "Many requests from one connection within an hour"
    REPEATED = "repeated", "Many requests with this phone or e-mail within a day"


def suspicions(form, age):
    """What one valid form, ``age`` seconds old, gives away by itself."""
    details = form.details()
    found = {
        Suspicion.TRAP: bool(form.cleaned_data["website"]),
        Suspicion.FAST: age < SHORTEST,
        Suspicion.LINK: bool(WEB_ADDRESS.search(f"{details.name}\n{details.note}")),
        Suspicion.COSTLY: phonenumbers.number_type(details.phone_number) in COSTLY,
    }
    return [suspicion for suspicion, holds in found.items() if holds]
