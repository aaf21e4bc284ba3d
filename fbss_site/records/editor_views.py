"""What the Markdown editor asks for while someone types: a preview, and a place for a picture.

They stand in for markdownx's own views, which ask for no login, return raw HTML and keep any file.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .build_page import make_composer, numbered_references
from .editor import may_edit_texts
from .rules import LONGEST_TEXT
from .uploads import store_picture


def text_editors_only(view):
    @wraps(view)
    def guarded(request):
        if not may_edit_texts(request.user):
            raise PermissionDenied
        return view(request)

    return guarded


@require_POST
@never_cache
@text_editors_only
def preview(request):
    text = request.POST.get("content", "")
    if len(text) > LONGEST_TEXT:
        return render(request, "markdownx/preview.html", {"longest": LONGEST_TEXT})
    composer = make_composer([text], request.clinic, show_faults=True)
    html = composer.compose(text, "preview", "Preview").html
    context = {"html": html, "terms": composer.terms, "references": numbered_references(composer)}
    return render(request, "markdownx/preview.html", context)


@require_POST
@never_cache
@text_editors_only
def upload(request):
    """``{"image_code": Markdown}``, or status 400 and ``{"error": sentence}``."""
    picture = request.FILES.get("image")
    if picture is None:
        return JsonResponse({"error": "No picture arrived. Choose one, then try again."}, status=400)
    try:
        return JsonResponse({"image_code": store_picture(picture)})
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
