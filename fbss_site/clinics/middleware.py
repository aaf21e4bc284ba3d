"""Host name -> clinic. A host that no clinic claims is refused."""

from django.http import HttpResponseNotFound
from django.template.loader import render_to_string

from .models import Clinic

UNKNOWN = {
    "heading": "No clinic at this address",
    "sentence": "No clinic's site answers at this host name. Please check the address.",
}
DEFAULT_HOSTS = {"127.0.0.1", "localhost", "[::1]"}


def clinic_of_host(get_response):
    """Sets ``request.clinic``, or answers 404."""

    def middleware(request):
        request.clinic = clinic_for(request.get_host())
        if request.clinic is None:
            return HttpResponseNotFound(render_to_string("plain_error.html", UNKNOWN))
        return get_response(request)

    return middleware


def clinic_for(host):
    """The clinic at ``host`` (a port is ignored), or None."""
    hostname = (host.rsplit(":", 1)[0] if not host.endswith("]") else host).lower().rstrip(".")
    if hostname in DEFAULT_HOSTS:
        return Clinic.objects.default()
    return Clinic.objects.for_host(hostname)
