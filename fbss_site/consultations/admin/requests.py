from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html

from .. import handling
from ..access import log_access
from ..ageing import ageing
from ..csv_export import csv_text
from ..keys import DataKeyError
from ..models import AccessLine, ConsultationRequest
from . import pages
from .filters import AssignedFilter, LocationFilter, StatusFilter

UNREADABLE = "Cannot be read with the keys at hand"


@admin.register(ConsultationRequest)
class RequestAdmin(admin.ModelAdmin):
    """The inbox. A request has no form: it is read on its page and moved on by the steps of handling.py."""

    list_display = ("reference", "person", "due", "status", "best_time", "location", "assigned_to")
    list_filter = (StatusFilter, LocationFilter, AssignedFilter)
    list_select_related = ("clinic", "location", "assigned_to")
    list_per_page = 50
    ordering = ("call_by", "received_at")
    actions = ("export_csv", "assign_to_me", "release", "mark_spam")
    actions_selection_counter = False

    class Media:
        css = {"all": ["admin_site/consultations.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_list_display(self, request):
        """The clinic, too, for those who see more than one."""
        several = self.get_queryset(request).order_by().values("clinic").distinct()[:2].count() > 1
        return (*self.list_display, "clinic") if several else self.list_display

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        # Whoever may, erases on a page of its own, which says what goes along and leaves a line in the log.
        return False

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and self._is_visible(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._is_visible(request, obj)

    def has_export_permission(self, request, obj=None):
        return request.user.has_perm("consultations.export_consultationrequest") and self._is_visible(request, obj)

    def has_erase_permission(self, request, obj=None):
        return request.user.has_perm("consultations.delete_consultationrequest") and self._is_visible(request, obj)

    def _is_visible(self, request, obj):
        return obj is None or self.get_queryset(request).filter(pk=obj.pk).exists()

    def get_urls(self):
        def page(view):
            return self.admin_site.admin_view(lambda request, **kwargs: view(request, self, **kwargs))

        own = [
            path("find/", page(pages.find), name="consultations_find"),
            path("<int:pk>/step/", page(pages.step), name="consultations_step"),
            path("<int:pk>/person.json", page(pages.person_json), name="consultations_person"),
            path("<int:pk>/erase/", page(pages.erase), name="consultations_erase"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, {"title": "Requests for a consultation", **(extra_context or {})})
        if shown := getattr(response, "context_data", {}).get("cl"):
            rows = list(shown.result_list)
            log_access(AccessLine.Action.LISTED, len(rows), user=request.user, requests=rows)
        return response

    def change_view(self, request, object_id, form_url="", extra_context=None):
        pk = unquote(object_id)
        return pages.request_page(request, self, pk=int(pk) if pk.isdecimal() else 0)

    @admin.display(description="name")
    def person(self, row):
        try:
            return format_html("<bdi>{}</bdi>", row.details.name)
        except DataKeyError:
            return format_html('<strong class="ageing ageing--late">{}</strong>', UNREADABLE)

    @admin.display(description="age", ordering="call_by")
    def due(self, row):
        level, words = ageing(row, timezone.now())
        return format_html('<span class="ageing ageing--{}">{}</span>', level, words)

    @admin.display(description="best time")
    def best_time(self, row):
        try:
            return row.details.best_time or "any"
        except DataKeyError:
            return "?"

    @admin.action(description="Export as CSV", permissions=["export"])
    def export_csv(self, request, queryset):
        rows = list(queryset.select_related("clinic", "assigned_to"))
        try:
            text = csv_text(rows)
        except DataKeyError as fault:
            self.message_user(request, f"Nothing was exported. {fault}", messages.ERROR)
            return None
        log_access(AccessLine.Action.EXPORTED, len(rows), user=request.user, requests=rows)
        # The mark at the start tells spreadsheets that this is UTF-8.
        response = HttpResponse(f"\ufeff{text}", content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="requests.csv"'
        return response

    @admin.action(description="Assign to me", permissions=["change"])
    def assign_to_me(self, request, queryset):
        self._each(request, queryset, lambda row: handling.assign(row, request.user, request.user))

    @admin.action(description="Release from quarantine", permissions=["change"])
    def release(self, request, queryset):
        self._each(request, queryset, lambda row: handling.release(row, request.user, pages.site_of(request)))

    @admin.action(description="Mark as spam", permissions=["change"])
    def mark_spam(self, request, queryset):
        self._each(request, queryset, lambda row: handling.mark_spam(row, request.user))

    def _each(self, request, queryset, change):
        passed_over = 0
        for row in queryset.select_related("clinic"):
            try:
                change(row)
            except (handling.ChangedMeanwhileError, DataKeyError):
                passed_over += 1
        if passed_over:
            self.message_user(request, f"{passed_over} passed over: not possible in their state.", messages.WARNING)
