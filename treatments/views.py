from itertools import groupby

from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.records.build_page import make_composer, numbered_references
from fbss_site.records.views import render_record

from .compare import choose
from .compare import compare as comparison_of
from .models import Treatment
from .values import MATTERS, WORRIES


@require_safe
@cache_control(public=True, no_cache=True)
def treatment_list(request):
    grouped = _by_group(Treatment.objects.for_list())
    composer = make_composer([group.explanation for group, _ in grouped], request.clinic)
    groups = [
        {"group": group, "html": composer.compose(group.explanation, group.slug, group.title).html, "treatments": rows}
        for group, rows in grouped
    ]
    context = {"groups": groups, "references": numbered_references(composer), "terms": composer.terms}
    return render(request, "treatments/treatment_list.html", context)


@require_safe
@cache_control(public=True, no_cache=True)
def treatment_detail(request, slug):
    return render_record(request, get_object_or_404(Treatment.objects.published().for_page(), slug=slug))


@require_safe
@cache_control(public=True, no_cache=True)
def compare(request):
    choice = choose(request.GET.getlist("t"))
    context = {
        "choice": choice,
        "chosen": {treatment.slug for treatment in choice.treatments},
        "comparison": comparison_of(choice.columns, request.clinic) if choice.fits else None,
        "groups": _by_group(Treatment.objects.for_list().comparable().only("title", "slug", "group__title")),
        "matters": MATTERS,
        "worries": WORRIES,
    }
    return render(request, "treatments/compare.html", context)


def _by_group(treatments):
    return [(group, list(rows)) for group, rows in groupby(treatments, key=lambda row: row.group)]
