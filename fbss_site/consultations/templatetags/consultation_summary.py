"""What the admin's first page says of the requests that wait."""

from django import template
from django.utils import timezone

from fbss_site.clinics.models import Clinic

from .. import outbox
from ..models import ConsultationRequest

register = template.Library()


@register.inclusion_tag("admin/consultations/summary.html")
def consultation_summary(user):
    """Nothing for those who may not see requests."""
    if not user.has_perm("consultations.view_consultationrequest"):
        return {}
    rows = ConsultationRequest.objects.visible_to(user)
    clinics = Clinic.objects.all() if user.is_superuser else Clinic.objects.filter(staff_memberships__user=user)
    unsent, reason = outbox.unsent_count(clinics)
    return {
        "shown": True,
        "waiting": rows.waiting().count(),
        "overdue": rows.overdue(timezone.now()).count(),
        "quarantined": rows.quarantined().count(),
        "unsent": unsent,
        "reason": reason,
        "silent": list(clinics.filter(notify_email="", consultation_requests__isnull=False).distinct()),
        "is_nowhere": not clinics.exists(),
    }
