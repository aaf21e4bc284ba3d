"""How hard a record is to read: Flesch-Kincaid grade (Kincaid and others, 1975) of its own words."""

from fbss_site.clinics.local_words import LOCAL_WORDS

from .findings import Level
from .text import syllables

CHECK = "reading-grade"
HARDEST, HARD = 11, 9
# The formula says little about less; and a label of one or two words is no sentence.
FEWEST_WORDS = 40
LABEL = 2
LOCAL = frozenset(word.replace("_", "-") for word in LOCAL_WORDS)


def check(record):
    if not record.is_english:
        message = "This does not read like English, and the checks of wording know English only: have a person read it."
        yield record.finding("language", "", message, level=Level.WARNS)
        return
    counts = _counts(record)
    grade = _grade_of(counts.values())
    if grade <= HARD:
        return
    hardest = max(counts, key=lambda field: _grade_of([counts[field]]))
    level = Level.BLOCKS if grade > HARDEST else Level.WARNS
    message = (
        f"The record reads at grade {grade:.1f}; {HARD} is the aim and {HARDEST} the limit. "
        f"“{hardest}” is its hardest part: shorten the sentences and take plainer words."
    )
    yield record.finding(CHECK, hardest, message, level=level)


def grade(record):
    """The grade of a Checked record; 0 for one of too few words to tell."""
    return _grade_of(_counts(record).values())


def _grade_of(counts):
    words, sentences, syllable_count = (sum(column) for column in zip((0, 0, 0), *counts, strict=True))
    if words < FEWEST_WORDS:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllable_count / words - 15.59


def _counts(record):
    read = [text for text in record.texts if text.is_section or text.name == "summary"]
    return {text.field: _count(record, text) for text in read}


def _count(record, text):
    """(words, sentences, syllables) of a text, tables left out; glossary terms count as words of one syllable."""
    words = sentences = syllable_count = 0
    for sentence in text.sentences:
        if sentence.block.kind in {"row", "code"}:
            continue
        found = sentence.words
        if len(found) <= LABEL:
            continue
        sentences += 1
        words += len(found)
        syllable_count += sum(_costs(record.library, found))
    return words, sentences, syllable_count


def _costs(library, words):
    """The syllables of each word, as far as the reader has to take them in."""
    lowered = [word.lower() for word in words]
    index = 0
    while index < len(lowered):
        names = library.term_phrases.get(lowered[index], ())
        length = next((len(name) for name in names if tuple(lowered[index : index + len(name)]) == name), 0)
        if length:
            yield from [1] * length
            index += length
        else:
            yield 1 if lowered[index] in LOCAL else syllables(lowered[index])
            index += 1
