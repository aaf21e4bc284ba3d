"""The sources that a record leans on exist, stand, and say something."""

import re

from fbss_site.citations.models import Citation

from .claims import claim_in
from .findings import Level
from .patterns import whole

CHECK = "source"
# What a plan of a study can be cited for.
PLAN = whole(
    r"plan, plans, planned, planning, under ?way, in progress, protocol, no results?, ongoing, recruit\w*, "
    r"intend\w*, not (?:yet )?(?:finished|reported|over|done|known|out), results are (?:awaited|not), await\w*, "
    r"will (?:compare|test|follow|study|look|enrol\w*), is (?:comparing|testing|recruiting), set up to, designed to, "
    r"(?:are )?being (?:compared|tested|studied), has (?:begun|started)"
)
LAPSED = whole("lapsed, superseded, no longer, replaced, withdrawn, out of date, older, since then, at the time")
MALFORMED = re.compile(r"\[\s*@[^\[\]\n]{0,100}\]?|\(@[\w-]{1,64}\)|(?<!\w)@[a-z]{2,40}(?:19|20)\d\d\w?\b")


def check(record):
    yield from _in_front(record)
    for text in record.sections:
        for match in MALFORMED.finditer(text.plain):
            message = "This citation would show as it stands. Write it as in [@kumar2007; @hara2022]."
            yield text.finding(CHECK, *match.span(), message)
        for sentence in text.sentences:
            for key, offset in sentence.citations.items():
                if found := _judge(record, key, sentence):
                    level, message = found
                    start = text.raw.index(f"@{key}", offset)
                    yield text.finding(CHECK, start, start + len(key) + 1, message, level=level)


def _in_front(record):
    key = record.document.front.get("citation")
    if not isinstance(key, str) or not key or "citation" not in record.model.front_fields:
        return  # none, or no key at all: completeness.py and the loader say so
    kind, status = record.library.citations.get(key, (None, None))
    found = _status(key, kind, status)
    if kind == Citation.Type.PROTOCOL:
        found = Level.BLOCKS, f"“{key}” is the plan of a study: it has no result to show."
    if found:
        level, message = found
        yield record.finding(CHECK, "citation", message, level=level, words=str(key))


def _judge(record, key, sentence):
    kind, status = record.library.citations.get(key, (None, None))
    if found := _status(key, kind, status):
        is_said = found[0] == Level.WARNS and any(LAPSED.search(other.text) for other in sentence.block.sentences)
        return None if is_said else found
    if kind != Citation.Type.PROTOCOL:
        return None
    if not PLAN.search(sentence.text):
        return Level.BLOCKS, f"“{key}” is the plan of a study. Cite it only for saying that a trial is under way."
    if claim_in(sentence) and set(sentence.citations) == {key}:
        return Level.BLOCKS, f"“{key}” is the plan of a study and proves nothing. Cite a result, or leave this out."
    return None


def _status(key, kind, status):
    if kind is None:
        return Level.BLOCKS, f"There is no citation “{key}”. Add it to the citations first, or mend the key."
    if status == Citation.Status.RETRACTED:
        return Level.BLOCKS, f"“{key}” was retracted. Take it out, and whatever stands on it alone."
    if status == Citation.Status.SUPERSEDED:
        return Level.WARNS, f"“{key}” is superseded or lapsed. Cite what replaced it, or say that it has lapsed."
    return None
