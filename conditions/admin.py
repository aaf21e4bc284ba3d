from django.contrib import admin

from fbss_site.records.admin import ContentRecordAdmin

from .models import CareCard, Cause, Condition, DiagnosticTest, Symptom


@admin.register(Condition)
class ConditionAdmin(ContentRecordAdmin):
    marks = ("region",)


@admin.register(Symptom)
class SymptomAdmin(ContentRecordAdmin):
    marks = ("urgency",)


@admin.register(Cause)
class CauseAdmin(ContentRecordAdmin):
    marks = ("phase",)


@admin.register(DiagnosticTest)
class DiagnosticTestAdmin(ContentRecordAdmin):
    pass


@admin.register(CareCard)
class CareCardAdmin(ContentRecordAdmin):
    marks = ("urgency", "site_wide")
    has_address = False
