"""Every public address of every clinic: no cookie, nothing from elsewhere; and what a first visit weighs."""

import gzip
import re
from urllib.parse import urlsplit

import pytest

from tests.html import Page
from tests.test_pages import FBSS, STIMULATION

from .test_patient import CLINICS

LOADS = {"script": "src", "img": "src", "source": "srcset", "iframe": "src", "form": "action", "link": "href"}
NOT_LOADED = {"canonical"}
MOST_BYTES = 60_000
MOST_REQUESTS = 8
MOST_SCRIPT = 10_000


def paths_of(sitemap):
    return [urlsplit(found).path for found in re.findall(r"<loc>([^<]+)</loc>", sitemap.decode())]


def loaded_addresses(page):
    for element in page.elements:
        address = element.attributes.get(LOADS.get(element.tag, ""), "")
        if address and element.attributes.get("rel") not in NOT_LOADED:
            yield address


class Scale:
    """What a first visit to a page weighs, compressed; what pages share is fetched once."""

    def __init__(self, site, host):
        self.site, self.host, self.sizes = site, host, {}

    def weigh(self, path):
        """(bytes of the page and all that it loads, number of requests)"""
        body = self.fetch(path)
        parts = {address for address in loaded_addresses(Page(gzip.decompress(body))) if "." in address}
        return len(body) + sum(self.size(address) for address in parts), 1 + len(parts)

    def size(self, address):
        if address not in self.sizes:
            self.sizes[address] = len(self.fetch(address))
        return self.sizes[address]

    def fetch(self, path):
        response, body = self.site.get(path, host=self.host, Accept_Encoding="gzip")
        assert response.status == 200, path
        return body


@pytest.mark.parametrize("slug", CLINICS)
def test_no_page_sets_a_cookie_or_loads_anything_from_elsewhere(site, slug):
    host = f"{slug}.localhost"
    _, sitemap = site.get("/sitemap.xml", host=host)
    paths = paths_of(sitemap)
    assert len(paths) > 200
    for path in paths:
        response, body = site.get(path, host=host)
        assert response.status == 200, path
        assert response.getheader("Set-Cookie") is None, path
        assert "cookie" not in (response.getheader("Vary") or "").lower(), path
        for address in loaded_addresses(Page(body)):
            assert re.match(r"/(?!/)|data:", address), (path, address)


def test_no_page_of_the_sitemap_is_heavy(site):
    scale = Scale(site, "lakeside.localhost")
    _, sitemap = site.get("/sitemap.xml", host=scale.host)
    weights = {path: scale.weigh(path) for path in paths_of(sitemap)}
    assert any("fonts" in address for address in scale.sizes)
    assert any(".css" in address for address in scale.sizes)
    too_heavy = {path: size for path, (size, _) in weights.items() if size > MOST_BYTES}
    assert too_heavy == {}
    assert max(requests for _, requests in weights.values()) <= MOST_REQUESTS


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(site, browser, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in ("/", FBSS, STIMULATION, "/treatments/", "/tools/visit-planner/"):
        page.goto(site.url(path), wait_until="networkidle")
        shifts = page.evaluate(
            """new Promise(done => {
                new PerformanceObserver(list => done(list.getEntries().map(entry => entry.value)))
                    .observe({type: "layout-shift", buffered: true});
                setTimeout(() => done([]), 300);
            })"""
        )
        assert shifts == [], path
    context.close()


@pytest.mark.parametrize("path", ["/", FBSS, STIMULATION, "/symptoms/saddle-numbness/", "/guides/privacy/"])
def test_first_visit_is_light(site, page, path):
    sent = []
    page.on("requestfinished", lambda request: sent.append(request))
    page.goto(site.url(path), wait_until="networkidle")
    sizes = {request.url: request.sizes()["responseBodySize"] for request in sent}
    assert len(sizes) <= MOST_REQUESTS
    assert sum(sizes.values()) <= MOST_BYTES
    assert sum(size for url, size in sizes.items() if ".js" in url) <= MOST_SCRIPT


def test_printed_references_show_whole_addresses(site, page):
    page.emulate_media(media="print")
    page.goto(site.url(STIMULATION))
    references = page.locator(".references")
    for address in references.locator(".reference__link").all():
        label, _, shown = address.inner_text().partition(": ")
        assert label in {"DOI", "PMID", "PMCID", "Web"}
        assert shown in address.get_attribute("href")
        assert address.is_visible()
