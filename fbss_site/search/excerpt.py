"""The sentence of a hit that matches best, and its words marked."""

import re
from typing import NamedTuple

from .words import WORD, normalised, stem, words_of

LONGEST = 300  # as long as a summary may be
CLEARLY = 1.2
SYNONYM_WORTH = 0.02  # of a typed word: it only decides where nothing typed is there
PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class Piece(NamedTuple):
    text: str
    is_match: bool


class Excerpt(NamedTuple):
    """``section`` and ``heading``: where on the page it stands, empty for what stands at its top."""

    pieces: tuple[Piece, ...]
    section: str
    heading: str


def excerpt_of(entry, question, rarity, words):
    """The summary, or the first sentence that says clearly more of the question than the summary does.

    ``rarity``: stem -> what a word is worth. ``words``: what the clinic's own words stand for.
    """
    best, best_worth = (entry.summary, (), "", ""), _worth(question, _stems(entry.summary), rarity)
    for line in entry.lines:
        worth = _worth(question, line[1], rarity)
        if worth > best_worth * CLEARLY:
            best, best_worth = line, worth
    text, _, section, heading = best
    text = PLACEHOLDER.sub(lambda match: words.get(match[1], ("",))[0], text)
    return Excerpt(_clipped(marked(text, question)), section, heading)


def marked(text, question):
    """``text`` in Pieces: the words that answer the question, and what stands between them."""
    wanted = question.said_in(_stems(text))
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if stem(normalised(match[0])) in wanted:
            pieces += [Piece(text[end : match.start()], False), Piece(match[0], True)]
            end = match.end()
    pieces.append(Piece(text[end:], False))
    return tuple(piece for piece in pieces if piece.text)


def _worth(question, stems, rarity):
    said = question.said_in(stems)
    return sum(rarity[each] * (1 if each in question.typed else SYNONYM_WORTH) for each in said)


def _stems(text):
    return [stem(word) for word in words_of(text)]


def _clipped(pieces):
    """Not much more than the longest excerpt, around the first match and at the ends of words."""
    if sum(len(piece.text) for piece in pieces) <= LONGEST:
        return pieces
    kept, left = [], LONGEST
    before, *others = pieces if not pieces[0].is_match else (Piece("", False), *pieces)
    if len(before.text) > LONGEST // 3:
        before = Piece("… " + before.text[-LONGEST // 3 :].partition(" ")[2], False)
    for piece in (before, *others):
        if len(piece.text) > left:
            kept.append(Piece(piece.text[:left].rpartition(" ")[0] + " …", False))
            break
        kept.append(piece)
        left -= len(piece.text)
    return tuple(piece for piece in kept if piece.text)
