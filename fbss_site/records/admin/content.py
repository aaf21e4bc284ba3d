"""The admin of a content record; each record type subclasses it beside its own model."""

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import quote, unquote
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from ..editor import MARKDOWN_FIELDS
from ..fields import body_fields
from ..models import ContentRecord
from ..views import render_record
from . import state_changes
from .checking import ChecksWhileWriting
from .forms import ContentRecordForm


class ReviewFilter(admin.SimpleListFilter):
    title = "clinical review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [("awaiting", "Awaiting review"), ("signed", "Reviewed"), ("due", "Next review due")]

    def queryset(self, request, queryset):
        if self.value() == "due":
            return queryset.review_due(timezone.localdate())
        if self.value() in {"awaiting", "signed"}:
            return queryset.filter(reviewed_by__isnull=self.value() == "awaiting")
        return queryset


class ContentRecordAdmin(ChecksWhileWriting, admin.ModelAdmin):
    """``marks`` names what tells records of this type apart in lists, as columns and filters."""

    marks = ()
    more_filters = ()
    has_address = True

    form = ContentRecordForm
    formfield_overrides = MARKDOWN_FIELDS
    change_form_template = "admin/content_record/change_form.html"
    save_on_top = True
    search_fields = ("title", "slug", "summary")
    actions = ("publish_selected", "withdraw_selected")

    # What the list shows ----------------------------------------------------------------

    def get_list_display(self, request):
        return ("title", "state", *self.marks, "changed_on", "review", "page")

    def get_list_filter(self, request):
        return ("status", ReviewFilter, *self.marks, *self.more_filters)

    def get_list_select_related(self, request):
        relations = [name for name in self.marks if self.opts.get_field(name).is_relation]
        return ("reviewed_by", *relations)

    def get_search_fields(self, request):
        own = {field.name for field in self.opts.fields}
        return (*self.search_fields, *({"also_known_as"} & own))

    def get_queryset(self, request):
        seen = self.seen_by_patients().filter(pk=OuterRef("pk"))
        return super().get_queryset(request).annotate(is_seen=Exists(seen))

    def seen_by_patients(self):
        return self.model.objects.published()

    @admin.display(description="status", ordering="status")
    def state(self, record):
        hidden = record.status == record.Status.PUBLISHED and not record.is_seen
        return f"{record.get_status_display()}, not shown now" if hidden else record.get_status_display()

    @admin.display(description="clinical review", ordering="last_reviewed")
    def review(self, record):
        if not record.reviewed_by:
            return "Awaiting review"
        return f"{record.reviewed_by}, {date_format(record.last_reviewed)}"

    @admin.display(description="page")
    def page(self, record):
        seen = record.is_seen and self.has_address
        url, words = (record.get_absolute_url(), "View on site") if seen else (self._url("preview", record), "Preview")
        return format_html('<a href="{}">{}<span class="visually-hidden">: {}</span></a>', url, words, record)

    # What the form shows ----------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        relations = [field.name for field in self.opts.many_to_many]
        facts = [name for name in self.model.front_fields if name not in relations]
        titles = ("title", "slug", *(name for name in facts if name == "also_known_as"))
        facts = [name for name in facts if name != "also_known_as"]
        groups = {
            "Title and address": titles,
            "In short": ("summary",),
            "Key facts": facts,
            "Text": [field.name for field in body_fields(self.model)],
            "Related records": relations,
            "Lists and schedule": ("position", "publish_at", "expire_at", "published_at"),
            "Clinical review": ("reviewed_by", "last_reviewed", "next_review", "change_note", "changed_on"),
        }
        return [(name, {"fields": list(fields)}) for name, fields in groups.items() if fields]

    def get_readonly_fields(self, request, obj=None):
        kept_address = ("slug",) if obj and obj.published_at else ()
        return (*kept_address, "published_at", "changed_on")

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ("title",)}

    def get_autocomplete_fields(self, request):
        fields = (*self.opts.fields, *self.opts.many_to_many)
        return [field.name for field in fields if isinstance(field, models.ForeignKey | models.ManyToManyField)]

    def view_on_site(self, record):
        return record.get_absolute_url() if self.has_address and self._is_seen(record) else None

    def _is_seen(self, record):
        return self.seen_by_patients().filter(pk=record.pk).exists()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may_save = self.has_change_permission(request, obj) if change else self.has_add_permission(request)
        offered = state_changes.offered(obj, self.has_publish_permission(request))
        context |= {
            "state_buttons": offered if may_save else [],
            "preview_url": self._url("preview", obj) if change else None,
            "check_url": self._check_url(obj) if may_save else None,
            "is_seen": change and self._is_seen(obj),
            "is_locked": change and not may_save and self.has_change_permission(request),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Who may do what --------------------------------------------------------------------

    def has_publish_permission(self, request):
        return request.user.has_perm(f"{self.opts.app_label}.{get_permission_codename('publish', self.opts)}")

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._may_touch(request, obj)

    def _may_touch(self, request, obj):
        """What patients see is changed by those only who may publish it."""
        return obj is None or obj.status != obj.Status.PUBLISHED or self.has_publish_permission(request)

    # Saving -----------------------------------------------------------------------------

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if request.method == "POST":
            may_publish = self.has_publish_permission(request)
            pressed = state_changes.pressed(request.POST)
            if pressed and pressed.for_publishers and not may_publish:
                raise PermissionDenied
            form.state_change = pressed or state_changes.keeping_state(obj)
            offered = {change.button for change in state_changes.offered(obj, may_publish)}
            form.is_stale = pressed is not None and pressed.button not in offered
        return form

    def save_model(self, request, obj, form, change):
        before = obj.status
        if change and before == form.state_change.status and not form.has_changed():
            return  # the page keeps the day of its last real change
        form.state_change.apply(obj)
        if obj.status != before:
            self.log_change(request, obj, f"Status: {obj.get_status_display()}.")

    def response_add(self, request, obj, post_url_continue=None):
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self._back_to_form(request, obj)

    def response_change(self, request, obj):
        if IS_POPUP_VAR in request.POST:
            return super().response_change(request, obj)
        return self._back_to_form(request, obj)

    def _back_to_form(self, request, record):
        url = self.view_on_site(record)
        words = "View on site" if url else "Preview"
        sentence = format_html(
            '“{}” {} <a href="{}">{}</a>',
            record,
            state_changes.KEEPING[record.status].done,
            url or self._url("preview", record),
            words,
        )
        self.message_user(request, sentence, messages.SUCCESS)
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, self._url("change", record)))

    @admin.action(permissions=["publish"], description="Publish selected %(verbose_name_plural)s")
    def publish_selected(self, request, queryset):
        self._change_all(request, queryset, state_changes.PUBLISH)

    @admin.action(permissions=["publish"], description="Withdraw selected %(verbose_name_plural)s")
    def withdraw_selected(self, request, queryset):
        self._change_all(request, queryset, state_changes.WITHDRAW)

    def _change_all(self, request, queryset, change):
        """Each record by itself: one that must not change keeps none of the others from it."""
        changed = 0
        for record in queryset:
            if change not in state_changes.offered(record, may_publish=True):
                continue
            try:
                change.apply(record)
            except ValidationError as error:
                self.message_user(request, f"“{record}” stays as it was: {' '.join(error.messages)}", messages.ERROR)
            else:
                self.log_change(request, record, f"Status: {record.get_status_display()}.")
                changed += 1
        status = ContentRecord.Status(change.status).label.lower()
        self.message_user(request, f"Records that are now {status}: {changed}.", messages.SUCCESS)

    # Preview ----------------------------------------------------------------------------

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<path:object_id>/preview/", view, name=name), *super().get_urls()]

    @method_decorator(require_safe)
    def preview_view(self, request, object_id):
        """The record's page as patients would see it, in any state. Never cached: ``admin_view`` sees to that."""
        record = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        if record is None:
            raise Http404
        own_name = {self.opts.model_name: record}
        return render_record(request, record, show_faults=True, preview=True, **own_name)

    def _check_url(self, record):
        if record:
            return self._url("check", record)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_check_new"
        return reverse(name, current_app=self.admin_site.name)

    def _url(self, page, record):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=[quote(record.pk)], current_app=self.admin_site.name)
