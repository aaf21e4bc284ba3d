"""A started site and a real browser. The site is ``manage.py serve`` itself: gunicorn, hashed files, strict CSP."""

import os
import re
import shutil

import pytest
from playwright.sync_api import Error, sync_playwright

from tests.serving.process import Site

DEBIAN_CHROMIUM = shutil.which("chromium")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("journeys")
    site = Site(folder / "var", folder)
    yield site
    site.stop()


@pytest.fixture(scope="session")
def staff(site):
    """(user name, password) as the first start printed them."""
    return re.search(r"user name (\S+), password (\S+)", site.printed).groups()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=DEBIAN_CHROMIUM, args=ARGUMENTS)
        except Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no browser here: install chromium to run tests/journeys ({str(error).splitlines()[0]})")
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A phone that allows nothing but the site itself; fails the test on any console error or foreign request."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    faults = []
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: is_foreign(request.url) and faults.append(request.url))
    yield page
    context.close()
    assert not faults


@pytest.fixture
def plain_page(browser):
    """A phone without JavaScript; no page that patients meet gives it a cookie."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def is_foreign(url):
    return not re.match(r"https?://(127\.0\.0\.1|([a-z]+\.)?localhost)[:/]|data:", url)
