from django import forms
from django.contrib import admin

from conditions.models import Condition
from fbss_site.records.editor import MARKDOWN_FIELDS
from fbss_site.records.fields import body_fields

from .models import HomeSection


class HomeSectionForm(forms.ModelForm):
    part = forms.ChoiceField(
        required=False, help_text="Which text of the condition this section shows.", label="Part of its page"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        parts = [(field.name, field.heading) for field in body_fields(Condition)]
        if "part" in self.fields:
            self.fields["part"].choices = [("", "In short"), *parts]


@admin.register(HomeSection)
class HomeSectionAdmin(admin.ModelAdmin):
    form = HomeSectionForm
    formfield_overrides = MARKDOWN_FIELDS
    list_display = ("heading", "clinic", "kind", "position")
    list_filter = ("clinic", "kind")
    list_select_related = ("clinic",)
    search_fields = ("heading", "text", "clinic__name")
    ordering = ("clinic", "position")
    autocomplete_fields = ("clinic", "condition", "clinician", *HomeSection.LISTS)
    fieldsets = (
        (None, {"fields": ("clinic", "kind", "heading", "text", "position")}),
        ("For a part of a condition's page", {"fields": ("condition", "part")}),
        ("For one clinician at a glance", {"fields": ("clinician",)}),
        ("For a list of chosen records", {"fields": HomeSection.LISTS}),
    )
