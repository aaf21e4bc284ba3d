"""Where the site, each clinic and the admin answer, as typed into a browser."""

from django.conf import settings

from fbss_site.clinics.models import Clinic


def addresses(host, port):
    """(what, address) pairs. In production patients come through a proxy that ends HTTPS, at no port of ours."""
    clinics = [(clinic.slug, _address(name, port)) for clinic, name in _first_hostnames()]
    site = clinics[0][1] if settings.PRODUCTION and clinics else _address(host, port)
    return [("site", site), *clinics, ("admin", f"{site}admin/")]


def _first_hostnames():
    """(clinic, host name) pairs, the default clinic's first."""
    for clinic in Clinic.objects.prefetch_related("hostnames").order_by("-is_default", "name"):
        if hostnames := clinic.hostnames.all():
            yield clinic, hostnames[0].name


def _address(host, port):
    if settings.PRODUCTION:
        return f"https://{host}/"
    return f"http://[{host.strip('[]')}]:{port}/" if ":" in host else f"http://{host}:{port}/"
