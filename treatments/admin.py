from django import forms
from django.contrib import admin

from fbss_site.records.admin import ContentRecordAdmin, ContentRecordForm

from .models import Offering, Outcome, Treatment, TreatmentGroup


@admin.register(TreatmentGroup)
class TreatmentGroupAdmin(ContentRecordAdmin):
    pass


class TreatmentForm(ContentRecordForm):
    def clean(self):
        cleaned = super().clean()
        if self.state_change.status == Treatment.Status.PUBLISHED:
            for name in ("certainty", "evidence_population"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, "Choose one before you publish.")
        return cleaned


@admin.register(Treatment)
class TreatmentAdmin(ContentRecordAdmin):
    form = TreatmentForm
    marks = ("group", "certainty")
    more_filters = ("evidence_population", "invasiveness", "surgical", "is_emergency")


@admin.register(Outcome)
class OutcomeAdmin(ContentRecordAdmin):
    marks = ("treatment", "kind")

    def seen_by_patients(self):
        return super().seen_by_patients().filter(treatment__in=Treatment.objects.published())


class OfferingForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        for name in ("clinicians", "locations"):
            strangers = [row for row in cleaned.get(name, ()) if row.clinic != cleaned.get("clinic")]
            if strangers:
                self.add_error(name, f"Not of this clinic: {', '.join(map(str, strangers))}.")
        return cleaned


@admin.register(Offering)
class OfferingAdmin(admin.ModelAdmin):
    form = OfferingForm
    list_display = ("treatment", "clinic", "note", "position")
    list_filter = ("clinic", "treatment__group")
    list_select_related = ("treatment", "clinic")
    search_fields = ("treatment__title", "clinic__name", "note")
    fields = ("clinic", "treatment", "note", "clinicians", "locations", "position")
    autocomplete_fields = ("clinic", "treatment", "clinicians", "locations")
