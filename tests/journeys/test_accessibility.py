"""axe-core's verdict on every kind of page, wide and narrow, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.test_pages import PAGES


@pytest.fixture(scope="module")
def axe():
    return Axe()


def violations(axe, page):
    found = axe.run(page).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]


@pytest.mark.parametrize("name", [*PAGES, "missing page"])
def test_public_page_has_no_violation(site, browser, axe, name):
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(site.url(PAGES.get(name, "/no/such/page/")))
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(axe, page) == [], (width, scheme)
        context.close()


@pytest.mark.parametrize("slug", ["tidewater", "metro", "thames", "lonestar"])
def test_each_brand_has_no_violation(site, browser, axe, slug):
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
        page = context.new_page()
        for path in ("/", "/treatments/spinal-cord-stimulation/"):
            page.goto(site.url(path, host=f"{slug}.localhost"))
            assert violations(axe, page) == [], (path, scheme)
        context.close()
