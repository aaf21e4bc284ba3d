"""Synonyms as search uses them: those that staff keep, and the names that the glossary gives to one thing."""

from dataclasses import dataclass
from typing import NamedTuple

from .common_words import STOP_WORDS
from .words import content_stems, phrase_words, stem, words_of

# “not” between the words of a phrase would turn it round.
PASSED_OVER = STOP_WORDS - {"not"}


class Sense(NamedTuple):
    """What a phrase also means: tuples of stems."""

    meant: tuple
    emergency: bool


@dataclass(frozen=True)
class Synonyms:
    """``by_first``: a stem -> the phrases that start with it, as (stems, Sense), the longest first.

    ``words``: every word of a phrase, for mending misspellings.
    """

    by_first: dict
    words: frozenset

    @property
    def stems(self):
        return frozenset(each for phrases in self.by_first.values() for stems, _ in phrases for each in stems)

    def longest_at(self, words, start):
        """(where it ends, Sense) of the longest phrase from ``start`` on, or (the next place, None).

        Words that say nothing by themselves may stand between its own.
        """
        for phrase, sense in self.by_first.get(stem(words[start]), ()):
            if end := _end(phrase, words, start):
                return end, sense
        return start + 1, None


def make_synonyms(rows, term_names):
    """``rows``: (words, also means, emergency). ``term_names``: the names of each glossary term."""
    senses, words = {}, set()
    for typed, also_means, emergency in [*rows, *((names, names, False) for names in term_names if len(names) > 1)]:
        meant = [content_stems(text) for text in also_means]
        for phrase in typed:
            stems = tuple(stem(word) for word in phrase_words(words_of(phrase)))
            old = senses.get(stems, Sense((), False))
            more = tuple(other for other in meant if other not in (stems, *old.meant))
            senses[stems] = Sense((*old.meant, *more), old.emergency or emergency)
            words.update(words_of(phrase))
    by_first = {}
    for stems, sense in sorted(senses.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(stems[0], []).append((stems, sense))
    return Synonyms(by_first, frozenset(words))


def _end(phrase, words, start):
    """The place after ``phrase`` in ``words``, of which its first stands at ``start``; 0 where it is not there."""
    at = start
    for wanted in phrase[1:]:
        at += 1
        while at < len(words) and stem(words[at]) != wanted and words[at] in PASSED_OVER:
            at += 1
        if at >= len(words) or stem(words[at]) != wanted:
            return 0
    return at + 1
