from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .find import find
from .models import MissedSearch


@require_safe
@cache_control(no_store=True)
def search(request):
    """What someone searches for is theirs: neither browsers nor search engines keep the page."""
    answer = find(request.GET.get("q", ""), request.clinic)
    if answer.is_missed:
        MissedSearch.objects.count_one(answer.question.text)
    response = render(request, "search/search.html", {"answer": answer, "question": answer.question})
    response["X-Robots-Tag"] = "noindex"
    return response
