from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from . import brand

YEAR = 365 * 24 * 60 * 60


@require_safe
@cache_control(public=True, max_age=YEAR, immutable=True)
def brand_css(request, css_hash):
    """The clinic's brand values; the address changes with them, so browsers may keep it."""
    if css_hash != brand.stylesheet_hash(request.clinic):
        return _moved_brand(request)
    return HttpResponse(brand.stylesheet(request.clinic), content_type="text/css; charset=utf-8")


def _moved_brand(request):
    response = redirect("clinics:brand_css", brand.stylesheet_hash(request.clinic))
    response["Cache-Control"] = "no-store"
    return response


@require_safe
@cache_control(public=True, no_cache=True)
def clinician_list(request):
    return render(request, "clinics/clinician_list.html", {"clinicians": request.clinic.clinicians.all()})


@require_safe
@cache_control(public=True, no_cache=True)
def clinician_detail(request, slug):
    clinician = get_object_or_404(request.clinic.clinicians, slug=slug)
    return render(request, "clinics/clinician_detail.html", {"clinician": clinician})


@require_safe
@cache_control(public=True, no_cache=True)
def location_list(request):
    return render(request, "clinics/location_list.html", visiting_context(request.clinic))


def visiting_context(clinic):
    """Where and when the clinic can be reached: for its contact and its consultation page. Three queries."""
    today = timezone.localdate(timezone=clinic.zone)
    hours = clinic.hours.all()
    return {
        "locations": clinic.locations.all(),
        "days": [(day, list(spans)) for day, spans in groupby(hours, key=lambda span: span.get_weekday_display())],
        "holidays": clinic.holidays.filter(date__gte=today)[:12],
        "time_format": clinic.Locale(clinic.locale).time_format,
    }
