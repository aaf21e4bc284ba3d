"""Text -> words as search compares them: small letters, no accents, one spelling, stems."""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

from .common_words import FILLERS, NEGATIONS, STOP_WORDS

# Letters and digits, with the accents that may follow them and apostrophes between them.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652]|['’](?=[^\W_]))*")

# British and American spelling fall together: anaesthetic, sensitisation, tumour, programme, labelled.
_ONE_SPELLING = (("ae", "e"), ("oe", "e"), ("z", "s"), ("disk", "disc"), ("our", "or"), ("mme", "m"), ("ll", "l"))
# A sign of an emergency and what would fall together with it: fits, confused; private.
_OWN_STEM = {"fitted": "fitted", "fitting": "fitted", "confusing": "confusing", "privates": "privates"}
_stemmer = snowballstemmer.stemmer("english")
_stemmer_lock = threading.Lock()


def words_of(text):
    """The words of ``text`` in order, normalised."""
    return [normalised(word) for word in WORD.findall(text)]


@lru_cache(maxsize=50_000)
def normalised(word):
    """Small letters without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’")


@lru_cache(maxsize=50_000)
def stem(word):
    """The stem of a normalised word: one for all its endings and spellings."""
    if word in _OWN_STEM:
        return _OWN_STEM[word]
    for variant, chosen in _ONE_SPELLING:
        word = word.replace(variant, chosen)
    with _stemmer_lock:  # it keeps the word it works on in itself
        return _stemmer.stemWord(word)


def content_words(text):
    """The normalised words that ``text`` is about; all of its words where it has no other."""
    words = words_of(text)
    return [word for word in words if word not in STOP_WORDS] or words


def content_stems(text):
    return tuple(stem(word) for word in content_words(text))


def phrase_words(words):
    """Normalised words as a phrase is compared: “I can't pee” and “cannot pee” are one."""
    plain = ["not" if word in NEGATIONS else word for word in words]
    return [word for word in plain if word not in FILLERS] or plain
