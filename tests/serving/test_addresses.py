import pytest

from fbss_site.clinics.models import Clinic, Hostname
from fbss_site.serving.addresses import addresses

pytestmark = pytest.mark.django_db


@pytest.fixture
def clinics(db):
    for slug, default in (("abbey", False), ("bay", True), ("cove", False)):
        clinic = Clinic.objects.create(slug=slug, name=slug.title(), is_default=default)
        if slug != "cove":
            Hostname.objects.create(clinic=clinic, name=f"other-{slug}.localhost", position=20)
            Hostname.objects.create(clinic=clinic, name=f"{slug}.localhost", position=10)


def test_local_addresses_carry_the_port(clinics):
    assert addresses("127.0.0.1", 8001) == [
        ("site", "http://127.0.0.1:8001/"),
        ("bay", "http://bay.localhost:8001/"),
        ("abbey", "http://abbey.localhost:8001/"),
        ("admin", "http://127.0.0.1:8001/admin/"),
    ]


@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_ipv6_address_stands_in_brackets(host):
    assert addresses(host, 8000)[0] == ("site", "http://[::1]:8000/")


def test_production_addresses_are_the_proxys(clinics, settings):
    settings.PRODUCTION = True
    assert addresses("0.0.0.0", 8000) == [
        ("site", "https://bay.localhost/"),
        ("bay", "https://bay.localhost/"),
        ("abbey", "https://abbey.localhost/"),
        ("admin", "https://bay.localhost/admin/"),
    ]
