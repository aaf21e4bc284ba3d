"""Pages of the inbox beyond Django's list. Each asks for its right and leaves a line in the access log."""

from functools import partial

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import handling, people
from ..access import log_access
from ..ageing import ageing
from ..keys import DataKeyError
from ..models import AccessLine, ConsultationRequest, RequestStep
from ..screening import Suspicion

FOLDER = "admin/consultations/consultationrequest"
LIST = "admin:consultations_consultationrequest_changelist"
PAGE = "admin:consultations_consultationrequest_change"
# What staff press -> what happens.
STEPS = {
    **{kind.value: partial(handling.note_call, kind=kind) for kind in RequestStep.CALLS},
    "booked": handling.book,
    "closed": handling.close,
    "spam": handling.mark_spam,
    "reopened": handling.reopen,
}


@require_safe
def request_page(request, model_admin, *, pk):
    """Everything about one person on one screen: this request, what was done with it, and their others."""
    stored = _visible(request, model_admin, pk, model_admin.has_view_permission)
    try:
        others = people.requests_of_same_person(stored, request.user)
        cards = [_card(row) for row in (stored, *others)]
    except DataKeyError as fault:
        return _unreadable(request, model_admin, stored, fault)
    log_access(
        AccessLine.Action.VIEWED, len(cards), user=request.user, clinic=stored.clinic, requests=[stored, *others]
    )
    context = {
        "card": cards[0],
        "others": cards[1:],
        "calls": [(kind.value, kind.label) for kind in RequestStep.CALLS],
        "colleagues": _colleagues(stored),
        "may_change": model_admin.has_change_permission(request, stored),
        "may_export": model_admin.has_export_permission(request, stored),
        "may_erase": model_admin.has_erase_permission(request, stored),
    }
    return _render(request, model_admin, "request.html", f"Request {stored}", context)


@require_POST
@sensitive_post_parameters()
def step(request, model_admin, *, pk):
    stored = _visible(request, model_admin, pk, model_admin.has_change_permission)
    wanted, note = request.POST.get("step", ""), request.POST.get("note", "").strip()[:1000]
    try:
        if wanted == "assign":
            handling.assign(stored, request.user, _colleagues(stored).filter(pk=_number(request, "colleague")).first())
        elif wanted == "release":
            handling.release(stored, request.user, site_of(request))
        elif wanted in STEPS:
            STEPS[wanted](stored, request.user, note)
        else:
            raise Http404
        messages.success(request, f"Noted for {stored}.")
    except handling.ChangedMeanwhileError:
        messages.error(request, f"A colleague has changed {stored} meanwhile. Nothing was noted; please look again.")
    except DataKeyError as fault:
        messages.error(request, f"Nothing was noted. {fault}")
    return redirect(PAGE, stored.pk)


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def find(request, model_admin):
    """Looks for a person. Sent as a form, so that no name or number stands in an address."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    typed, found = request.POST.get("who", "")[:200], []
    if request.method == "POST":
        try:
            found = [_card(row) for row in people.find(typed, request.user)[:100]]
        except DataKeyError as fault:
            messages.error(request, str(fault))
        rows = [card["row"] for card in found]
        log_access(AccessLine.Action.SEARCHED, len(rows), user=request.user, requests=rows)
    context = {"typed": typed, "found": found, "was_sent": request.method == "POST"}
    return _render(request, model_admin, "find.html", "Find a person", context)


@require_safe
def person_json(request, model_admin, *, pk):
    """All that is kept about a person, to hand to them."""
    stored = _visible(request, model_admin, pk, model_admin.has_export_permission)
    try:
        text = people.export([stored, *people.requests_of_same_person(stored, request.user)], request.user)
    except DataKeyError as fault:
        return _unreadable(request, model_admin, stored, fault)
    response = HttpResponse(text, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="person-{stored}.json"'
    return response


@require_http_methods(["GET", "POST"])
def erase(request, model_admin, *, pk):
    """Deletes what is chosen of a person's requests. A request that no key opens can be erased, too."""
    stored = _visible(request, model_admin, pk, model_admin.has_erase_permission)
    try:
        rows = [stored, *people.requests_of_same_person(stored, request.user)]
    except DataKeyError:
        rows = [stored]
    if request.method == "POST":
        chosen = [row for row in rows if str(row.pk) in request.POST.getlist("erase")]
        people.erase(chosen, request.user)
        messages.success(request, f"{len(chosen)} erased, with all notes and e-mails about them.")
        return redirect(LIST)
    return _render(request, model_admin, "erase.html", f"Erase {stored}", {"stored": stored, "rows": rows})


def site_of(request):
    return f"{request.scheme}://{request.get_host()}"


def _visible(request, model_admin, pk, may):
    """The request, for those who see it and ``may``. Raises Http404 and PermissionDenied."""
    if not may(request):
        raise PermissionDenied
    rows = model_admin.get_queryset(request).select_related("clinic", "assigned_to").prefetch_related("steps__by")
    stored = rows.filter(pk=pk).first()
    if stored is None:
        raise Http404
    return stored


def _card(row):
    """What the pages print of a request. Raises DataKeyError."""
    level, words = ageing(row, timezone.now())
    steps = [(step, step.note) for step in row.steps.all()]
    suspicions = [Suspicion(code).label for code in row.suspicions]
    return {"row": row, "details": row.details, "level": level, "age": words, "steps": steps, "suspicions": suspicions}


def _colleagues(stored):
    """Who can look after a request of this clinic."""
    return get_user_model().objects.filter(is_active=True, is_staff=True, staff_memberships__clinic=stored.clinic)


def _number(request, name):
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 19 else 0


def _unreadable(request, model_admin, stored, fault):
    context = {"stored": stored, "fault": str(fault)}
    return _render(request, model_admin, "unreadable.html", f"Request {stored}", context, status=500)


def _render(request, model_admin, template, title, context, status=200):
    whole = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": ConsultationRequest._meta,
        **context,
    }
    return render(request, f"{FOLDER}/{template}", whole, status=status)
