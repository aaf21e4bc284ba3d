"""What a finding tells the editor: the place, the words and what to do."""

from conditions.models import Condition
from fbss_site.records.checks import Level, check_document
from fbss_site.records.documents import parse_document

from .checking import LIBRARY, findings_about

DOCUMENT = """---
title: A record
summary: We cure pain.
---

## What it is

Some words.

More words, and **a cure** for all.

## What it feels like

It can be all in your head.
"""


def found(check):
    document = parse_document(DOCUMENT)
    return [finding for finding in check_document(Condition, document, LIBRARY) if finding.check == check]


def test_it_names_the_line_of_the_file():
    assert [(finding.field, finding.line) for finding in found("promise")] == [("summary", 3), ("What it is", 10)]


def test_it_names_the_words_and_where_in_the_section_they_stand():
    finding = found("promise")[1]

    assert (finding.words, "Some words.\n\nMore words, and **a cure** for all."[finding.offset :][:4]) == (
        "cure",
        "cure",
    )


def test_values_of_the_front_matter_have_no_offset():
    assert found("promise")[0].offset == 0


def test_findings_come_in_the_order_of_the_text():
    document = parse_document(DOCUMENT)
    lines = [finding.line for finding in check_document(Condition, document, LIBRARY)]

    assert lines == sorted(lines)


def test_it_says_what_to_do():
    assert found("blame")[0].message == "Say that the pain is real."


def test_it_says_whether_the_record_can_be_published_with_it():
    assert found("blame")[0].level == Level.BLOCKS == "blocks"


def test_nobody_is_given_more_than_a_hundred_findings_of_one_kind():
    assert len(findings_about("We cure pain.\n\n" * 500)) == 100
