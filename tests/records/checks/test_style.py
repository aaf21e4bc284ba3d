import pytest

from fbss_site.records.checks import Level

from .checking import checks_on, findings_about, words_found


def test_a_sentence_has_at_most_25_words():
    assert checks_on("and then " * 12 + "end.") == set()
    assert checks_on("and then " * 12 + "the end.") == {"long-sentence"}


def test_a_paragraph_has_at_most_5_sentences():
    sentence = "This is a short one. "

    assert checks_on(sentence * 5) == set()
    assert checks_on(sentence * 6) == {"long-paragraph"}


def test_a_label_is_no_sentence_of_its_paragraph():
    assert checks_on("**Medicines.** " + "This is a short one. " * 5) == set()


def test_sentences_in_which_nobody_acts_are_found():
    assert checks_on("The skin is cleaned. The wound was closed. The drain is taken out.") == {"passive"}


def test_one_or_two_of_them_pass():
    assert checks_on("The skin is cleaned. The nurse closes the wound. The drain is taken out.") == set()


@pytest.mark.parametrize("word", ["etiology", "rhizotomy", "cruralgia"])
def test_jargon_is_found_once(word):
    assert words_found("jargon", f"The {word} here. The {word} there.") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "The cause (etiology) is unclear.",
        "Doctors speak of what is called etiology, the cause.",
        "- **Rhizotomy:** heat on a nerve.",
        "A radiofrequency ablation warms the nerve.",
    ],
)
def test_words_that_are_explained_pass(text):
    assert checks_on(text) == set()


def test_style_never_blocks():
    text = "The etiology is " + "word " * 30 + "end. The skin is cleaned. The wound was closed. The drain is taken out."

    assert {finding.level for finding in findings_about(text)} == {Level.WARNS}
