"""What is wrong with a library is named by file, line and field, and nothing is written."""

import pytest

from fbss_site.library import load_library

from .refusals import faults, line_in, one_fault
from .small_library import FILES, write_library

pytestmark = pytest.mark.django_db


CITATION_FAULTS = [
    ("type: trial", "type: poem", "type", "Value 'poem' is not a valid choice."),
    ("year: 2007", "year: then", "year", "“then” value must be an integer."),
    (
        "doi: 10.1016/j.pain.2007.07.028",
        "doi: https://doi.org/10.1016/j.pain.2007.07.028",
        "doi",
        "Give the DOI without its web address: 10.1016/j.pain.2007.07.028",
    ),
    ("volume: '132'", "tome: '132'", "tome", "There is no such key here. There are: key, type, authors, title,"),
    ("authors:\n    - Kumar K\n    - Taylor RS", "authors: Kumar K", "authors", "Write a list, one item a line, each"),
]


@pytest.mark.parametrize(("old", "new", "field", "message"), CITATION_FAULTS)
def test_a_fault_in_a_citation(library, old, new, field, message):
    found, said = one_fault(library, "citations.yaml", old, new)

    assert found == f"0.{field}"
    assert said.startswith(message)


def test_a_doi_that_another_citation_has(library):
    write_library(
        library,
        **{
            "citations.yaml": FILES["citations.yaml"].replace(
                "  url: https", "  doi: 10.1016/J.PAIN.2007.07.028\n  url: https"
            )
        },
    )

    ((path, line, _, message),) = faults(library)
    assert (path, line) == ("citations.yaml", line_in("citations.yaml", "- key: niceta159"))
    assert message == "Another citation already has this DOI."


def test_a_key_that_stands_on_the_shelf_twice(library):
    write_library(library, **{"glossary.yaml": FILES["glossary.yaml"] * 2})

    assert ("glossary.yaml", 6, "key", "“dura” stands here already, on line 1.") in faults(library)


def test_an_entry_without_a_key(library):
    write_library(library, **{"glossary.yaml": FILES["glossary.yaml"] + "\n- term: disc\n- disc\n"})

    assert faults(library) == {
        ("glossary.yaml", 7, "key", "Each entry needs a key."),
        ("glossary.yaml", 8, "key", "Each entry needs a key."),
    }


RECORD_FAULTS = [
    ("symptoms/fever.md", "title: Fever", "title: @fever", "front matter", "This is not YAML: "),
    ("symptoms/fever.md", "position: 10", "position: 2026-02-31", "front matter", "This is not YAML: "),
    ("symptoms/fever.md", "position: 10", "title: Again", "front matter", "“title” stands here twice."),
    ("symptoms/fever.md", "position: 10", "place: 10", "place", "Symptoms have no such key."),
    ("symptoms/fever.md", "urgency: emergency", "urgency: now", "urgency", "Value 'now' is not a valid choice."),
    ("symptoms/fever.md", "status: published", "status: public", "status", "Write one of: draft,"),
    (
        "symptoms/fever.md",
        "[@kumar2007]",
        "[@nobody1999]",
        "What it may point to",
        "There is no citation “nobody1999”.",
    ),
    ("symptoms/fever.md", "{{emergency_number}}", "{{fax}}", "What to do", "“fax” is none of the words"),
    ("conditions/scar.md", "[[dura]]", "[[disc]]", "What it is", "The glossary has no term “disc”."),
    ("conditions/scar.md", "## What it is", "## What it was", "What it was", "No field has this heading."),
    ("conditions/scar.md", "symptoms:\n  - fever", "symptoms: fever", "symptoms", "Write a list, one item a line"),
    ("treatments/stimulation.md", "group: implants", "group: drugs", "group", "There is no treatment group “drugs”."),
    ("outcomes/relief.md", "with_treatment: 48", "with_treatment: 480", "with_treatment", ""),
    ("outcomes/relief.md", "citation: kumar2007", "citation: kumar", "citation", "There is no citation “kumar”."),
    ("pages/privacy.md", "kind: policy", "kind: blog", "kind", "Value 'blog' is not a valid choice."),
]


