import pytest

from conditions.models import Condition
from fbss_site.pages.models import Page
from fbss_site.records.fields import BodyField, body_fields


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\n\n  one\n ", "one"),
        ("", ""),
        (None, None),
    ],
)
def test_a_text_is_kept_as_its_document_would_hold_it(typed, kept):
    assert BodyField("Text").to_python(typed) == kept


def test_the_texts_of_a_record_stand_in_reading_order():
    assert [field.heading for field in body_fields(Condition)][:3] == [
        "What it is",
        "What it feels like",
        "Why it happens",
    ]


def test_the_one_text_of_a_guide_brings_its_own_headings():
    assert [(field.heading, field.shows_heading) for field in body_fields(Page)] == [("Text", False)]
