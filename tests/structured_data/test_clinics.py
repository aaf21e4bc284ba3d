import pytest

from fbss_site.structured_data.clinics import PHYSICIAN

from .. import factories
from .data import block

pytestmark = pytest.mark.django_db
ORIGIN = "http://sample.localhost"
ADDRESS = "100 Sample Street,\nSuite 4\n\nChicago, IL"


@pytest.fixture
def clinic(db):
    return factories.make_clinic(
        name="Sample Clinic", is_default=True, hostnames=["sample.localhost"], tagline="Time to talk"
    )


def clinic_on(client, path):
    return block(client.get(path), "MedicalClinic")


def test_a_bare_clinic_says_no_more_than_it_knows(client, clinic):
    data = clinic_on(client, "/")

    assert data.pop("image").startswith(f"{ORIGIN}/brand/")
    assert data == {
        "@context": "https://schema.org",
        "@type": "MedicalClinic",
        "@id": f"{ORIGIN}/#clinic",
        "name": "Sample Clinic",
        "url": f"{ORIGIN}/",
        "slogan": "Time to talk",
        "telephone": "+1 312-555-0142",
    }


def test_a_sample_says_that_it_is_invented(client, clinic):
    clinic.is_sample = True
    clinic.save()

    assert "invented" in clinic_on(client, "/")["disambiguatingDescription"]


def test_one_place_is_the_clinics_address(client, clinic):
    factories.make_location(clinic=clinic, name="Lake house", address=ADDRESS, phone="+13125550143")
    data = clinic_on(client, "/locations/")

    assert data["address"] == "100 Sample Street, Suite 4, Chicago, IL"
    assert data["location"] == [
        {"@type": "Place", "name": "Lake house", "address": data["address"], "telephone": "+1 312-555-0143"}
    ]


def test_several_places_have_each_their_own(client, clinic):
    for _ in range(2):
        factories.make_location(clinic=clinic)
    data = clinic_on(client, "/locations/")

    assert "address" not in data
    assert len(data["location"]) == 2


def test_the_second_phone_says_what_it_is_for(client, clinic):
    clinic.second_phone, clinic.second_phone_label = "+13125550143", "Nurse line"
    clinic.save()
    assert clinic_on(client, "/")["contactPoint"] == {
        "@type": "ContactPoint",
        "contactType": "Nurse line",
        "telephone": "+1 312-555-0143",
    }


def test_the_team_is_named_by_profession(client, clinic):
    factories.make_clinician(clinic=clinic, name="Ada", credentials="MD", position=1)
    factories.make_clinician(clinic=clinic, name="Ben", credentials="DPT", role="Physical therapist", position=2)
    factories.make_clinician(name="Eve, of another clinic")

    for path in ("/team/", "/locations/"):
        members = clinic_on(client, path)["member"]
        assert [(one["@type"], one["name"]) for one in members] == [("Physician", "Ada, MD"), ("Person", "Ben, DPT")]


def test_the_home_page_tells_of_the_team_and_places_that_it_shows(client, clinic):
    factories.make_clinician(clinic=clinic, name="Ada", credentials="MD")
    factories.make_location(clinic=clinic, name="Lake house")
    assert not {"member", "location"} & set(clinic_on(client, "/"))

    factories.make_home_section(clinic=clinic, kind="team")
    factories.make_home_section(clinic=clinic, kind="locations")
    data = clinic_on(client, "/")

    assert [one["name"] for one in data["member"]] == ["Ada, MD"]
    assert [one["name"] for one in data["location"]] == ["Lake house"]


@pytest.mark.parametrize(
    ("credentials", "kind", "relation"), [("MD", "Physician", "parentOrganization"), ("NP", "Person", "worksFor")]
)
def test_someones_own_page_says_where_they_work(client, clinic, credentials, kind, relation):
    clinician = factories.make_clinician(clinic=clinic, credentials=credentials)
    data = block(client.get(clinician.get_absolute_url()), kind)

    assert data["url"] == f"{ORIGIN}{clinician.get_absolute_url()}"
    assert data[relation]["@id"] == f"{ORIGIN}/#clinic"


@pytest.mark.parametrize(
    "letters",
    ["MD", "MD, PhD", "M.D.", "DO", "MBBS, FRCA", "MB BS", "MBChB", "BM BCh", "FRCS (SN)", "FRCSEd", "FFPMRCA"],
)
def test_doctors_of_medicine_are_physicians(letters):
    assert PHYSICIAN.search(letters.replace(".", ""))


@pytest.mark.parametrize("letters", ["", "PT", "DPT", "NP", "MCSP", "DClinPsy", "PhD", "RN", "PA-C", "MDiv", "DOT"])
def test_other_professions_are_not(letters):
    assert not PHYSICIAN.search(letters)
