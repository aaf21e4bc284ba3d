"""Markdown without its markup, of the same length: a place in the plain text is the same place in the Markdown.

Every pattern is bounded or cannot fail late, so that hostile text costs time in proportion to its length.
"""

import html
import re

from fbss_site.rendering.markup import CITATION, TERM, WORD

IMAGE = re.compile(r"!\[([^\[\]\n]{0,300})\]\(([^()\n]{0,600})\)")
LINK = re.compile(r"(?<!!)\[([^\[\]\n]{0,300})\]\(([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?)\)")
BARE_ADDRESS = re.compile(r"<?\bhttps?://[^\s<>]{1,600}>?")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
PLAIN = str.maketrans(
    {
        **dict.fromkeys("*`~\\_\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\t", " "),
        **dict.fromkeys("‘’ʼ", "'"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("–‑−‐", "-"),
    }
)
WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)*")


def words_of(text):
    return WORDS.findall(text)


# What ends in a vowel that is not spoken, as in "place", "moved", "takes".
SILENT_END = re.compile(r"(?:[^laeiouycgsxz]es|[^td]ed|[^laeiouy]e)\Z")
VOWELS = re.compile(r"[aeiouy]+")

# Words that hardly any other language has, and such of other languages that English has not.
ENGLISH = frozenset(
    words_of(
        "the and to are it that this with by from not you your can if does should what when which who how there "
        "their they than but after before about our been these those"
    )
)
OTHER = frozenset(
    words_of(
        "de la el que los las por una para como pero le les des et est dans pas du der das und ist nicht ein eine "
        "mit auf den von für il che per non het een niet og det er och att som ikke nie na jest się uma não dos "
        "ve bir için että"
    )
)
LEAST_SHARE = 0.04
FEWEST_TO_TELL = 25


def plain(markdown):
    """``markdown`` with blanks for whatever is not read out: marks, addresses, citations, pictures."""
    text = CITATION.sub(_blank, markdown)
    text = TERM.sub(lambda match: _keep(match, 2 if match[2] else 1), text)
    text = IMAGE.sub(_blank, text)
    text = LINK.sub(lambda match: _keep(match, 1), text)
    text = BARE_ADDRESS.sub(_blank, text)
    text = WORD.sub(lambda match: _keep(match, 1).replace("_", "-"), text)  # one word, as the page shows it
    text = ENTITY.sub(lambda match: html.unescape(match[0])[:1].ljust(len(match[0])), text)
    return plain_value(text)


def plain_value(text):
    """One kind of quote, apostrophe, hyphen and space, for texts that are no Markdown too."""
    return text.translate(PLAIN)


def reads_like_english(texts):
    """False only where the words tell of another language; true for texts too short to tell."""
    words = [word.lower() for text in texts for word in words_of(text)]
    english = sum(word in ENGLISH for word in words)
    if len(words) < FEWEST_TO_TELL or english >= LEAST_SHARE * len(words):
        return not _is_foreign_script(words)
    foreign = sum(word in OTHER or not word.isascii() for word in words)
    return foreign <= max(english, LEAST_SHARE * len(words))


def _is_foreign_script(words):
    """Languages written without spaces come as few long words."""
    text = "".join(words)
    foreign = sum(character > "\u024f" for character in text)
    return foreign > len(text) / 2


def syllables(word):
    """An estimate, as the reading-grade formulas use it."""
    word = word.lower().strip("'")
    if len(word) <= 3:
        return 1
    return max(1, len(VOWELS.findall(SILENT_END.sub("", word))))


def _blank(match):
    return " " * len(match[0])


def _keep(match, group):
    start, end = match.span(group)
    before, after = start - match.start(), match.end() - end
    return f"{' ' * before}{match[group]}{' ' * after}"
