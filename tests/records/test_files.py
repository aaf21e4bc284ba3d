"""Record -> document -> record, for every type of record."""

import pytest
from django.db import transaction
from hypothesis import assume, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from conditions.models import CareCard, Cause, Condition, Symptom
from fbss_site.records.documents import Document, DocumentError, Fault, parse_document
from fbss_site.records.fields import body_fields
from fbss_site.records.files import apply_document, front_names, to_document
from fbss_site.records.registry import record_models
from fbss_site.records.rules import HIGH_HEADING
from fbss_site.rendering import cited_keys, named_terms, used_words
from tests.factories import make_cause, make_citation, make_condition, make_symptom
from tests.records.whole_records import make_whole_records

pytestmark = pytest.mark.django_db


def written(record):
    return str(to_document(type(record).objects.get(pk=record.pk)))


def refusal(record, text):
    """The faults of applying ``text``; nothing of it may have been written."""
    before = written(record) if record.pk else type(record).objects.count()
    with pytest.raises(DocumentError) as refused:
        apply_document(record, parse_document(text))
    after = written(record) if isinstance(before, str) else type(record).objects.count()
    assert after == before
    return refused.value.faults


@pytest.fixture
def symptom():
    return make_symptom(title="Fever", summary="You feel hot.", feels_like="Hot and cold.", urgency="same-day")


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_a_document_names_every_field_of_its_record(model):
    document = to_document(make_whole_records()[model])

    assert tuple(document.front) == front_names(model)
    assert list(document.sections) == [field.heading for field in body_fields(model)]


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_a_record_made_from_a_document_has_that_document(model):
    records = make_whole_records()
    text = written(records[model])
    if model is CareCard:
        records[model].delete()  # only one card can stand on every page

    copy = model(slug="a-copy")
    apply_document(copy, parse_document(text))

    assert written(copy) == text


def test_what_a_document_does_not_name_becomes_empty_or_its_default():
    condition = make_whole_records()[Condition]

    apply_document(condition, parse_document("---\ntitle: Bare\n---\n"))

    assert to_document(Condition.objects.get(pk=condition.pk)) == Document(
        {"title": "Bare", "status": "draft", "region": "lumbar"}, {}
    )
    assert condition.published_at is not None


words = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
MARKDOWN = ["\n", "\r\n", "---\n", "### a\n", "```\n", "| a |\n|---|\n", "- a\n", "    ", "#", "[@kumar2007]"]
bodies = st.lists(words | st.sampled_from(MARKDOWN), max_size=8).map("".join)


def is_allowed(text):
    unknown = {key for key, _ in cited_keys(text)} - {"kumar2007"}
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return not (unknown or named_terms(text) or used_words(text) or HIGH_HEADING.search(lines))


@given(title=words, summary=words, note=words, names=st.lists(words, max_size=3), body=bodies)
@examples(max_examples=60)
def test_any_text_comes_back_as_it_was_written(title, summary, note, names, body):
    assume(title and is_allowed(body) and all(name.strip() and "\n" not in name for name in names))
    with transaction.atomic():
        make_citation(key="kumar2007")
        symptom = make_symptom(
            status="draft", title=title, summary=summary, change_note=note, also_known_as=names, feels_like=body
        )
        text = written(symptom)

        again = Symptom(slug="again")
        apply_document(again, parse_document(text))
        again.refresh_from_db()
        transaction.set_rollback(True)

    assert str(to_document(again)) == text
    assert (again.title, again.summary, again.change_note) == (title, summary, note)
    assert (again.also_known_as, again.feels_like) == (names, symptom.feels_like)


def test_windows_line_ends_make_the_same_record(symptom):
    text = written(symptom)

    apply_document(symptom, parse_document(text.replace("\n", "\r\n")))

    assert written(symptom) == text


def test_a_key_that_no_field_has_is_refused(symptom):
    text = written(symptom).replace("urgency: same-day", "colour: red")

    (fault,) = refusal(symptom, text)

    assert (fault.line, fault.field) == (text.splitlines().index("colour: red") + 1, "colour")
    assert fault.message.startswith("Symptoms have no such key. They have: title, summary, status,")


def test_a_heading_that_no_field_has_is_refused(symptom):
    text = written(symptom).replace("## What to do", "## What to drink")
    found = refusal(symptom, text)

    assert found[0] == Fault(
        text.splitlines().index("## What to drink") + 1,
        "What to drink",
        "No field has this heading. Use one of: What it feels like, What it may point to, What to do,"
        " When to get help sooner.",
    )


def test_a_relation_to_a_slug_that_is_not_there_is_refused():
    condition = make_condition(symptoms=[make_symptom(slug="fever")])
    text = written(condition).replace("  - fever", "  - fever\n  - chills")
    line = text.splitlines().index("symptoms:") + 1

    assert refusal(condition, text) == [Fault(line, "symptoms", "There is no symptom “chills”.")]


def test_a_single_relation_to_a_slug_that_is_not_there_is_refused():
    cause = make_cause(condition=make_condition(slug="fbss"))
    text = written(cause).replace("condition: fbss", "condition: fbbs")

    assert [(fault.field, fault.message) for fault in refusal(cause, text)] == [
        ("condition", "There is no condition “fbbs”.")
    ]


def test_an_unknown_citation_is_named_with_the_line_where_it_stands(symptom):
    text = written(symptom).replace("Hot and cold.", "Hot and cold.\n\n- one\n- two [@nobody1999]")
    line = next(number for number, row in enumerate(text.splitlines(), start=1) if "nobody1999" in row)

    (fault,) = refusal(symptom, text)

    assert (fault.line, fault.field) == (line, "What it feels like")
    assert "There is no citation “nobody1999”" in fault.message


def test_a_part_that_a_published_record_lacks_is_named_by_its_heading(symptom):
    text = written(symptom).replace("\n## What it feels like\n\nHot and cold.\n", "")

    assert refusal(symptom, text) == [Fault(1, "What it feels like", "Write “What it feels like” before you publish.")]


def test_a_status_that_is_none_is_refused(symptom):
    text = written(symptom).replace("status: published", "status: public")

    assert refusal(symptom, text) == [Fault(4, "status", "Write one of: draft, in-review, published, withdrawn.")]


def test_every_fault_of_a_document_is_named_in_one_run():
    text = "\n".join(
        [
            "---",
            "title: A condition",
            "status: published",
            "position: first",
            "colour: red",
            "icd10: M961",
            "reviewed_by: nobody",
            "symptoms:",
            "  - chills",
            "related_conditions: fbss",
            "---",
            "",
            "## What it is",
            "",
            "Fine words.",
            "Then [@nobody1999] and [[nothing]].",
            "",
            "## What it was",
            "",
        ]
    )

    found = {(fault.line, fault.field) for fault in refusal(Condition(slug="new"), text)}

    assert found >= {
        (1, "summary"),
        (1, "Questions to ask"),
        (4, "position"),
        (5, "colour"),
        (6, "icd10"),
        (7, "reviewed_by"),
        (8, "symptoms"),
        (10, "related_conditions"),
        (16, "What it is"),
        (18, "What it was"),
    }


def test_a_fault_in_a_new_record_leaves_none_behind():
    text = "---\ntitle: A cause\nphase: after\ncondition: nowhere\n---\n"

    assert [fault.field for fault in refusal(Cause(slug="new"), text)] == ["condition"]
