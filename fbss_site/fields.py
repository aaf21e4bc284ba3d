"""Model fields that several apps share. Imports nothing of ours, so that anyone may import it."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import NoReverseMatch, resolve, reverse

# \Z, not $: "$" lets a trailing newline through.
validate_colour = RegexValidator(
    r"\A#[0-9a-fA-F]{6}\Z", "Type the colour as # and six digits or letters a to f, for example #1d6f6f."
)


class AddressField(models.SlugField):
    """The last part of the address of a row's page. Refuses one at which the site has another page.

    The comparison at /treatments/compare/ would stand before a treatment of that name, so that nobody could open it.
    """

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        meta = model_instance._meta
        try:
            address = reverse(f"{meta.app_label}:{meta.model_name}_detail", args=[value])
        except NoReverseMatch:  # a row without a page of its own, or no slug, as the validators then say
            return
        if value not in resolve(address).kwargs.values():
            raise ValidationError(f"Another page of this site is at {address}. Choose another address.", code="taken")


class TextListFormField(forms.CharField):
    """A list of short texts, typed one per line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        if isinstance(value, list):
            return value
        return [line.strip() for line in super().to_python(value).splitlines() if line.strip()]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)

    def run_validators(self, value):
        for line in value:
            super().run_validators(line)


class TextListField(models.JSONField):
    """An ordered list of short texts, edited one per line."""

    longest = 500

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise ValidationError("Give a list of texts, one per line.", code="not_a_list")
        if any(len(item) > self.longest or "\n" in item for item in value):
            raise ValidationError(f"Each line may have up to {self.longest} characters.", code="too_long")

    def formfield(self, **kwargs):
        return models.Field.formfield(self, **{"form_class": TextListFormField, **kwargs})
