"""A clinic, its places and its people in the admin."""

import io

import pytest
from PIL import Image

from fbss_site.clinics import brand
from fbss_site.clinics.models import Clinic, Clinician, Hostname
from tests import factories, staff
from tests.html import Page
from tests.pictures import SVG, huge_png, picture, upload


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def manager(clinic):
    return staff.sign_in(staff.CLINIC_MANAGERS)


def change(client, row, **changes):
    return staff.send_form(client, staff.admin_url("change", row), "_continue", **changes)


def with_hostname(clinic, name):
    """The fields of the form that add a host name."""
    count = clinic.hostnames.count()
    return {
        "hostnames-TOTAL_FORMS": count + 1,
        f"hostnames-{count}-name": name,
        f"hostnames-{count}-position": 10,
        f"hostnames-{count}-id": "",
        f"hostnames-{count}-clinic": clinic.pk,
    }


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("accent_colour", "teal", "Type the colour as # and six digits"),
        ("name", "x" * 401, "at most 400"),
        ("accent_colour", "#12345g", "Type the colour as # and six digits"),
        ("phone", "call us", "Type the number with its country code"),
        ("second_phone", "12", "Type the number with its country code"),
        ("booking_url", "book here", "Type the whole address"),
        ("booking_url", "javascript:alert(1)", "Type the whole address"),
        ("time_zone", "Chicago", "is no time zone"),
        ("emergency_number", "9-1-1", "Type the short number alone"),
        ("links", "Privacy", "Type the words, a space, then an address"),
        ("second_opinion_banner", "x" * 161, "at most 160"),
    ],
)
def test_a_wrong_value_gets_a_sentence_at_its_field_and_changes_nothing(manager, clinic, field, typed, sentence):
    before = Clinic.objects.values().get()

    response = change(manager, clinic, **{field: typed})

    assert sentence in staff.errors_of(response)[field]
    assert Clinic.objects.values().get() == before


def test_what_is_right_is_saved(manager, clinic):
    change(manager, clinic, accent_colour="#aa3300", booking_url="https://booking.example.org/", phone="+442079460001")

    clinic.refresh_from_db()
    assert (clinic.accent_colour, clinic.booking_url) == ("#aa3300", "https://booking.example.org/")
    assert clinic.phone.as_e164 == "+442079460001"


def test_the_accent_shows_its_variants_and_their_contrast(manager, clinic):
    Clinic.objects.update(accent_colour="#ffdd00")

    page = Page(manager.get(staff.admin_url("change", clinic)).content)

    shown = [(rect.attributes["fill"], *rect.parents[-3].text.split()) for rect in page.find("rect")]
    expected = [(variant.colour, f"{variant.ratio:.1f}:1") for variant in brand.variants("#ffdd00")]
    assert [(row[0], row[-1]) for row in shown] == expected


def test_two_clinics_cannot_claim_one_host(manager, clinic):
    factories.make_clinic(hostnames=["pain.example.org"])

    response = change(manager, clinic, **with_hostname(clinic, "pain.example.org"))

    assert "Another clinic already answers at this host name." in response.content.decode()
    assert Hostname.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["https://pain.example.org", "Pain.example.org", "pain.example.org:8000", "pain example"]
)
def test_a_host_name_is_typed_alone(manager, clinic, name):
    response = change(manager, clinic, **with_hostname(clinic, name))

    assert "Type the host name alone" in response.content.decode()
    assert not Hostname.objects.exists()


def test_a_second_default_clinic_is_refused(manager, clinic):
    response = change(manager, factories.make_clinic(), is_default="on")

    assert "Another clinic is already the default." in staff.errors_of(response)["__all__"]


def test_each_field_of_a_table_says_its_name(manager, clinic):
    page = Page(manager.get(staff.admin_url("change", clinic)).content)

    [field] = page.find("input", name="hostnames-__prefix__-name")
    assert field.attributes["aria-label"] == "Host name"


def test_a_logo_is_written_anew(manager, clinic, media):
    response = change(manager, clinic, logo=upload(picture("PNG", (3200, 800)) + SVG, "logo.svg", "image/svg+xml"))

    clinic.refresh_from_db()
    assert response.status_code == 302
    content = (media / clinic.logo.name).read_bytes()
    assert clinic.logo.name.endswith(".png")
    assert Image.open(io.BytesIO(content)).size == (1600, 400)
    assert b"<script>" not in content


@pytest.mark.parametrize(
    ("content", "why"),
    [(SVG, "not a JPEG, PNG or WebP"), (picture("GIF"), "not a JPEG, PNG or WebP"), (huge_png(9000, 9000), "million")],
    ids=["svg", "gif", "81 megapixels"],
)
def test_a_photo_that_is_no_sound_picture_is_refused(manager, clinic, media, content, why):
    clinician = factories.make_clinician(clinic=clinic)

    response = change(manager, clinician, photo=upload(content, "photo.png"))

    assert why in staff.errors_of(response)["photo"]
    assert not Clinician.objects.get().photo
    assert not list(media.rglob("*.*"))


def test_a_photo_stays_when_nothing_else_is_chosen(manager, clinic):
    clinician = factories.make_clinician(clinic=clinic)
    change(manager, clinician, photo=upload(picture()))
    kept = Clinician.objects.get().photo.name

    change(manager, clinician, role="Pain nurse")

    assert (Clinician.objects.get().role, Clinician.objects.get().photo.name) == ("Pain nurse", kept)


def test_view_on_site_leads_to_the_host_of_the_clinic(manager):
    other = factories.make_clinic(hostnames=["pain.localhost", "second.localhost"])
    clinician = factories.make_clinician(clinic=other, slug="ada")

    links = [
        Page(
            manager.get(staff.admin_url("change", row), SERVER_PORT="8000", headers={"host": "localhost:8000"}).content
        )
        .one("a", class_="viewsitelink")
        .attributes["href"]
        for row in (other, clinician)
    ]

    assert links == ["http://pain.localhost:8000/", "http://pain.localhost:8000/team/ada/"]


def test_clinicians_can_be_listed_by_clinic(manager, clinic):
    mine, _ = factories.make_clinician(clinic=clinic), factories.make_clinician()

    response = manager.get(staff.admin_url("changelist", Clinician), {"clinic__id__exact": clinic.pk})

    assert list(response.context["cl"].result_list) == [mine]


def test_the_admin_bears_the_name_of_the_clinic(manager, client):
    for page in (manager.get("/admin/"), client.get("/admin/login/")):
        assert "Sample Spine Clinic: clinic content" in page.content.decode()
