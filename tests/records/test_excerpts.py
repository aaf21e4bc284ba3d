import pytest

from fbss_site.records.excerpts import first_paragraph, first_points, list_points, parts_by_heading


def test_lists_come_apart_into_their_points():
    text = "Lead.\n\n- one\n  goes on\n- **two** [@key]\n\n  more of two\n\nBetween.\n\n1. three\n   - nested\n"

    assert list_points(text) == [["one\ngoes on", "**two** [@key]"], ["three"]]


def test_a_list_within_a_quote_is_no_list_of_the_text():
    assert list_points("> - quoted\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("One.\n\nTwo.", "One."),
        ("### Heading\n\nOne\nline.", "One\nline."),
        ("- point\n\nAfter.", "After."),
        ("> quoted", ""),
    ],
)
def test_the_first_paragraph_is_outside_of_lists_and_quotes(text, found):
    assert first_paragraph(text) == found


def test_of_one_list_the_first_points_are_taken():
    assert first_points("Lead.\n\n- a\n- b\n- c\n", 2) == "- a\n- b"


def test_of_several_lists_the_first_of_each_is_taken():
    assert first_points("### For\n\n- a\n- b\n\n### Against\n\n- c\n- d\n", 2) == "- a\n- c"


def test_without_a_list_the_first_paragraph_is_taken():
    assert first_points("One.\n\nTwo.", 2) == "One."


def test_a_text_is_cut_at_its_own_headings():
    text = "Lead.\n\n### Before\n\nText.\n\n#### Papers\n\nMore.\n\n### Before\n\nLast."

    assert parts_by_heading(text, "body") == (
        "Lead.",
        [
            ("body-before", "Before", "\nText.\n\n#### Papers\n\nMore."),
            ("body-before-2", "Before", "\nLast."),
        ],
    )


def test_a_heading_in_a_quote_cuts_too_and_none_is_lost():
    beginning, parts = parts_by_heading("> ### Quoted\n\nText.\n\n### Next\n\nLast.", "body")

    assert beginning == ""
    assert [part.heading for part in parts] == ["Quoted", "Next"]


def test_a_text_without_headings_is_all_beginning():
    assert parts_by_heading("Lead.\n\nMore.", "body") == ("Lead.\n\nMore.", [])
