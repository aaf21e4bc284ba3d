import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbss_site.records.documents import Document, DocumentError, Fault, parse_document

TEXT = """---
title: Fever with back pain
status: published
---

## What it feels like

Hot and cold.

### At night

Sweats.

## What to do

Call.
"""


def faults(text):
    with pytest.raises(DocumentError) as refused:
        parse_document(text)
    return refused.value.faults


def test_a_document_is_front_matter_and_sections():
    document = parse_document(TEXT)

    assert document.front == {"title": "Fever with back pain", "status": "published"}
    assert document.sections == {
        "What it feels like": "Hot and cold.\n\n### At night\n\nSweats.",
        "What to do": "Call.",
    }


def test_its_text_is_what_it_was_read_from():
    assert str(parse_document(TEXT)) == TEXT


def test_a_document_without_sections_is_front_matter_alone():
    text = "---\ntitle: Fever\n---\n"

    assert parse_document(text) == Document({"title": "Fever"}, {})
    assert str(parse_document(text)) == text


def test_every_key_and_heading_knows_its_line():
    document = parse_document(TEXT)

    assert document.line_of("title") == 2
    assert document.line_of("status") == 3
    assert document.line_of("What it feels like") == 6
    assert document.line_of("What to do") == 14
    assert document.line_of("not there") == 1


def test_a_place_in_a_section_knows_its_line():
    document = parse_document(TEXT)
    text = document.sections["What it feels like"]

    assert document.line_of("What it feels like", 0) == 8
    assert document.line_of("What it feels like", text.index("Sweats")) == 12


@pytest.mark.parametrize("blank", ["\n", "\n\n\n", "# a remark\n", " \n"])
def test_blank_lines_are_counted(blank):
    moved = blank.count("\n")
    text = TEXT.replace("---\ntitle", f"---\n{blank}title").replace("## What to do", f"{blank}## What to do")
    document = parse_document(text)

    assert document.line_of("title") == 2 + moved
    assert document.line_of("What it feels like") == 6 + moved
    assert document.line_of("What it feels like", 0) == 8 + moved
    assert document.line_of("What to do") == 14 + 2 * moved


def test_windows_line_ends_make_no_difference():
    document = parse_document(TEXT.replace("\n", "\r\n"))

    assert document == parse_document(TEXT)
    assert (document.lines, document.text_lines) == (parse_document(TEXT).lines, parse_document(TEXT).text_lines)


def test_a_line_of_hyphens_in_a_section_is_part_of_it():
    document = parse_document("---\ntitle: A\n---\n\n## One\n\na\n\n---\n\nb\n\n## Two\n\nc\n")

    assert document.sections == {"One": "a\n\n---\n\nb", "Two": "c"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault(1, "front matter", "Start the file with a line of three hyphens.")),
        ("## One\n\na\n", Fault(1, "front matter", "Start the file with a line of three hyphens.")),
        ("---\ntitle: A\n", Fault(1, "front matter", "Close the front matter with a line of three hyphens.")),
        ("---\n- a\n---\n", Fault(1, "front matter", "Write the front matter as “key: value” lines.")),
        ("---\n---\n", Fault(1, "front matter", "Write the front matter as “key: value” lines.")),
        ("---\na: 1\nb: 2\na: 3\n---\n", Fault(4, "front matter", "“a” stands here twice.")),
        ("---\n\na: 1\na: 3\n---\n", Fault(4, "front matter", "“a” stands here twice.")),
        (
            "---\na: 1\n---\n\n\nLost words.\n\n## One\n",
            Fault(6, "text", "This text stands before the first “## ” heading; give it one."),
        ),
        (
            "---\na: 1\n---\nLost words.\n",
            Fault(4, "text", "This text stands before the first “## ” heading; give it one."),
        ),
        ("---\na: 1\n---\n\n## One\n\na\n\n## One\n\nb\n", Fault(9, "One", "This heading stands twice.")),
    ],
)
def test_a_fault_of_form_is_named_with_its_line(text, fault):
    assert faults(text) == [fault]
    assert faults(text.replace("\n", "\r\n")) == [fault]


def test_front_matter_that_is_not_yaml_is_named_with_its_line():
    (fault,) = faults("---\ntitle: A\nsummary: @one\n---\n\n## One\n")

    assert (fault.line, fault.field) == (3, "front matter")
    assert fault.message.startswith("This is not YAML: ")


def test_all_faults_of_form_are_named_at_once():
    found = faults("---\na: 1\n---\nLost.\n\n## One\n\n## Two\n\n## One\n\n## Two\n")

    assert [(fault.line, fault.field) for fault in found] == [(4, "text"), (10, "One"), (12, "Two")]


def test_the_sum_changes_with_the_text_only():
    document = parse_document(TEXT)

    assert document.sha256 == parse_document(TEXT.replace("\n", "\r\n")).sha256
    assert document.sha256 != parse_document(TEXT.replace("Call.", "Call!")).sha256


PARTS = ["---\n", "---", "a: 1\n", "## One\n", "## ", "x", "\n", "- ", ": ", "'", "\r\n", "  "]


@given(st.lists(st.sampled_from(PARTS)))
def test_any_text_is_a_document_or_has_faults_on_lines_that_it_has(parts):
    text = "".join(parts)
    document, found = None, []
    try:
        document = parse_document(text)
    except DocumentError as refused:
        found = refused.faults

    assert all(1 <= fault.line <= text.count("\n") + 1 for fault in found)
    assert document is None or parse_document(str(document)) == document
