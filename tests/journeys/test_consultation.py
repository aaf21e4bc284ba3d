"""A patient on a phone asks for a call; the front desk sees it, calls, books and closes it."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

STIMULATION = "/treatments/spinal-cord-stimulation/"
HOST = "lonestar.localhost"
# Sooner, and the site takes the sender for a machine.
FILLING_IN = 3.2


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]


def fill_in(page, name):
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Phone number").fill("(713) 555-0188")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("I have not been here before").check()
    page.get_by_label("I agree that").check()


def sign_in(browser, site, staff, path="/admin/"):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site.url(f"/admin/login/?next={path}"))
    page.get_by_label("Username").fill(staff[0])
    page.get_by_label("Password").fill(staff[1])
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("#user-tools")).to_be_visible()
    return page


def test_a_patient_asks_and_the_front_desk_calls_books_and_closes(site, page, browser, staff):
    begin = time.monotonic()
    page.goto(site.url(STIMULATION, host=HOST))
    page.locator(".quick-contact .button").click()
    expect(page.get_by_label("What is it about?").locator("option:checked")).to_have_text("Spinal cord stimulation")
    expect(page.locator(".promise")).to_contain_text("we will call you by")
    fill_in(page, "Jo Journey")
    time.sleep(FILLING_IN)
    page.get_by_role("button", name="Ask for a call").click()
    expect(page.locator("h1")).to_have_text("We have your request")
    reference = page.locator(".reference-number").inner_text()
    assert time.monotonic() - begin < 60
    assert page.context.cookies() == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Put the call in my calendar").click()
    assert "BEGIN:VEVENT" in download.value.path().read_text()
    page.reload()
    expect(page.locator(".reference-number")).to_have_text(reference)

    desk = sign_in(browser, site, staff)
    desk.get_by_role("link", name="waiting for a first call").click()
    expect(desk.locator("#result_list")).to_contain_text("Jo Journey")
    desk.get_by_role("link", name=reference).click()
    expect(desk.locator("#content")).to_contain_text("+1 713-555-0188")
    desk.get_by_label("Note for colleagues").fill("Prefers mornings")
    for button, status in (("Called and spoke", "Called."), ("A visit is booked", "Booked."), ("Close", "Closed.")):
        desk.get_by_role("button", name=button, exact=True).click()
        expect(desk.locator("section[aria-labelledby=this]")).to_contain_text(status)
    expect(desk.locator(".steps")).to_contain_text("Prefers mornings")
    desk.context.close()


def test_faults_take_the_focus_without_a_script_and_lose_nothing(site, browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.url("/consultation/", host=HOST))
    page.get_by_label("Your name").fill("Jo Journey")
    page.get_by_label("Phone number").fill("12")
    page.get_by_role("button", name="Ask for a call").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    expect(page.get_by_label("Your name")).to_have_value("Jo Journey")
    page.get_by_role("link", name="Type a phone number that we can call").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_label("Phone number")).to_be_focused()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_form_faults_and_confirmation_have_no_violation(site, browser, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(site.url("/consultation/", host=HOST))
    assert violations(page) == []
    page.get_by_role("button", name="Ask for a call").click()
    expect(page.locator(".error-summary")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    fill_in(page, "Jo Axe")
    time.sleep(FILLING_IN)
    page.get_by_role("button", name="Ask for a call").click()
    expect(page.locator("h1")).to_have_text("We have your request")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_every_target_of_the_form_is_large_enough_for_a_shaky_hand(site, page):
    page.goto(site.url("/consultation/", host=HOST))
    targets = page.locator(".form :is(select, textarea, button, .choice, .field > input)")

    heights = [targets.nth(number).bounding_box()["height"] for number in range(targets.count())]
    assert len(heights) > 10
    assert min(heights) >= 44


def test_the_inbox_has_no_violation(site, browser, staff):
    page = sign_in(browser, site, staff, "/admin/consultations/consultationrequest/?status=all")
    assert violations(page) == []
    page.locator("#result_list tbody th a").first.click()
    assert violations(page) == []
    page.goto(site.url("/admin/consultations/consultationrequest/find/"))
    page.get_by_label("Phone number, e-mail address").fill("(713) 555-0188")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("status")).to_contain_text("found")
    assert violations(page) == []
    page.locator("#content-main a, #content ul a").first.click()
    page.get_by_role("link", name="Erase all about this person").click()
    assert violations(page) == []
    page.context.close()
