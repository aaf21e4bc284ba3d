"""Nothing unfinished reaches a reader: notes to oneself, links that lead nowhere, numbers that nobody answers."""

import re

import phonenumbers

from .patterns import any_of, whole
from .text import LINK

CHECK = "placeholder"
PART = any_of(
    "link, name, phone(?: number)?, telephone(?: number)?, number, address, image, photo, picture, logo, url, "
    "email, date, reference, citation, source, text, map, video"
)
BARE = any_of(
    "link, url, ref, reference, citation, logo, phone(?: number)?, image, photo, clinic name, doctor'?s? name"
)
# In brackets, but not the text of a link.
NOTE = re.compile(
    rf"[(\[<]\s*(?:(?:add|insert)\s[^)\]>\n]{{1,80}}|(?:your|our)\s+(?:\w+\s+){{0,2}}{PART}|{BARE}"
    rf"|(?:\w+\s+){{0,2}}{PART}\s+(?:here|to\s+[^)\]>\n]{{1,60}}|needed|missing|goes\s+here))\s*[)\]>](?!\()",
    re.IGNORECASE,
)
BLANK = re.compile(r"\[\s*(?:name|date|number|address|time|place|X+|N+|\.{2,}|…)\s*\](?!\()", re.IGNORECASE)
UNFINISHED = re.compile(
    r"\b(?:TODO|TO-DO:|(?i:TBC|TBD|TBA)|FIXME)\b|\bX{2,}\b|\bx{3,}\b|\?{3,}|\bX{1,2}\s?%|\{{2,}|\}{2,}|\{%|%\}"
)
STOPGAP = whole(
    r"todo:, lorem(?: ipsum)?, dolor sit amet, coming soon, under construction, placeholder, "
    r"(?:dummy|sample|filler) text, will (?:be )?(?:added|written|completed|follow) (?:later|soon|here|shortly), "
    r"insert (?:\w+ ){1,3}here, (?:click|tap) (?:on )?(?:here|this link|the link (?:below|above)|the button below)"
)
# “Hours: to be confirmed”, but not “The diagnosis has to be confirmed”.
TO_BE_DONE = re.compile(
    r"(?<!has )(?<!have )(?<!had )(?<!need )(?<!needs )(?<!is )(?<!are )(?<!ought )"
    r"\bto\s+be\s+(?:confirmed|added|written|completed|announced|decided|supplied)\b[.)\]\s]*\Z",
    re.IGNORECASE,
)
SHORT = 60
NO_PLACE = any_of("(?:click |see )?here, click, (?:this )?link, (?:read |learn )?more, this(?: page)?")
EMPTY_WORDS = re.compile(rf"\A{NO_PLACE}[.!]?\Z", re.IGNORECASE)
EMPTY_TARGET = re.compile(
    r"\A(?:|#|\.|todo|tbc|tbd|link|url|xxx+|https?://|https?://(?:www\.)?example\.(?:com|org|net)\S*|\.\.\.|…)\Z",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w.,/-])[+(]?[\dxX#][\dxX#() .-]{5,17}[\dxX#](?![\w/%-])(?!,\d)")
CALL = any_of("call, phone, ring, tel, telephone, text, fax, dial, contact, reach us, number is, hotline")
CALLING = re.compile(rf"\b{CALL}\b[^.!?\n]{{0,40}}\Z", re.IGNORECASE)
SHORT_NUMBER = re.compile(r"\A\d{3,6}\Z")
NO_PHONE = (
    "This is no phone number. Write {{clinic_phone}}, {{urgent_line}} or {{emergency_number}}: "
    "each clinic fills in its own."
)


def check(record):
    for text in record.texts:
        yield from _notes(text)
        yield from _links(text)
        yield from _phones(text)


def _notes(text):
    for match in (*NOTE.finditer(text.raw), *BLANK.finditer(text.raw)):
        message = "This note to yourself is still here. Put in what is missing, or delete it."
        yield text.finding(CHECK, *match.span(), message)
    for pattern in (UNFINISHED, STOPGAP):
        for match in pattern.finditer(text.plain):
            yield text.finding(CHECK, *match.span(), _advice(match[0]))
    for sentence in text.sentences:
        if len(sentence.text) <= SHORT and (match := TO_BE_DONE.search(sentence.text)):
            start = sentence.start + match.start()
            yield text.finding(CHECK, start, sentence.start + match.end(), "Put in what is missing, or delete this.")


def _advice(words):
    if words.lower().startswith(("click", "tap")):
        return "Let the words of the link say where it leads."
    if set(words) <= set("{}%"):
        return "These braces would show on the page. Write a clinic's own words as in {{clinic_phone}}."
    return "This stands for something unfinished. Put in what is missing, or delete it."


def _links(text):
    if not text.is_section:
        return
    for match in LINK.finditer(text.raw):
        shown, target = match[1].strip(" *_`"), match[2].strip().split(" ")[0].strip("<>")
        if not shown or EMPTY_TARGET.match(target):
            message = "This link is empty. Give it both words and an address."
            yield text.finding(CHECK, *match.span(), message)
        elif EMPTY_WORDS.match(shown):
            yield text.finding(CHECK, match.start(1), match.end(1), "Let the words of the link say where it leads.")
        elif target.lower().startswith("tel:") and not _is_phone(target[4:]):
            yield text.finding(CHECK, *match.span(), NO_PHONE)


def _phones(text):
    for match in PHONE.finditer(text.plain):
        if CALLING.search(text.plain[max(match.start() - 60, 0) : match.start()]) and not _is_phone(match[0]):
            yield text.finding(CHECK, *match.span(), NO_PHONE)


def _is_phone(number):
    if SHORT_NUMBER.match(number):
        return True
    region = "GB" if number.lstrip("( ").startswith("0") else "US"
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False
