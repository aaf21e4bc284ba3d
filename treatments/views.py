from itertools import groupby

from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.records.build_page import make_composer, numbered_references
from fbss_site.records.views import render_record

from .models import Treatment


@require_safe
@cache_control(public=True, no_cache=True)
def treatment_list(request):
    treatments = Treatment.objects.for_list()
    grouped = [(group, list(rows)) for group, rows in groupby(treatments, key=lambda row: row.group)]
    composer = make_composer([group.explanation for group, _ in grouped], request.clinic)
    groups = [
        {"group": group, "html": composer.compose(group.explanation, group.slug, group.title).html, "treatments": rows}
        for group, rows in grouped
    ]
    context = {"groups": groups, "references": numbered_references(composer)}
    return render(request, "treatments/treatment_list.html", context)


@require_safe
@cache_control(public=True, no_cache=True)
def treatment_detail(request, slug):
    return render_record(request, get_object_or_404(Treatment.objects.published().for_page(), slug=slug))
