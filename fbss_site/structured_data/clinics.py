"""The clinic, its places and its people."""

import re

from .nodes import node

# What doctors of medicine write after their names in the United States and the United Kingdom. Someone with other
# letters is a person with a profession, never called a physician here.
PHYSICIAN = re.compile(r"\b(MD|DO|MB ?BS|MB ?B?CH|MB ?CHB|BMBS|BM ?BCH|FRCS\w*|FRCP\w*|FRCA|FFPMRCA)\b", re.IGNORECASE)
SAMPLE = "A sample: the clinic, its people and its numbers are invented."


def clinic_id(site):
    return site.at("/#clinic")


def clinic_reference(site):
    return node("MedicalClinic", id=clinic_id(site), name=site.clinic.name, url=site.at("/"))


def clinic_node(site, *, people=(), places=()):
    clinic = site.clinic
    places = list(places)
    return node(
        "MedicalClinic",
        id=clinic_id(site),
        name=clinic.name,
        url=site.at("/"),
        slogan=clinic.tagline,
        disambiguatingDescription=SAMPLE if clinic.is_sample else "",
        logo=site.at(clinic.logo.url) if clinic.logo else "",
        image=site.card_url,
        telephone=clinic.phone.as_international,
        address=_one_line(places[0].address) if len(places) == 1 else "",
        location=[_place_node(place) for place in places],
        contactPoint=_second_phone(clinic),
        knowsLanguage=list(clinic.languages),
        member=[clinician_node(clinician, site) for clinician in people],
    )


def clinician_node(clinician, site):
    """A Physician, or a Person of another profession. Has an address only at the clinic where it is from."""
    is_own = clinician.clinic_id == site.clinic.pk
    address = site.at(clinician.get_absolute_url()) if is_own else ""
    shared = {
        "id": f"{address}#person" if is_own else "",
        "name": clinician.full_name,
        "url": address,
        "image": site.at(clinician.photo.url) if clinician.photo else "",
    }
    if PHYSICIAN.search(clinician.credentials.replace(".", "")):
        return node("Physician", **shared, description=clinician.role)
    return node("Person", **shared, jobTitle=clinician.role)


def clinician_page_node(clinician, site):
    """Someone's own page also says where they work."""
    found = clinician_node(clinician, site)
    relation = "parentOrganization" if found["@type"] == "Physician" else "worksFor"
    return {**found, relation: clinic_reference(site)}


def _place_node(place):
    return node(
        "Place",
        name=place.name,
        address=_one_line(place.address),
        telephone=place.phone.as_international if place.phone else "",
    )


def _second_phone(clinic):
    if not clinic.second_phone:
        return None
    number = clinic.second_phone.as_international
    return node("ContactPoint", contactType=clinic.second_phone_label, telephone=number)


def _one_line(address):
    return ", ".join(line.strip().rstrip(",") for line in address.splitlines() if line.strip())
