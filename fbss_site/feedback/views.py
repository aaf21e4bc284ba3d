"""Takes answers and says thank you. No session, no cookie; nothing is cached or indexed."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from fbss_site.guarding.limits import DAY, HOUR, Limit, take_one
from fbss_site.guarding.passes import is_genuine
from fbss_site.guarding.senders import client_network, sent_from_here

from .forms import AnswerForm
from .models import Answer

PURPOSE = "feedback"
# From one household or one hospital, and about all pages of one clinic.
MOST_AN_HOUR, MOST_A_DAY = 30, 1000


# Django's own protection against forged forms needs a cookie, and pages that are only read set none. A signed word of
# the page, bound to the host, and the browser's say on which page sent the form stand in for it; and there is no
# session that a foreign page could ride on.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def feedback(request):
    if request.method != "POST":
        return redirect("home")
    path, now = request.POST.get("page", ""), timezone.now()
    given = request.POST.get("pass", "")
    if not (sent_from_here(request) and is_genuine(given, PURPOSE, request.get_host(), path)):
        sentence = "It had been open for too long, or the answer did not come from it. Open the page again to answer."
        return _refusal(request, 403, "Please open the page once more", sentence)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, "feedback/feedback.html", 422, form=form, page=path, given=given)
    if not take_one(PURPOSE, _limits(request), now):
        return _refusal(request, 429, "Too many answers at once", "Nothing was kept this time. Please try again later.")
    _store(form, request.clinic, path, now)
    return redirect(f"{reverse('feedback:thanks')}?{urlencode({'page': path})}")


@require_safe
@cache_control(no_store=True)
def thanks(request):
    page = request.GET.get("page", "")
    is_ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return _page(request, "feedback/thanks.html", 200, page=page if is_ours else "")


def _limits(request):
    return [
        Limit(client_network(request), MOST_AN_HOUR, HOUR),
        Limit(f"clinic {request.clinic.pk}", MOST_A_DAY, DAY),
    ]


def _store(form, clinic, path, now):
    Answer.objects.create(
        clinic=clinic,
        path=path,
        helpful=form.cleaned_data["helpful"] == "yes",
        sentence=form.cleaned_data["sentence"],
        day=timezone.localdate(now, clinic.zone),
    )


def _refusal(request, status, heading, sentence):
    response = _page(request, "feedback/refusal.html", status, heading=heading, sentence=sentence)
    if status == 429:
        response["Retry-After"] = HOUR
    return response


def _page(request, template, status, **context):
    response = render(request, template, context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
