"""The consultation page, its form, and the page after sending. No session, no cookie; nothing is cached."""

import hashlib

from django.core.cache import cache
from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from fbss_site.guarding.senders import client_network, sent_from_here

from . import calendar_file, callback, trust, wording
from .desk import Desk
from .forms import ConsultationForm
from .intake import FloodError, take_in
from .models import ConsultationRequest
from .screening import suspicions

# More than any honest form holds, each character percent-encoded.
LARGEST_FORM = 64 * 1024


# Django's own protection against forged forms needs a cookie, and this page sets none. trust.py stands in for it:
# a signed token that is bound to the host, and the browser's word on which page sent the form. There is also no
# session that a foreign page could ride on.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@sensitive_post_parameters()
def consultation(request):
    if request.method != "POST":
        return _empty_page(request)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_FORM:
        return _refusal(request, 413, "Your request is too long", "Please go back and shorten what you wrote.")
    return _receive(request, ConsultationForm(request.POST, desk=Desk(request.clinic, timezone.now())))


def _empty_page(request):
    """The same for everybody who asks within a second, its token too: a rush of visitors costs one page."""
    topic = request.GET.get("topic", "")[:200]

    def page():
        form = ConsultationForm(desk=Desk(request.clinic, timezone.now()), topic_path=topic)
        return _page(request, form, token=trust.new_token(request.get_host())).content

    key = hashlib.sha256(f"{request.get_host()} {topic}".encode()).hexdigest()
    return HttpResponse(cache.get_or_set(f"consultation-{key}", page, timeout=1))


def _receive(request, form):
    host, token = request.get_host(), request.POST.get("token", "")
    age = trust.token_age(token, host)
    if age is None:
        # Whoever has to send it once more is not counted as having been too quick.
        token = trust.new_token(host, age=trust.SHORTEST)
    if not form.is_valid():
        return _page(request, form, token=token, status=422)
    if age is None or not sent_from_here(request):
        return _page(request, form, token=token, status=403, problem="stale")
    site, client = f"{request.scheme}://{host}", client_network(request)
    try:
        stored = take_in(form, suspicions(form, age), client=client, site=site, now=form.desk.now)
    except DatabaseError:
        return _page(request, form, token=token, status=503, problem="not-stored")
    except FloodError:
        return _refusal(request, 429, "Too many requests from your connection", "Nothing was sent this time.")
    return redirect("consultations:sent", trust.sent_pass(stored.reference))


@require_safe
@cache_control(no_store=True)
def sent(request, sent):
    stored = _stored(request, sent)
    context = {
        "stored": stored,
        "call_by": wording.call_by_text(stored.call_by, request.clinic),
        "window": stored.call_by and _window_text(stored, request.clinic),
        "is_late": stored.call_by and stored.call_by < timezone.now(),
        "calendar": stored.call_by and trust.sent_pass(stored.reference),
    }
    response = render(request, "consultations/sent.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@cache_control(no_store=True)
def call_ics(request, sent):
    stored = _stored(request, sent)
    if not stored.call_by:
        raise Http404
    response = HttpResponse(calendar_file.calendar_file(stored), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="call.ics"'
    return response


def _stored(request, sent):
    """The request that the pass in the address is for. Raises Http404, also once it is deleted."""
    stored = ConsultationRequest.objects.filter(clinic=request.clinic, reference=trust.reference_of(sent)).first()
    if not stored:
        raise Http404
    stored.clinic = request.clinic
    return stored


def _window_text(stored, clinic):
    local = callback.Promise(stored.call_from.astimezone(clinic.zone), stored.call_by.astimezone(clinic.zone))
    return wording.window_text(local, clinic.locale)


def _page(request, form, *, token, status=200, problem=""):
    context = {**form.desk.visiting, "form": form, "desk": form.desk, "problem": problem, "token": token}
    return render(request, "consultations/consultation.html", context, status=status)


def _refusal(request, status, heading, sentence):
    context = {"heading": heading, "sentence": f"{sentence} You can call us instead."}
    return render(request, "consultations/refusal.html", context, status=status)
