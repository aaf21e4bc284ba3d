import pytest
from django.core.exceptions import ValidationError

from fbss_site.fields import TextListField, TextListFormField, validate_colour


@pytest.mark.parametrize("colour", ["#1d6f6f", "#FFFFFF", "#000000"])
def test_a_colour_is_six_digits(colour):
    validate_colour(colour)


@pytest.mark.parametrize("colour", ["1d6f6f", "#fff", "#1d6f6g", "#1d6f6f\n", "teal", "#1d6f6f80", "", "red;}"])
def test_another_colour_is_refused_with_what_to_type(colour):
    with pytest.raises(ValidationError) as refused:
        validate_colour(colour)

    assert refused.value.messages == ["Type the colour as # and six digits or letters a to f, for example #1d6f6f."]


def test_a_list_of_texts_is_typed_one_a_line():
    field = TextListFormField(required=False)

    assert field.clean(" English \r\n\r\nSpanish\n") == ["English", "Spanish"]
    assert field.prepare_value(["English", "Spanish"]) == "English\nSpanish"


def test_a_list_that_is_typed_as_it_was_is_unchanged():
    field = TextListFormField(required=False)

    assert not field.has_changed(["English"], "English\r\n")
    assert not field.has_changed([], "")
    assert field.has_changed(["English"], "English\nSpanish")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("English", "Give a list of texts, one per line."),
        ([1], "Give a list of texts, one per line."),
        ([" "], "Give a list of texts, one per line."),
        (["x" * 501], "Each line may have up to 500 characters."),
        (["one\ntwo"], "Each line may have up to 500 characters."),
    ],
)
def test_what_is_no_list_of_lines_is_refused(value, message):
    with pytest.raises(ValidationError) as refused:
        TextListField().clean(value, None)

    assert refused.value.messages == [message]


def test_an_empty_list_is_fine():
    assert TextListField().clean([], None) == []
