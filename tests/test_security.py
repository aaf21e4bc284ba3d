"""What every answer of the site carries, and how it meets addresses that nobody should send."""

import re

import pytest
from django.db import DatabaseError
from django.test import Client

from . import factories

PUBLIC = ["/", "/conditions/", "/symptoms/", "/treatments/", "/glossary/", "/references/", "/team/", "/locations/"]
PUBLIC += ["/consultation/", "/guides/", "/robots.txt", "/sitemap.xml", "/no/such/page/"]
POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", PUBLIC)
def test_public_page_sets_no_cookie_and_does_not_vary_by_one(client, clinic, path):
    response = client.get(path)
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize("path", PUBLIC)
def test_signed_in_staff_get_the_same_public_page(client, clinic, path, admin_user):
    anonymous = without_time(client.get(path).content)
    staff = Client(SERVER_NAME="localhost")
    staff.force_login(admin_user)
    assert without_time(staff.get(path).content) == anonymous


def without_time(content):
    """A page but for the signed time in its form."""
    return re.sub(rb'name="token" value="[^"]*"', b"", content)


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/no/such/page/"])
def test_security_headers(client, clinic, path):
    headers = client.get(path).headers
    assert set(headers["Content-Security-Policy"].split("; ")) == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_page_is_compressed_and_revalidated(client, clinic):
    first = client.get("/glossary/", headers={"accept-encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    assert first["Cache-Control"] == "public, no-cache"
    again = client.get("/glossary/", headers={"if-none-match": client.get("/glossary/")["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_public_pages_are_only_read(client, clinic, method):
    assert getattr(client, method)("/conditions/").status_code == 405


@pytest.mark.parametrize("host", ["unknown.localhost", "unknown.localhost:8000"])
def test_host_of_no_clinic_is_refused(client, clinic, host):
    response = client.get("/", headers={"host": host})
    assert response.status_code == 404
    assert b"No clinic at this address" in response.content
    assert clinic.name.encode() not in response.content


@pytest.mark.parametrize("host", ["evil.example", "local_host", "a b", "localhost:port"])
def test_host_that_is_not_allowed_is_refused(client, clinic, host):
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "unknown.localhost", "10.0.0.5"])
def test_health_check_answers_whatever_it_is_asked_as(client, host):
    assert client.get("/healthz", headers={"host": host}).status_code == 200


def test_health_check_fails_without_a_database(client, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("locked")

    monkeypatch.setattr("django.db.connection.cursor", fail)
    assert client.get("/healthz").status_code == 503


@pytest.mark.parametrize(
    "path",
    [
        "/conditions/%00/",
        "/?q=%00",
        "/?q=%ff",
        "/" + "a" * 10_000 + "/",
        "/?q=" + "a" * 10_000,
    ],
)
def test_malformed_or_huge_address_gets_a_sentence(client, clinic, path):
    response = client.get(path)
    assert response.status_code == 400
    assert "Please start again from the home page." in response.content.decode()


ODD = ["/conditions/%zz/", "/conditions/%/", "/conditions/..%2f..%2fetc/", "/conditions/%ff%fe/", "/conditions/é/"]


@pytest.mark.parametrize("path", [*ODD, "/media/none.png"])
def test_odd_address_is_just_not_found(client, clinic, path):
    assert client.get(path).status_code == 404


def test_media_folder_cannot_be_left(client, clinic):
    assert client.get("/media/../db.sqlite3").status_code == 400


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_record_that_is_not_published_is_not_found(client, clinic, status):
    record = factories.make_treatment(status=status)
    response = client.get(record.get_absolute_url())
    assert response.status_code == 404
    assert record.title.encode() not in response.content


def test_error_page_is_the_clinics_own(client, clinic):
    factories.make_care_card(site_wide=True, urgency="emergency", title="Emergency signs")
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert response["Cache-Control"] == "no-store"
    body = response.content.decode()
    assert clinic.name in body
    assert "There is no page here" in body
    assert "Emergency signs" in body


def test_server_error_page_is_branded_and_tells_nothing(clinic, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("a secret detail")

    monkeypatch.setattr("fbss_site.home.views.build_home", fail)
    response = Client(SERVER_NAME="localhost", raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert clinic.name in response.content.decode()
    assert "secret" not in response.content.decode()


def test_form_that_waited_too_long_says_so(clinic):
    response = Client(SERVER_NAME="localhost", enforce_csrf_checks=True).post("/admin/login/", {"username": "a"})
    assert response.status_code == 403
    assert "The form had been open for too long" in response.content.decode()


def test_brand_stylesheet_is_kept_for_a_year_and_follows_the_colour(client, clinic):
    old = client.get("/").context["brand_hash"]
    assert client.get(f"/brand/{old}.css")["Cache-Control"] == "public, max-age=31536000, immutable"
    clinic.accent_colour = "#ffee88"
    clinic.save()
    new = client.get("/").context["brand_hash"]
    assert new != old
    moved = client.get(f"/brand/{old}.css")
    assert moved.status_code == 302
    assert moved["Location"] == f"/brand/{new}.css"
    assert moved["Cache-Control"] == "no-store"


def test_error_page_stands_without_a_database(client, clinic, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("locked")

    monkeypatch.setattr("conditions.models.CareCard.objects.emergency", fail)
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert "There is no page here" in response.content.decode()
