import pytest

from fbss_site.search.plain_text import sentences


def plain(markdown):
    return [sentence.text for sentence in sentences(markdown)]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("About 1 in 5 [@weir2017; @inoue2017].", "About 1 in 5."),
        ("A [[spinal fusion]] or a [[spinal fusion|fused]] level", "A spinal fusion or a fused level"),
        ("Read [more](/causes/smoking/) **now** or *later*", "Read more now or later"),
        ("![A drawing](/media/x.png) beside", "beside"),
        ("Call {{emergency_number}}.", "Call {{emergency_number}}."),
        ("a 5 \\* 3 `code` snake_case", "a 5 * 3 code snake_case"),
    ],
)
def test_markup_is_left_out(markdown, text):
    assert plain(markdown) == [text]


def test_lines_of_a_paragraph_are_joined_and_its_sentences_parted():
    assert plain("One line\ngoes on. A second one! It is 2.5 cm.") == [
        "One line goes on.",
        "A second one!",
        "It is 2.5 cm.",
    ]


def test_items_and_rows_stand_alone():
    assert plain("Any of:\n- fever\n- chills\n\n| a | b |\n|---|---|\n| 1 | 2 |\n> quoted\n---") == [
        *("Any of:", "fever", "chills"),
        *("a · b", "1 · 2", "quoted"),
    ]


def test_headings_are_told_apart():
    found = list(sentences("### Driving ###\nAsk first."))

    assert [(sentence.text, sentence.is_heading) for sentence in found] == [("Driving", True), ("Ask first.", False)]


@pytest.mark.parametrize("piece", ["[", "[[", "[@", "](", "*", "_", "`", "![", "| ", "\\", "#", "- ", "a. A"])
def test_odd_text_of_any_length_is_read_to_its_end(piece):
    text = piece * 100_000

    assert sum(len(sentence.text) for sentence in sentences(text)) <= 2 * len(text)
