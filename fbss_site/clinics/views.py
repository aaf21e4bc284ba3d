from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from . import brand, card_image

YEAR = 365 * 24 * 60 * 60


@require_safe
def brand_css(request, css_hash):
    """The clinic's brand values; the address changes with them, so browsers may keep it."""
    current = brand.stylesheet_hash(request.clinic)
    if css_hash != current:
        response = redirect("clinics:brand_css", current)
        patch_cache_control(response, no_store=True)
        return response
    response = HttpResponse(brand.stylesheet(request.clinic), content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


@require_safe
def card(request, card_hash):
    """The picture for links to this clinic's pages; kept like its stylesheet."""
    current = card_image.card_hash(request.clinic)
    if card_hash != current:
        response = redirect("clinics:card", current)
        patch_cache_control(response, no_store=True)
        return response
    response = HttpResponse(card_image.card_png(request.clinic), content_type="image/png")
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    # Other sites are meant to show it.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
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
