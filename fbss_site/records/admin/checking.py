"""What the checks say of a record's form as it stands, while someone writes."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from ..canonical import to_document
from ..checks import Level, check_document, library_now
from ..publishing import field_name


class ChecksWhileWriting:
    """Adds ``check/`` to an admin: the form's values in, a piece of HTML with the findings out; nothing is saved."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_check"
        view = self.admin_site.admin_view(self.check_view)
        return [
            path("check/", view, name=f"{name}_new"),
            path("<path:object_id>/check/", view, name=name),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def check_view(self, request, object_id=None):
        record = self.get_object(request, object_id) if object_id else None
        may = self.has_change_permission(request, record) if object_id else self.has_add_permission(request)
        if not may or (object_id and record is None):
            raise PermissionDenied
        form = self.get_form(request, record, change=record is not None)(request.POST, instance=record)
        form.is_valid()  # sets on the record what can be set; the rest is named at its field on saving
        findings = check_document(self.model, to_document(form.instance), library_now())
        context = {
            "blocking": [_shown(self.model, finding) for finding in findings if finding.level == Level.BLOCKS],
            "warnings": [_shown(self.model, finding) for finding in findings if finding.level == Level.WARNS],
        }
        return render(request, "admin/content_record/findings.html", context)


def _shown(model, finding):
    return {"field": field_name(model, finding.field), "label": finding.field, "finding": finding}
