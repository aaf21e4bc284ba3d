from itertools import groupby

from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .models import Term


@require_safe
@cache_control(public=True, no_cache=True)
def term_list(request):
    terms = sorted(Term.objects.all(), key=lambda term: term.term.lower())
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: term.term[0].upper())]
    return render(request, "glossary/term_list.html", {"letters": letters})
