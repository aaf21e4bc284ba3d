"""What a person typed, taken apart into what they may mean."""

from dataclasses import dataclass
from functools import cached_property

from .common_words import STOP_WORDS
from .index import Meaning, Part
from .spelling import mended
from .words import WORD, normalised, phrase_words, stem, words_of

LONGEST = 200
MOST_WORDS = 24
MOST_MENDED = 6
SHORTEST_JOINED = 7
SYNONYM = 0.8


@dataclass(frozen=True)
class Question:
    """``text`` is what search read, ``mended`` the same with misspelled words put right, empty where none was.

    ``unknown``: words that nothing here has. ``parts``: what is searched for. ``emergency``: whether anything that was
    typed, read or not, is a sign that staff marked as one.
    """

    text: str
    clipped: bool
    parts: tuple
    mended: str
    unknown: tuple
    emergency: bool

    @property
    def is_empty(self):
        """Whether it holds no word that says what it is about."""
        return not self.parts and not self.unknown

    @cached_property
    def typed(self):
        """The stems that were typed."""
        return self._stems(lambda meaning: meaning.nearness == 1)

    @cached_property
    def all_stems(self):
        """The stems that were typed, and those of all that they also mean."""
        return self._stems(lambda meaning: True)

    def said_in(self, stems):
        """Which stems of a text answer the question: those typed, and those of a synonym that is there as a whole."""
        near = self.all_stems.intersection(stems)
        if near <= self.typed:
            return near
        meanings = (meaning.stems for part in self.parts for meaning in part.meanings)
        whole = {each for meant in meanings if near.issuperset(meant) for each in meant}
        return (near & self.typed) | whole

    def _stems(self, wanted):
        meanings = (meaning for part in self.parts for meaning in part.meanings if wanted(meaning))
        return frozenset(each for meaning in meanings for each in meaning.stems)


def ask(typed, index):
    """The Question that ``typed`` is. Whatever it holds, this costs little: only its first 200 characters are read.

    Signs of an emergency are looked for in all of it.
    """
    text = " ".join(typed.split())
    clipped = len(text) > LONGEST
    if clipped:
        text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
    words, mending, unknown = _known_words(_joined(words_of(text)[:MOST_WORDS], index), index)
    parts = _parts(phrase_words(words), index.synonyms)
    put_right = WORD.sub(lambda match: mending.get(normalised(match[0]), match[0]), text) if mending else ""
    emergency = any(part.emergency for part in (*parts, *_parts(phrase_words(words_of(typed)), index.synonyms)))
    return Question(text, clipped, parts, put_right, unknown, emergency)


def _joined(words, index):
    """``words`` with two of them made one where they are one in a name: “non union”, “micro discectomy”."""
    joined = []
    for word in words:
        whole = joined[-1] + word if joined else ""
        if len(whole) >= SHORTEST_JOINED and whole in index.name_words:
            joined[-1] = whole
        else:
            joined.append(word)
    return joined


def _known_words(words, index):
    """(the words to search for, misspelled word -> what it was meant to be, the words that nothing has)."""
    found, mending, unknown = [], {}, []
    for word in words:
        if stem(word) in index.stems or word in STOP_WORDS:
            found.append(word)
            continue
        better = mended(word, index) if len(mending) + len(unknown) < MOST_MENDED else ()
        if better:
            mending[word] = " ".join(better)
            found.extend(better)
        else:
            unknown.append(word)
    return found, mending, tuple(dict.fromkeys(unknown))


def _parts(words, synonyms):
    """The parts of a question: each the longest phrase that has a synonym, or a word that is no stop word."""
    parts, at = [], 0
    while at < len(words):
        end, sense = synonyms.longest_at(words, at)
        said = tuple(stem(word) for word in words[at:end] if word not in STOP_WORDS)
        meant = tuple(Meaning(other, SYNONYM) for other in sense.meant) if sense else ()
        if meanings := (Meaning(said, 1.0), *meant) if said else meant:
            parts.append(Part(meanings, bool(sense and sense.emergency)))
        at = end
    return tuple(dict.fromkeys(parts))
