from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.records.related import linked_records
from fbss_site.records.views import render_record

from .models import Cause, Condition, DiagnosticTest, Symptom


@require_safe
@cache_control(public=True, no_cache=True)
def condition_list(request):
    links = linked_records({"conditions": Condition.objects.published()})
    return render(request, "conditions/condition_list.html", {"conditions": links["conditions"]})


@require_safe
@cache_control(public=True, no_cache=True)
def condition_detail(request, slug):
    return render_record(request, get_object_or_404(Condition.objects.published().for_page(), slug=slug))


@require_safe
@cache_control(public=True, no_cache=True)
def symptom_list(request):
    groups = _by_mark(Symptom, Symptom.Urgency)
    return render(request, "conditions/symptom_list.html", {"groups": groups})


@require_safe
@cache_control(public=True, no_cache=True)
def symptom_detail(request, slug):
    symptom = get_object_or_404(Symptom.objects.published().for_page(), slug=slug)
    return render_record(request, symptom, symptom=symptom)


@require_safe
@cache_control(public=True, no_cache=True)
def cause_list(request):
    return render(request, "conditions/cause_list.html", {"groups": _by_mark(Cause, Cause.Phase)})


@require_safe
@cache_control(public=True, no_cache=True)
def cause_detail(request, slug):
    return render_record(request, get_object_or_404(Cause.objects.published().for_page(), slug=slug))


@require_safe
@cache_control(public=True, no_cache=True)
def test_list(request):
    links = linked_records({"tests": DiagnosticTest.objects.published()})
    return render(request, "conditions/test_list.html", {"tests": links["tests"]})


@require_safe
@cache_control(public=True, no_cache=True)
def test_detail(request, slug):
    return render_record(request, get_object_or_404(DiagnosticTest.objects.published().for_page(), slug=slug))


def _by_mark(model, choices):
    """[(choice, links)] in the order of ``choices``, without empty ones."""
    links = linked_records({"all": model.objects.published()})["all"]
    groups = [(choice, [link for link in links if link.mark == choice.value]) for choice in choices]
    return [(choice, found) for choice, found in groups if found]
