import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from fbss_site.search.words import content_stems, phrase_words, stem, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Can't  PEE!", ["cant", "pee"]),
        ("I don’t know", ["i", "dont", "know"]),
        ("café L5-S1", ["cafe", "l5", "s1"]),
        ("snake_case", ["snake", "case"]),
        ("😀 … \u202e", []),
        ("ظَهْر", ["ظهر"]),
    ],
)
def test_words_are_small_and_plain(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fusion", "fusions"),
        ("stimulator", "stimulation"),
        ("sensitisation", "sensitization"),
        ("anaesthetic", "anesthetic"),
        ("tumour", "tumor"),
        ("programme", "program"),
        ("disk", "discs"),
    ],
)
def test_endings_and_british_spelling_make_no_difference(one, other):
    assert stem(one) == stem(other)


def test_different_words_stay_different():
    assert len({stem(word) for word in ("nerve", "never", "disc", "fusion", "infusion")}) == 5


@pytest.mark.parametrize(("sign", "other"), [("fits", "fitted"), ("confused", "confusing"), ("privates", "private")])
def test_a_sign_of_an_emergency_stays_apart_from_what_is_none(sign, other):
    assert stem(sign) != stem(other)


def test_the_words_of_a_question_that_ask_are_left_out():
    assert content_stems("When may I have the MRI?") == (stem("mri"),)


def test_a_question_of_such_words_alone_keeps_them():
    assert content_stems("what is it") == tuple(map(stem, ("what", "is", "it")))


def test_ways_to_say_not_are_one_in_a_phrase():
    assert phrase_words(words_of("I can't pee")) == phrase_words(words_of("cannot pee")) == ["not", "pee"]


def test_threads_do_not_disturb_each_other():
    words = [
        f"{start}{end}" for start in ("oper", "stimul", "irrit", "medic") for end in ("ation", "ating", "ated")
    ] * 50
    stem.cache_clear()
    alone = list(map(stem, words))
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(5):
            stem.cache_clear()
            with ThreadPoolExecutor(8) as pool:
                assert list(pool.map(stem, words)) == alone
    finally:
        sys.setswitchinterval(usual)
