"""All entries in memory, and how well each answers the parts of a question."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .common_words import STOP_WORDS
from .words import stem

SATURATION = 5.0  # BM25's k1, in the unit of an entry's weights
NAME_BONUS, LINE_BONUS = 2.5, 0.5
EMERGENCY_URGE = 2.0
SAID_TWICE = 0.4  # of a second way to say the same part
CLOSELY_READ = 60
SEVERAL = 3


class Meaning(NamedTuple):
    """One way to take a part of a question: stems, and how near they are to what was typed (1: the same)."""

    stems: tuple
    nearness: float


class Part(NamedTuple):
    """A word or phrase of a question, with all that it may mean. ``emergency``: staff marked it as a sign of one."""

    meanings: tuple[Meaning, ...]
    emergency: bool = False

    def nearness_to(self, stems):
        """How much of the part a set of ``stems`` holds, from 0 to 1."""
        return max(nearness * sum(each in stems for each in meant) / len(meant) for meant, nearness in self.meanings)

    def is_said_in(self, stems):
        """Whether a set of ``stems`` holds all that was typed."""
        return any(nearness == 1 and stems.issuperset(meant) for meant, nearness in self.meanings)


class Match(NamedTuple):
    """``sure``: of an emergency, how surely the question means it, from 0 to 1."""

    score: float
    entry: object
    sure: float


@dataclass(frozen=True)
class Index:
    """``synonyms``: synonyms.Synonyms."""

    entries: tuple
    synonyms: object

    @cached_property
    def words(self):
        return frozenset(self.synonyms.words).union(*(entry.words for entry in self.entries))

    @cached_property
    def stems(self):
        return frozenset(map(stem, self.words))

    @cached_property
    def spellings(self):
        """The words that a misspelled one may have been meant to be."""
        return [word for word in self.words if len(word) > 2 and word.isalpha() and word not in STOP_WORDS]

    @cached_property
    def name_stems(self):
        names = frozenset(each for entry in self.entries for name in entry.names for each in name)
        return names | self.synonyms.stems

    @cached_property
    def name_words(self):
        """The words that say something and whose stem is in a name or a synonym."""
        return frozenset(word for word in self.words if word not in STOP_WORDS and stem(word) in self.name_stems)

    def how_common(self, one_stem):
        return sum(one_stem in entry.weights for entry in self.entries)

    def rarity(self, one_stem):
        """What a word is worth: BM25's inverse document frequency."""
        return _rarity(len(self.entries), self.how_common(one_stem))

    def matches(self, parts):
        """The entries that answer ``parts``, best first."""
        worth, totals = self._add_up(parts)
        whole = sum(worth) or 1.0
        first = [(total * covered / whole, at) for at, (total, covered) in totals.items()]
        first.sort(key=lambda pair: (-pair[0], pair[1]))
        reading = _Reading(parts, worth)
        found = [
            reading.match(score, self.entries[at]) if rank < CLOSELY_READ else Match(score, self.entries[at], 0.0)
            for rank, (score, at) in enumerate(first)
        ]
        return sorted(found, key=lambda match: -match.score)

    def _add_up(self, parts):
        """What each part is worth, and for each entry's place (its score, the worth of the parts that it has)."""
        columns, worth, totals = {}, [], {}
        for part in parts:
            scores = {}
            for stems, nearness in part.meanings:
                for at, score in self._scores(stems, columns).items():
                    scores.setdefault(at, []).append(nearness * score)
            rarest = max(nearness * sum(columns[each][0] for each in stems) for stems, nearness in part.meanings)
            urge = EMERGENCY_URGE if part.emergency else 1.0
            worth.append(urge * rarest)
            for at, found in scores.items():
                total, covered = totals.get(at, (0.0, 0.0))
                # An entry that says it in two ways is more about it than one that says it in one.
                totals[at] = (total + urge * (max(found) + SAID_TWICE * (sum(found) - max(found))), covered + worth[-1])
        return worth, totals

    def _scores(self, stems, columns):
        """Entry's place -> BM25 for ``stems``; of a phrase, less where only a part of it is there."""
        scores, hits = {}, {}
        for each in stems:
            if each not in columns:
                columns[each] = self._column(each)
            for at, score in columns[each][1].items():
                scores[at] = scores.get(at, 0.0) + score
                hits[at] = hits.get(at, 0) + 1
        return {at: score * (hits[at] / len(stems)) ** 2 for at, score in scores.items()}

    def _column(self, one_stem):
        """(how rare the stem is, entry's place -> its score)."""
        weights = [(at, entry.weights[one_stem]) for at, entry in enumerate(self.entries) if one_stem in entry.weights]
        rarity = _rarity(len(self.entries), len(weights))
        return rarity, {at: rarity * weight * (SATURATION + 1) / (weight + SATURATION) for at, weight in weights}


def _rarity(entries, holders):
    return math.log(1 + (entries - holders + 0.5) / (holders + 0.5))


class _Reading:
    """Reads names and sentences for how much of a question each of them holds."""

    def __init__(self, parts, worth):
        self._parts, self._worth, self._whole = parts, worth, sum(worth) or 1.0
        self._meant = frozenset(each for part in parts for stems, _ in part.meanings for each in stems)
        self._shares = {}

    def match(self, score, entry):
        """The score counts more for a name that the question is, or a sentence with all of it."""
        shares = [(self._share(name), len(self._meant.intersection(name)) / len(name)) for name in entry.names]
        name = max(share * part for share, part in shares)
        line = max((self._share(stems) for _, stems, *_ in entry.lines), default=0.0)
        fit = 1 + NAME_BONUS * name + LINE_BONUS * line
        return Match(score * fit, entry, self._sureness(entry) if entry.is_emergency else 0.0)

    def _sureness(self, entry):
        """How much of what was typed one of the entry's names holds, or half of what one of its sentences holds.

        Half a phrase does not count, and a sentence only with several parts: a knee and pain are in many. A card, which
        has no page, is signs and little else, so that each of its words counts.
        """
        named = max(sum(self._said(name)) for name in entry.names)
        lines = [self._said(stems) for _, stems, *_ in entry.lines]
        if not entry.shown:
            return max(named, *map(sum, lines), 0.0) / self._whole
        return max(named, 0.5 * max((sum(said) for said in lines if len(said) >= SEVERAL), default=0.0)) / self._whole

    def _said(self, stems):
        """What each part is worth that ``stems`` hold as it was typed."""
        held = self._meant.intersection(stems)
        parts = zip(self._parts, self._worth, strict=True)
        return [worth for part, worth in parts if part.is_said_in(held)] if held else []

    def _share(self, stems):
        """How much of the question ``stems`` hold, from 0 to 1."""
        held = self._meant.intersection(stems)
        if held not in self._shares:
            worth = sum(worth * part.nearness_to(held) for part, worth in zip(self._parts, self._worth, strict=True))
            self._shares[held] = worth / self._whole
        return self._shares[held]
