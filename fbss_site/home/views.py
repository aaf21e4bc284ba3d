from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .build_home import build_home
from .readers import READERS


@require_safe
@cache_control(public=True, no_cache=True)
def home(request):
    return render(request, "home/home.html", {"home": build_home(request.clinic), "readers": READERS})
