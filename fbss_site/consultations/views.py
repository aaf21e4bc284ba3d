from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.clinics.views import visiting_context


@require_safe
@cache_control(public=True, no_cache=True)
def consultation(request):
    return render(request, "consultations/consultation.html", visiting_context(request.clinic))
