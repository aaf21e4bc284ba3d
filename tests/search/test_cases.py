"""The questions of tests/search_cases.yaml, on the shipped library."""

from pathlib import Path

import yaml
from django.conf import settings
from django.test import TestCase

from conditions.models import Symptom
from fbss_site.clinics.models import Clinic
from fbss_site.library import load_library
from fbss_site.search import library
from fbss_site.search.find import find

from .results import ResultPage

CASES = yaml.safe_load((Path(__file__).parent.parent / "search_cases.yaml").read_text(encoding="utf-8"))


class ShippedLibrary(TestCase):
    @classmethod
    def setUpTestData(cls):
        load_library(settings.CONTENT_DIR)
        cls.clinic = Clinic.objects.default()

    def setUp(self):
        library._held = None

    def test_there_are_more_than_a_hundred_different_questions(self):
        assert len({case["query"].lower() for case in CASES}) == len(CASES) > 300

    def test_every_expected_address_is_a_page(self):
        for address in sorted({address.partition("#")[0] for case in CASES for address in case["expect"]}):
            with self.subTest(address):
                assert self.client.get(address, SERVER_NAME="localhost").status_code == 200

    def test_the_right_topic_is_among_the_first_three(self):
        missed = []
        for case in CASES:
            found = [hit.url for hit in find(case["query"], self.clinic).best]
            if not set(found) & set(case["expect"]):
                missed.append((case["query"], found))
        assert len(missed) <= 0.05 * len(CASES), missed

    def test_every_emergency_is_topped_by_the_card(self):
        for case in CASES:
            if case.get("emergency"):
                with self.subTest(case["query"]):
                    response = self.client.get("/search/", {"q": case["query"]}, SERVER_NAME="localhost")
                    assert ResultPage(response).card_is_first

    def test_the_card_means_something(self):
        """On everyday questions it comes first only now and then."""
        everyday = [case["query"] for case in CASES if not case.get("emergency")]
        topped = [query for query in everyday if find(query, self.clinic).emergency]
        assert len(topped) <= 0.05 * len(everyday), topped

    def test_what_only_sounds_like_an_emergency_is_not_topped_by_the_card(self):
        for case in CASES:
            if case.get("harmless"):
                with self.subTest(case["query"]):
                    response = self.client.get("/search/", {"q": case["query"]}, SERVER_NAME="localhost")
                    assert not ResultPage(response).card_is_first

    def test_each_shipped_emergency_sign_puts_the_card_first(self):
        for title, aliases in self.emergencies():
            for name in (title, *aliases):
                with self.subTest(name):
                    assert find(name, self.clinic).emergency

    def emergencies(self):
        return Symptom.objects.published().filter(urgency="emergency").values_list("title", "also_known_as")
