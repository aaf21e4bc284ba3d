"""A figure, and a statement that a treatment works, stands on a citation in its sentence or block."""

import re
from typing import NamedTuple

from fbss_site.citations.models import Citation

from .checked import NUMBER
from .effects import effect_in
from .figures import figure_in

CHECK = "uncited-claim"
TEASER = re.compile(r"\A\W*(?:did you know|would you believe|have you heard)\b", re.IGNORECASE)


class Claim(NamedTuple):
    kind: str
    start: int
    end: int


def check(record):
    for text in record.texts:
        for sentence in text.sentences:
            if sentence.citations or _has_result(record.library, sentence.block.sources):
                continue
            claim = claim_in(sentence)
            if claim and (text.is_section or not _is_backed(record, text, claim)):
                start, end = sentence.start + claim.start, sentence.start + claim.end
                yield text.finding(CHECK, start, end, _advice(text, claim))


def claim_in(sentence):
    """The Claim that a sentence makes, with offsets in the sentence, or None."""
    if sentence.is_question and not TEASER.match(sentence.text):
        return None
    if span := figure_in(sentence):
        return Claim("figure", *span)
    if span := effect_in(sentence):
        return Claim("effect", *span)
    return None


def _has_result(library, keys):
    """Whether any of the citations is more than the plan of a study. Unknown ones are named by sources.py."""
    return any(library.citations.get(key, ("", ""))[0] != Citation.Type.PROTOCOL for key in keys)


def _is_backed(record, text, claim):
    """Values of the front matter hold no citation: the record's texts say the same and cite it."""
    if record.document.front.get("citation"):
        return True
    numbers = set(NUMBER.findall(text.plain, claim.start, claim.end))
    return any(numbers <= found for found in record.cited_numbers)


def _advice(text, claim):
    if not text.is_section:
        return "Say this with its citation in one of the texts below too, or leave it out here."
    if claim.kind == "figure":
        return "Name the source of this figure in the same sentence, as in [@kumar2007], or say it without a figure."
    return "Name the study behind this, as in [@kumar2007], or say what is hoped for instead of what it does."
