import pytest

from fbss_site.records.checks.text import plain, syllables, words_of


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Top** of [the page](/a/b/)", "Top of the page"),
        ("A [[spinal fusion|fusion]] or a [[graft]]", "A fusion or a graft"),
        ("Half [@kumar2007; @hara2022] of them", "Half of them"),
        ("Call {{urgent_line}} now", "Call urgent-line now"),
        ("![A screw](/media/a.png) here", "here"),
        ("See https://example.org/a?b=c for it", "See for it"),
        ("20&nbsp;% &amp; more", "20 % & more"),
        ("Don’t – “quote”", 'Don\'t - "quote"'),
    ],
)
def test_only_what_is_read_out_is_left(markdown, words):
    assert " ".join(plain(markdown).split()) == words


@pytest.mark.parametrize(
    "markdown",
    ["**a** [[b|c]] [d](/e/) [@f] {{crisis_line}} &amp; `g` ![h](/i)", "[[", "[a](b", "&#x110000; \\* ~~", ""],
)
def test_every_character_keeps_its_place(markdown):
    assert len(plain(markdown)) == len(markdown)


def test_hyphens_and_apostrophes_join_a_word():
    assert words_of("A pain-free day isn't 1,842 days.") == ["A", "pain-free", "day", "isn't", "1,842", "days"]


@pytest.mark.parametrize(
    ("word", "count"),
    [("pain", 1), ("moved", 1), ("wanted", 2), ("table", 2), ("surgery", 3), ("operation", 4), ("I", 1), ("places", 2)],
)
def test_syllables_are_counted_as_one_hears_them(word, count):
    assert syllables(word) == count
