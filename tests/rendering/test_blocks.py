import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbss_site.rendering import Composer, Heading, Word

from .markup import elements, read, text_of


def test_headings_are_listed_with_the_ids_that_they_have():
    composed = Composer().compose("### What to bring\n\ntext\n\n#### Scans\n", "before")

    assert composed.headings == (
        Heading(3, "before-what-to-bring", "What to bring"),
        Heading(4, "before-scans", "Scans"),
    )
    assert [(found.tag, found.attributes["id"]) for found in read(composed.html)[0] if found.tag[0] == "h"] == [
        ("h3", "before-what-to-bring"),
        ("h4", "before-scans"),
    ]


def test_a_heading_never_stands_above_those_of_the_page():
    composed = Composer().compose("# One\n\n## Two\n\n###### Six\n", "a")

    assert [heading.level for heading in composed.headings] == [3, 3, 6]


def test_promoted_headings_come_one_level_higher():
    composed = Composer().compose("### Top\n\n#### Below\n", "body", promote=1)

    assert [(heading.level, heading.text) for heading in composed.headings] == [(2, "Top"), (3, "Below")]
    assert [found.tag for found in read(composed.html)[0]] == ["h2", "h3"]


def test_equal_headings_have_ids_of_their_own():
    composer = Composer()
    first = composer.compose("### Risks\n\n### Risks\n", "a").headings
    second = composer.compose("### Risks\n", "a").headings

    assert [heading.id for heading in first + second] == ["a-risks", "a-risks-2", "a-risks-3"]


def test_a_heading_without_latin_letters_does_not_take_the_id_of_its_section():
    (heading,) = Composer().compose("### Ω\n", "risks").headings

    assert heading.id not in {"", "risks"}


def test_a_headings_text_is_what_readers_see():
    composer = Composer({"key": 1}, words={"emergency_number": Word("911", "tel:911")})

    (heading,) = composer.compose("### **Call** [[help|now]]: `911` & {{emergency_number}}[@key]\n", "a").headings

    assert heading.text == "Call now: 911 & 911"


@given(st.lists(st.sampled_from(["Risks", "risks!", "Risks 2", "Risks-2", "Ω", "", "2"]), max_size=8))
def test_no_two_ids_of_a_page_are_the_same(headings):
    composer = Composer({"key": 1})
    text = "".join(f"### {heading}\n\n[@key]\n\n" for heading in headings)
    html = composer.compose(text, "risks").html + composer.compose(text, "risks").html

    ids = [found.attributes["id"] for found in read(html)[0] if "id" in found.attributes]
    assert len(ids) == len(set(ids))


def test_a_line_of_hyphens_is_a_line_and_makes_no_heading():
    assert [found.tag for found in read(Composer().compose("Text\n---\nmore").html)[0]] == ["p", "hr", "p"]


TABLE = "| Sign | Call |\n|:-----|----:|\n| fever | today |\n"


def test_a_table_stands_in_a_frame_that_the_keyboard_reaches():
    html = Composer().compose(TABLE, "a", "When to call").html

    (frame,) = elements(html, "div")
    assert frame.attributes == {
        "class": "table-scroll",
        "role": "region",
        "tabindex": "0",
        "aria-label": "Table: When to call",
    }
    assert elements(html, "table")[0].parents == ("div",)


def test_head_cells_name_their_column_and_alignment_is_a_class():
    html = Composer().compose(TABLE).html

    assert [cell.attributes for cell in elements(html, "th")] == [
        {"class": "align-left", "scope": "col"},
        {"class": "align-right", "scope": "col"},
    ]
    assert [cell.attributes for cell in elements(html, "td")] == [{"class": "align-left"}, {"class": "align-right"}]


def test_our_own_pictures_are_shown_and_loaded_late():
    html = Composer().compose('![A spine from the side](/media/pictures/spine.png "Spine")').html

    assert [image.attributes for image in elements(html, "img")] == [
        {"src": "/media/pictures/spine.png", "alt": "A spine from the side", "title": "Spine", "loading": "lazy"}
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/x.png",
        "//example.org/x.png",
        "http://example.org/x.png",
        "data:image/png;base64,AAAA",
        "x.png",
    ],
)
def test_a_picture_from_elsewhere_is_not_fetched(address):
    for image in elements(Composer().compose(f"![A spine]({address})").html, "img"):
        assert "src" not in image.attributes
        assert image.attributes["alt"] == "A spine"


def test_lists_keep_the_number_they_start_at():
    (numbered,) = elements(Composer().compose("3. three\n4. four\n").html, "ol")

    assert numbered.attributes == {"start": "3"}


def test_an_empty_text_is_nothing():
    composed = Composer().compose("", "a", "A")

    assert (composed.html, composed.headings) == ("", ())


def test_text_is_whole():
    assert text_of(Composer().compose("One *two* **three** `four`\n\n> five\n\n- six").html).split() == [
        *("One", "two", "three", "four", "five", "six")
    ]
