"""What strangers type, without what cannot be seen but acts, and without what should not be in it."""

import re
import unicodedata

# Embeddings, overrides and isolates turn the rest of a line around; the plain marks and joiners do no harm.
DIRECTION_TRICKS = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\ufeff"}
E_MAIL = re.compile(r"[^\s@]\s?@\s?[^\s@]|\(at\)|\[at\]", re.IGNORECASE)
# Seven digits and more, however they are grouped: phone numbers, record numbers, dates of birth.
LONG_NUMBER = re.compile(r"(?:\d[\s().,/+\-‐‑‒–—]{0,3}){7}")
WEB_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)


def one_line(text):
    """``text`` on one line, without control characters and tricks with the direction of text."""
    kept = "".join(
        char
        for char in text
        if char.isspace() or (unicodedata.category(char) not in {"Cc", "Cs"} and char not in DIRECTION_TRICKS)
    )
    return " ".join(kept.split())


def tells_who(text):
    """Whether ``text`` seems to hold an e-mail address, a phone number or another long number."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(E_MAIL.search(plain) or LONG_NUMBER.search(plain))


def leads_away(text):
    return bool(WEB_ADDRESS.search(unicodedata.normalize("NFKC", text)))
