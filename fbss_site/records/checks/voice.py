"""What a sentence does with the words that a check found in it: asserts, denies, asks, reports."""

import re

from .patterns import any_of, whole

DENIAL = whole(
    r"no, not, never, nobody, none, nothing, cannot, neither, nor, few, hardly, rarely, seldom, unlikely, "
    r"impossible, \w{2,7}n't, wary, careful, suspicious, beware, too good, rather than, instead of, far from, "
    r"avoid (?:any|anyone|words|clinics|people|those), without (?:a |any )?(?:guarantee|promise)"
)
MERELY = any_of("just, only, merely, simply, short of, less than")
SELLER = any_of("just, only, simply, we, our, i, so, get, try, come, call, you")
AUXILIARY = any_of("is, are, was, were, has, have, do, does, can, may, will")
UNTRUE = any_of("not, never, no, unlikely, rare, rarely, seldom, impossible, uncommon, neither")
# “Not just”, and what starts the seller's own turn: “No drugs, no surgery, just …”, “Not happy? We …”.
DENIAL_OVER = re.compile(
    rf"\A\s+{MERELY}\b|[;:]|\bbut\b"
    rf"|,\s*{SELLER}\b",
    re.IGNORECASE,
)
DENIED_LATER = re.compile(
    rf"\A\W*(?:[\w'-]+\W+){{0,6}}?{AUXILIARY}"
    rf"(?:n't|\s+{UNTRUE})\b"
    r"|\A\W*(?:[\w'-]+\W+){0,3}?cannot\b",
    re.IGNORECASE,
)
REPORTS = any_of(
    "claims? (?:that|of), sounds? like, as if, (?:been|be|were|was|are) (?:told|called|labell?ed|said to), to call, "
    "calling, call (?:people|anyone|someone|you), words? such as, the words?, phrases?"
)
REPORTED = re.compile(rf"\b{REPORTS}\b[^.;:]{{0,60}}\Z", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:I|I'm|I'd|I'll|me|my|mine)\b")
SEEKS_CARE = whole(
    r"call, phone, ring, contact, tell, emergency, urgent, urgently, straight away, right away, immediately, "
    r"at once, get help, seek, (?:same|that) day, prompt, promptly, be (?:seen|checked|examined), "
    r"medical (?:help|advice), see (?:a|an|your|the) (?:doctor|surgeon|nurse|clinician|gp|specialist|team|clinic), "
    r"needs? (?:\w+ ){0,3}(?:check|assessment|help|attention)"
)
SELLS = whole(
    r"schedul\w+, book, appointment, consultation, free, learn more, today to, "
    r"our (?:\w+ ){0,2}(?:experts?|specialists?)"
)
LONGEST_DENIAL = 90


def is_denied(text, start, end):
    """Whether the sentence says that what stands from ``start`` to ``end`` is not so, warns of it or reports it."""
    before = text[max(start - LONGEST_DENIAL, 0) : start]
    if REPORTED.search(before):
        return True
    claim = text[start:end]
    return any(not DENIAL_OVER.search(before[match.end() :] + claim) for match in DENIAL.finditer(before))


def is_denied_later(text, end):
    """Whether what follows takes it back: “A cure has not been found.”"""
    return bool(DENIED_LATER.match(text[end : end + LONGEST_DENIAL]))


def asks_for_oneself(sentence):
    """A patient's own question, such as “Will I be free of pain?”"""
    return sentence.is_question and bool(FIRST_PERSON.search(sentence.text))


def seeks_care(text):
    return bool(SEEKS_CARE.search(text)) and not sells(text)


def sells(text):
    return bool(SELLS.search(text))
