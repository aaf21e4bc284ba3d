"""Every public address of every clinic: no cookie, nothing from elsewhere; and what a first visit weighs."""

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


def loaded_addresses(page):
    for element in page.elements:
        address = element.attributes.get(LOADS.get(element.tag, ""), "")
        if address and element.attributes.get("rel") not in NOT_LOADED:
            yield address


@pytest.mark.parametrize("slug", CLINICS)
def test_no_page_sets_a_cookie_or_loads_anything_from_elsewhere(site, slug):
    host = f"{slug}.localhost"
    _, sitemap = site.get("/sitemap.xml", host=host)
    paths = [urlsplit(found).path for found in re.findall(r"<loc>([^<]+)</loc>", sitemap.decode())]
    assert len(paths) > 200
    for path in paths:
        response, body = site.get(path, host=host)
        assert response.status == 200, path
        assert response.getheader("Set-Cookie") is None, path
        assert "cookie" not in (response.getheader("Vary") or "").lower(), path
        for address in loaded_addresses(Page(body)):
            assert re.match(r"/(?!/)|data:", address), (path, address)


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
    for address in references.locator(".reference__link a").all():
        shown, target = address.inner_text(), address.get_attribute("href")
        assert shown in target
        assert address.is_visible()
