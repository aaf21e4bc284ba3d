import pytest

from fbss_site.feedback.sentences import leads_away, one_line, tells_who


@pytest.mark.parametrize(
    "text",
    [
        "write to jo@example.com",
        "jo @ example.com",
        "jo＠example．com",
        "jo (at) example dot com",
        "call 312 555 0142",
        "call (312) 555-0142",
        "+44 20 7946 0123",
        "020.7946.0123",
        "born 03/11/1961",
        "number 4857773456",
        "٠٢٠٧٩٤٦٠١٢٣",
        "0207‑946‑0123",
    ],
)
def test_what_tells_who_writes_is_seen(text):
    assert tells_who(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Say more about L4 and L5.",
        "In 2019, 21 of 100 people had one.",
        "The 2 tables, 3 lists and 12 links help.",
        "Nothing at all was missing @",
        "I waited 6 weeks, then 12 weeks.",
    ],
)
def test_plain_words_and_small_numbers_pass(text):
    assert not tells_who(text)


@pytest.mark.parametrize("text", ["see https://spam.example", "HTTP://x", "www.spam.example"])
def test_web_addresses_are_seen(text):
    assert leads_away(text)


def test_words_about_the_web_pass():
    assert not leads_away("Your website is clear, and so is http in a word.")


def test_a_sentence_becomes_one_line_without_hidden_characters():
    assert one_line(" a\r\nb\x00\u202e c\ufeff\td ") == "a b c d"
