"""“Was this page helpful?” as a reader answers it, without JavaScript, and what the page says to machines."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PATH = "/symptoms/saddle-numbness/"


def test_an_answer_is_refused_put_right_and_sent(site, plain_page):
    page = plain_page
    page.goto(site.url(PATH))
    page.get_by_text("Add a sentence first").click()
    page.get_by_label("What helped, or what was missing?").fill("Call me on 312 555 0142")
    page.get_by_role("button", name="No (this page was not helpful)").click()

    expect(page.get_by_role("alert")).to_contain_text("Leave out e-mail addresses, phone numbers")
    page.get_by_label("What helped, or what was missing?").fill("Say how numbness feels.")
    page.get_by_role("button", name="No (this page was not helpful)").click()

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    page.get_by_role("link", name="Go back to the page that you read").click()
    assert page.url == site.url(PATH)


def test_the_pages_around_an_answer_have_no_violation(site, page):
    page.goto(site.url(PATH))
    page.get_by_text("Add a sentence first").click()
    found = [Axe().run(page).response["violations"]]
    page.goto(site.url("/feedback/thanks/?page=/symptoms/"))
    found.append(Axe().run(page).response["violations"])

    assert found == [[], []]


def test_data_for_machines_passes_the_strict_policy(site, page):
    page.add_init_script(
        "refused = []; addEventListener('securitypolicyviolation', event => refused.push(event.violatedDirective))"
    )
    page.goto(site.url(PATH))

    assert page.evaluate("refused") == []
    kinds = page.evaluate(
        "[...document.querySelectorAll('[type=\"application/ld+json\"]')].map(s => JSON.parse(s.textContent)['@type'])"
    )
    assert kinds == ["MedicalWebPage", "BreadcrumbList"]
