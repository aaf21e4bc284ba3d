"""One sitemap a host: every public page, with the day it was last changed."""

from typing import NamedTuple

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.db.models import CharField, F, Value
from django.urls import reverse
from django.views.decorators.http import require_safe

from fbss_site.citations.models import Citation
from fbss_site.records.models import page_url
from fbss_site.records.registry import record_models

LISTS = (
    *("home", "conditions:condition_list", "conditions:symptom_list", "conditions:cause_list"),
    *("conditions:diagnostictest_list", "treatments:treatment_list", "pages:page_list", "reference_list", "a_z"),
    *("tools:tool_list", "tools:questions", "tools:visit_planner", "tools:records_checklist", "treatments:compare"),
    *("glossary:term_list", "clinics:clinician_list", "clinics:location_list", "consultations:consultation"),
)


class Entry(NamedTuple):
    url: str
    changed_on: object = None


class ClinicSitemap(Sitemap):
    def __init__(self, clinic):
        self.clinic = clinic

    def items(self):
        entries = [Entry(reverse(name)) for name in LISTS]
        entries += [Entry(page_url(label, slug), changed_on) for label, slug, changed_on in _public_records()]
        entries += [Entry(citation.get_absolute_url()) for citation in Citation.objects.only("key")]
        entries += [Entry(clinician.get_absolute_url()) for clinician in self.clinic.clinicians.only("slug")]
        return entries

    def location(self, item):
        return item.url

    def lastmod(self, item):
        return item.changed_on


def _public_records():
    """(app.model, slug, last change) of every record that has a page, in one query."""
    parts = [
        model.objects.published()
        .order_by()
        .values_list(Value(model._meta.label_lower, CharField()), F("slug"), F("changed_on"))
        for model in record_models()
        if model.has_page
    ]
    return parts[0].union(*parts[1:], all=True)


@require_safe
def sitemap(request):
    return sitemap_view(request, {"pages": ClinicSitemap(request.clinic)})
