"""Form fields for what strangers type: no control characters, no tricks with the direction of text."""

import unicodedata

import phonenumbers
from django import forms
from phonenumber_field.phonenumber import PhoneNumber

# Embeddings, overrides and isolates turn the rest of a line around; the plain marks and joiners do no harm.
DIRECTION_TRICKS = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\ufeff"}
LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\v": "\n", "\f": "\n"})
LONGEST_PHONE = 60


def tidy(text, *, lines=False):
    """``text`` without what cannot be seen but acts. One line unless ``lines``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(LINE_ENDS)
    kept = "".join(
        char
        for char in text
        if char in "\n\t" or (unicodedata.category(char) not in {"Cc", "Cs"} and char not in DIRECTION_TRICKS)
    )
    return kept.strip() if lines else " ".join(kept.split())


class PlainField(forms.CharField):
    """One line of text, or several with ``lines``."""

    def __init__(self, *, lines=False, **kwargs):
        self.lines = lines
        super().__init__(**kwargs)

    def to_python(self, value):
        return super().to_python(tidy(str(value), lines=self.lines) if value else value)


class NameField(PlainField):
    def validate(self, value):
        if not any(char.isalnum() for char in value):
            raise forms.ValidationError(self.error_messages["required"], code="required")


class PlainEmailField(forms.EmailField):
    def to_python(self, value):
        return super().to_python(tidy(str(value)) if value else value)


class PhoneField(PlainField):
    """A number that can be called, as RFC 3966. ``region`` is where a number without a country code is from."""

    widget = forms.TextInput(attrs={"type": "tel"})
    region = None

    def clean(self, value):
        typed = super().clean(value)
        try:
            if len(typed) > LONGEST_PHONE:
                raise phonenumbers.NumberParseException(phonenumbers.NumberParseException.TOO_LONG, "")
            number = PhoneNumber.from_string(typed, region=self.region)
        except phonenumbers.NumberParseException:
            number = None
        if not (number and number.is_valid()):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return number.as_rfc3966
