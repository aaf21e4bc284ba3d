"""Every kind of public page on the shipped library, as a patient's browser gets it."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from conditions.models import Cause, Condition, Symptom
from fbss_site.library import load_library
from treatments.models import Offering, Treatment

from . import factories
from .html import Page

MOST_QUERIES = 8
FBSS = "/conditions/failed-back-surgery-syndrome/"
STIMULATION = "/treatments/spinal-cord-stimulation/"
PAGES = {
    "home": "/",
    "conditions": "/conditions/",
    "condition": FBSS,
    "symptoms": "/symptoms/",
    "symptom": "/symptoms/saddle-numbness/",
    "causes": "/causes/",
    "cause": "/causes/smoking/",
    "tests": "/tests/",
    "test": "/tests/mri-scan/",
    "treatments": "/treatments/",
    "treatment": STIMULATION,
    "comparison": "/treatments/compare/",
    "tools": "/tools/",
    "questions": "/tools/questions/",
    "visit planner": "/tools/visit-planner/",
    "records checklist": "/tools/records-checklist/",
    "references": "/references/",
    "reference": "/references/kumar2007/",
    "glossary": "/glossary/",
    "a to z": "/a-z/",
    "team": "/team/",
    "clinician": "/team/ada-sample/",
    "locations": "/locations/",
    "consultation": "/consultation/",
    "guides": "/guides/",
    "guide": "/guides/getting-ready-for-a-consultation/",
    "policy": "/guides/privacy/",
}
RECORD_PAGES = ("condition", "symptom", "cause", "test", "treatment", "guide", "policy")


class LibraryPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        load_library(settings.CONTENT_DIR)

    def setUp(self):
        self.client.defaults["SERVER_NAME"] = "localhost"

    def page(self, path, host="localhost"):
        response = self.client.get(path, headers={"host": host})
        assert response.status_code == 200, path
        return Page(response.content)

    def queries(self, path):
        with CaptureQueriesContext(connection) as captured:
            assert self.client.get(path).status_code == 200
        return len(captured)

    def test_each_page_has_one_heading_landmarks_and_a_description(self):
        for path in PAGES.values():
            with self.subTest(path):
                page = self.page(path)
                assert page.one("h1").text.strip()
                assert page.one("main").attributes["id"] == "main"
                assert page.find("nav", **{"aria-label": "Main"})
                assert page.one("footer")
                assert page.one("a", class_="skip-link").attributes["href"] == "#main"
                assert page.one("meta", name="description").attributes["content"].strip()
                assert page.one("html").attributes["lang"] == "en-US"

    def test_titles_are_told_apart(self):
        titles = [self.page(path).find("title")[0].text for path in PAGES.values()]  # drawings have titles too
        assert len(set(titles)) == len(titles)

    def test_canonical_address_is_the_clinics_own_host(self):
        for host in ("localhost", "lakeside.localhost"):
            page = self.page(FBSS, host)
            assert page.one("link", rel="canonical").attributes["href"] == f"http://lakeside.localhost{FBSS}"

    def test_canonical_address_drops_the_query(self):
        page = self.page(f"{FBSS}?utm_source=x")
        assert page.one("link", rel="canonical").attributes["href"].endswith(FBSS)

    def test_every_page_but_home_has_a_breadcrumb(self):
        for path in list(PAGES.values())[1:]:
            with self.subTest(path):
                page = self.page(path)
                crumbs = page.one("nav", **{"aria-label": "Breadcrumb"})
                assert crumbs.text.split()[0] == "Home"
                assert page.find(**{"aria-current": "page"})

    def test_emergency_advice_stands_before_any_call_to_action(self):
        """The strip (number, and the way to the signs) before the header's; the whole card before the page's own."""
        for path in PAGES.values():
            with self.subTest(path):
                page = self.page(path)
                strip = page.one("aside", class_="emergency-strip")
                numbers = [link.attributes["href"] for link in page.find("a") if strip in link.parents]
                assert numbers == ["tel:911", "#emergency"]
                card = page.one("section", id="emergency")
                assert "911" in card.text
                main = page.one("main")
                asks = [link for link in page.find("a") if link.attributes["href"].startswith("/consultation/")]
                assert asks
                assert all(strip.order < ask.order for ask in asks)
                assert all(card.order < ask.order for ask in asks if main in ask.parents)

    def test_each_clinics_emergency_card_has_its_own_numbers(self):
        card = self.page(FBSS, "thames.localhost").one("section", id="emergency")
        assert "999" in card.text
        assert "A&E" in card.text
        assert "911" not in card.text

    def test_awaiting_review_until_someone_signs(self):
        for name in RECORD_PAGES:
            with self.subTest(name):
                assert "Awaiting clinical review" in self.page(PAGES[name]).one("section", class_="review").text

    def test_signed_record_names_its_reviewer(self):
        record = Condition.objects.get(slug="failed-back-surgery-syndrome")
        record.reviewed_by = factories.make_clinician(name="Dr. Rea Sample", may_review=True)
        record.last_reviewed = "2026-11-02"
        record.save()
        review = self.page(FBSS).one("section", class_="review").text
        assert "Awaiting" not in review
        assert "Dr. Rea Sample" in review
        assert "November 2, 2026" in review

    def test_each_citation_leads_to_its_reference_and_back(self):
        for name in ("condition", "treatment", "home", "treatments"):
            with self.subTest(name):
                page = self.page(PAGES[name])
                ids = {element.attributes["id"] for element in page.elements if "id" in element.attributes}
                links = [element.attributes["href"] for element in page.find("a")]
                inside = [href[1:] for href in links if href.startswith("#")]
                assert any(target.startswith("ref-") for target in inside)
                assert any(target.startswith("cite-") for target in inside)
                assert set(inside) <= ids

    def test_ids_stand_once(self):
        for path in PAGES.values():
            ids = [element.attributes["id"] for element in self.page(path).elements if "id" in element.attributes]
            assert len(set(ids)) == len(ids), path

    def test_reference_page_lists_the_pages_that_cite_it(self):
        hrefs = {element.attributes["href"] for element in self.page("/references/kumar2007/").find("a")}
        assert STIMULATION in hrefs
        assert "/causes/smoking/" not in hrefs

    def test_draft_is_listed_nowhere(self):
        withdrawn = "/conditions/nonunion/"
        pages = ("/", "/conditions/", FBSS, "/causes/bones-do-not-join/", "/references/boonsirikamchai2024/")
        assert any(self.listed(path, withdrawn) for path in pages)
        Condition.objects.filter(slug="nonunion").update(status="draft")
        assert self.client.get(withdrawn).status_code == 404
        assert not any(self.listed(path, withdrawn) for path in (*pages, "/symptoms/stiffness/"))
        assert withdrawn not in self.client.get("/sitemap.xml").content.decode()

    def listed(self, path, target):
        """Whether one of the page's lists of records links to ``target``; editors' own sentences do not count."""
        lists = {"link-columns", "record-links", "numbered"}
        return any(
            lists & set(parent.attributes.get("class", "").split())
            for link in self.page(path).find("a", href=target)
            for parent in link.parents
        )

    def test_every_link_inside_the_site_leads_somewhere(self):
        seen, waiting = set(), ["/"]
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            response = self.client.get(path)
            assert response.status_code == 200, path
            if "html" in response["Content-Type"]:
                hrefs = [link.attributes["href"] for link in Page(response.content).find("a")]
                waiting += [href.partition("#")[0] for href in hrefs if re.match(r"/(?!/)", href)]
        assert len(seen) > 150

    def test_sitemap_lists_every_public_page_once(self):
        body = self.client.get("/sitemap.xml").content.decode()
        found = re.findall(r"<loc>http://localhost(/[^<]*)</loc>", body)
        assert len(set(found)) == len(found)
        assert set(PAGES.values()) <= set(found)

    def test_robots_name_the_sitemap_and_keep_out_of_the_admin(self):
        body = self.client.get("/robots.txt").content.decode()
        assert "Disallow: /admin/" in body
        assert "Sitemap: http://localhost/sitemap.xml" in body

    def test_queries_of_each_page_are_few(self):
        for path in (*PAGES.values(), "/sitemap.xml"):
            with self.subTest(path):
                assert self.queries(path) <= MOST_QUERIES

    def test_queries_stay_the_same_with_ten_times_the_related_records(self):
        watched = [PAGES[name] for name in ("home", "condition", "symptom", "cause", "treatment", "reference", "team")]
        before = {path: self.queries(path) for path in watched}
        self.multiply()
        assert {path: self.queries(path) for path in watched} == before

    def multiply(self):
        """Ten times as many records around the watched pages."""
        fbss = Condition.objects.get(slug="failed-back-surgery-syndrome")
        smoking = Cause.objects.get(slug="smoking")
        saddle = Symptom.objects.get(slug="saddle-numbness")
        stimulation = Treatment.objects.get(slug="spinal-cord-stimulation")
        citation = factories.make_citation(key="extra2026")
        clinic = self.client.get("/").context["clinic"]
        offering, _ = Offering.objects.get_or_create(clinic=clinic, treatment=stimulation)
        for number in range(140):
            fbss.symptoms.add(factories.make_symptom(slug=f"s-{number}"))
            fbss.causes.add(factories.make_cause(slug=f"c-{number}"))
            fbss.tests.add(factories.make_test(slug=f"t-{number}"))
            other = factories.make_condition(slug=f"o-{number}", overview="Text [@kumar2007].")
            other.symptoms.add(saddle)
            other.causes.add(smoking)
            fbss.related_conditions.add(other)
            stimulation.conditions.add(other)
        for number in range(60):
            factories.make_outcome(slug=f"x-{number}", treatment=stimulation, citation=citation)
            offering.clinicians.add(factories.make_clinician(slug=f"p-{number}", clinic=clinic))


@pytest.mark.django_db
def test_treatment_without_outcomes_says_so(client, clinic):
    treatment = factories.make_treatment()
    response = client.get(treatment.get_absolute_url())
    assert b"We know of no study that gives both figures" in response.content
