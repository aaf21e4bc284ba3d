"""Named patterns, tried only where a piece of text that each of them needs is in the sentence.

So a check of a whole record is quick enough to run while someone types.
"""

import re
from typing import NamedTuple


class Pattern(NamedTuple):
    kind: str
    needs: tuple  # lower-case pieces, of which every match holds at least one
    compiled: re.Pattern


def any_of(words):
    """A pattern for any of ``words``, each after a comma and a space; a space in one stands for any blanks."""
    return "(?:" + "|".join(word.strip().replace(" ", r"\s+") for word in words.split(", ")) + ")"


def whole(words):
    """Like any_of, compiled, for whole words."""
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)


def pattern(kind, needs, *alternatives):
    """``needs``: like the words of any_of, but literal."""
    return Pattern(kind, tuple(needs.split(", ")), re.compile("|".join(alternatives), re.IGNORECASE))


def phrases(kind, needs, words):
    """A pattern of whole words; ``words`` as for any_of."""
    return Pattern(kind, tuple(needs.split(", ")), whole(words))


def matches(patterns, sentence):
    """(kind, match) for every match in a Sentence, by place; of those that overlap, the first."""
    text, lower = sentence.text, sentence.lower
    found = [
        (match.start(), -match.end(), one.kind, match)
        for one in patterns
        if any(piece in lower for piece in one.needs)
        for match in one.compiled.finditer(text)
    ]
    end = 0
    for start, _, kind, match in sorted(found, key=lambda item: item[:2]):
        if start >= end:
            yield kind, match
            end = match.end()
