"""The reference shelf. Its admin stands here, not in citations: it needs to know which texts cite what."""

import json

from django import forms
from django.apps import apps
from django.contrib import admin
from django.db import models

from fbss_site.citations.models import Citation

from ..fields import body_fields
from ..rules import texts_cite


class CitationForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        for name in ("doi", "pmid", "pmcid"):
            value = cleaned.get(name)
            same = Citation.objects.exclude(pk=self.instance.pk).filter(**{name: value}).first() if value else None
            if same:
                self.add_error(name, f"“{same.key}” already has this {name.upper()}.")
        return cleaned


@admin.register(Citation)
class CitationAdmin(admin.ModelAdmin):
    form = CitationForm
    list_display = ("key", "title", "year", "type", "status", "doi")
    list_filter = ("type", "status")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    search_fields = ("key", "title", "authors", "container", "doi", "pmid")
    fieldsets = (
        (None, {"fields": ("key", "type", "status")}),
        ("As it is printed", {"fields": ("authors", "title", "container", "year", "volume", "issue", "pages")}),
        (
            "Where to find it",
            {"fields": ("doi", "pmid", "pmcid", "url"), "description": "Leave empty rather than guess."},
        ),
        ("For editors", {"fields": ("notes",)}),
    )

    def get_search_results(self, request, queryset, search_term):
        # The authors are stored as JSON, where “ø” stands as an escape.
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        escaped = json.dumps(search_term)[1:-1]
        if escaped != search_term:
            found |= super().get_search_results(request, queryset, escaped)[0]
        return found, may_repeat

    def get_readonly_fields(self, request, obj=None):
        return ("key",) if obj and citing_texts(obj.key) else ()

    def get_deleted_objects(self, objs, request):
        """Counts what cites a citation among the objects that protect it from being deleted."""
        to_delete, model_count, perms_needed, protected = super().get_deleted_objects(objs, request)
        citing = [
            f"{record._meta.verbose_name}: {record} cites {citation.key}"
            for citation in objs
            for record in citing_texts(citation.key)
        ]
        return to_delete, model_count, perms_needed, [*protected, *citing]


def citing_texts(key):
    """Every row, of any type and in any state, whose texts cite ``key``."""
    return [
        row for model in apps.get_models() if body_fields(model) for row in model.objects.filter(texts_cite(model, key))
    ]
