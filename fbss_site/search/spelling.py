"""Which word was meant by one that nothing here has."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .words import stem

CANDIDATES = 12
SHORTEST = 4


def mended(word, index):
    """The known words that ``word`` was meant to be: one, two that were run together, or none."""
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    return _near(word, index) or _begun(word, index) or _run_together(word, index)


def _near(word, index):
    """The known word at the fewest slips of the finger: one in a short word, up to three in a long one.

    The first letter is rarely wrong: never in a short word, and in a long one only if nothing else is.
    """
    slips = 1 if len(word) < 6 else 2 if len(word) < 12 else 3
    found = process.extract(word, index.spellings, scorer=OSA.distance, score_cutoff=slips, limit=CANDIDATES)
    ranked = sorted(
        (distance - 0.5 * (stem(other) in index.name_stems), -index.how_common(stem(other)), other)
        for other, distance, _ in found
        if other[0] == word[0] or (distance == 1 and len(word) > 5)
    )
    return (ranked[0][-1],) if ranked else ()


def _begun(word, index):
    """The most common of the known words that start so."""
    begun = [other for other in index.spellings if other.startswith(word)]
    return (max(begun, key=lambda other: (index.how_common(stem(other)), other)),) if begun else ()


def _run_together(word, index):
    parts = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
    known = [pair for pair in parts if index.words.issuperset(pair)]
    return max(known, key=lambda pair: sum(index.how_common(stem(part)) for part in pair), default=())
