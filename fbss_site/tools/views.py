from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.clinics.context_processors import canonical_url

from .leaflets import build_leaflet, parts_of
from .questions import MOST_TOPICS, choices, topics_of
from .sheets import OWN_QUESTIONS, RECORDS, VISIT_PLANNER
from .topics import records_at


@require_safe
@cache_control(public=True, no_cache=True)
def tool_list(request):
    return render(request, "tools/tool_list.html")


@require_safe
@cache_control(public=True, no_cache=True)
def questions(request):
    asked = list(dict.fromkeys(request.GET.getlist("about")))
    topics = topics_of(records_at(asked[:MOST_TOPICS]).values(), request.clinic)
    context = {
        "topics": topics,
        "chosen": {topic.url for topic in topics},
        "missing": len(topics) < len(asked[:MOST_TOPICS]),
        "most": MOST_TOPICS if len(asked) > MOST_TOPICS else None,
        "own": OWN_QUESTIONS,
        "choices": choices(),
    }
    return render(request, "tools/questions.html", context)


@require_safe
@cache_control(public=True, no_cache=True)
def visit_planner(request):
    return render(request, "tools/visit_planner.html", {"blocks": VISIT_PLANNER})


@require_safe
@cache_control(public=True, no_cache=True)
def records_checklist(request):
    return render(request, "tools/records_checklist.html", {"papers": RECORDS})


@require_safe
@cache_control(public=True, no_cache=True)
def leaflet(request):
    record = next(iter(records_at([request.GET.get("page", "")]).values()), None)
    if record is None:
        raise Http404
    parts, ticked = parts_of(record), request.GET.getlist("part")
    chosen = [part for part in parts if part.id in ticked]
    context = {
        "record": record,
        "parts": parts,
        "chosen": {part.id for part in chosen},
        "leaflet": build_leaflet(record, chosen, request.clinic) if chosen else None,
        "address": canonical_url(request, request.clinic).removesuffix(request.path) + record.get_absolute_url(),
    }
    response = render(request, "tools/leaflet.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
