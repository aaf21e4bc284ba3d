"""Health check, robots and the error pages."""

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PLAIN = "plain_error.html"


@require_safe
@never_cache
def healthz(request):
    """200 when the database answers, 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM clinics_clinic LIMIT 1")
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request):
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def bad_request(request, exception=None):
    return _error(request, 400, "We could not read that request", "Please go back and try again.")


def forbidden(request, exception=None):
    return _error(
        request,
        403,
        "You cannot open this page",
        "It is for clinic staff who have the right to it. Sign in with another account if you have one.",
    )


def csrf_failure(request, reason=""):
    return _error(
        request,
        403,
        "The form had been open for too long",
        "For your safety it was not sent. Go back, reload the page and send it again.",
    )


def not_found(request, exception=None):
    return _error(
        request,
        404,
        "There is no page here",
        "The address may be mistyped, or the page may have moved. Nothing is wrong with your device.",
    )


def server_error(request):
    return _error(
        request,
        500,
        "Something went wrong on our side",
        "It is not your fault. Please try again in a few minutes, or call us.",
    )


def _error(request, status, heading, sentence):
    context = {"heading": heading, "sentence": sentence}
    try:
        branded = getattr(request, "clinic", None) is not None
        response = render(request, "error.html" if branded else PLAIN, context, status=status)
    except DatabaseError:  # the branded page looks up the emergency card
        response = render(request, PLAIN, context, status=status)
    response["Cache-Control"] = "no-store"
    return response