@pytest.mark.parametrize(("path", "old", "new", "field", "message"), RECORD_FAULTS)
def test_a_fault_in_a_record(library, path, old, new, field, message):
    found, said = one_fault(library, path, old, new)

    assert found == field
    assert said.startswith(message)


def test_a_relation_to_a_slug_that_is_not_there(library):
    write_library(
        library, **{"conditions/scar.md": FILES["conditions/scar.md"].replace("  - fever", "  - fever\n  - chills")}
    )

    assert faults(library) == {
        ("conditions/scar.md", line_in("conditions/scar.md", "symptoms:"), "symptoms", "There is no symptom “chills”.")
    }


def test_a_published_record_that_lacks_a_part(library):
    text = FILES["symptoms/fever.md"].replace("## When to get help sooner\n\nAt once.\n", "")
    write_library(library, **{"symptoms/fever.md": text})

    assert faults(library) == {
        ("symptoms/fever.md", 1, "When to get help sooner", "Write “When to get help sooner” before you publish.")
    }


@pytest.mark.parametrize(
    "path",
    ["README.md", "symptoms/fever.txt", "clinics/sample.yml", "conditions/old/scar.md", "drugs/a.md", "citation.yaml"],
)
def test_a_file_that_nothing_would_load_is_named(library, path):
    write_library(library, **{path: "text"})

    assert faults(library) == {(path, 1, "file", "No kind of record is loaded from a file of this name.")}


def test_hidden_files_are_passed_over(library):
    write_library(library, **{".DS_Store": "x", "symptoms/.fever.md.swp": "x"})

    load_library(library)


@pytest.mark.parametrize("path", ["symptoms/fever.md", "citations.yaml", "clinics/sample.yaml"])
def test_a_file_that_is_no_utf_8_is_named(library, path):
    (library / path).write_bytes(b"---\ntitle: Fi\xe8vre\n---\n")

    assert (path, 1, "file", "This file is not UTF-8 text: byte 14.") in faults(library)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("symptoms/fever.md", "Start the file with a line of three hyphens."),
        ("clinics/sample.yaml", "Write the clinic as “key: value” lines."),
    ],
)
def test_an_empty_file_is_named(library, path, message):
    write_library(library, **{path: ""})

    assert message in {said for where, _, _, said in faults(library) if where == path}


def test_a_shelf_that_is_no_list_is_named(library):
    write_library(library, **{"citations.yaml": "key: kumar2007\n"})

    assert faults(library) == {("citations.yaml", 1, "file", "Write a list of entries, each starting with “- key:”.")}


def test_an_empty_shelf_is_a_shelf(library):
    write_library(library, **{"synonyms.yaml": ""})

    load_library(library)


def test_a_slug_is_the_files_name(library):
    write_library(library, **{"symptoms/Bad Name.md": FILES["symptoms/fever.md"]})

    ((path, line, field, _),) = faults(library)
    assert (path, line, field) == ("symptoms/Bad Name.md", 1, "slug")


def test_a_thing_listed_twice_is_refused_on_a_later_load_too(library):
    load_library(library)
    twice = "  - date: 2026-12-25\n    name: Christmas\n  - date: 2026-12-25\n"
    text = FILES["clinics/sample.yaml"].replace("  - date: 2026-12-25\n", twice)
    write_library(library, **{"clinics/sample.yaml": text})

    ((_, line, _, message),) = faults(library)
    assert line == line_in("clinics/sample.yaml", "name: Christmas Day", text) - 1
    assert message == "This day is already listed as a holiday."


def test_windows_line_ends_are_no_fault(library):
    for path, text in FILES.items():
        write_library(library, **{path: text.replace("\n", "\r\n")})

    assert load_library(library).created
