"""What a patient does, on a phone."""

import pytest
from playwright.sync_api import expect

FBSS = "/conditions/failed-back-surgery-syndrome/"
CLINICS = {
    "lakeside": ("en-US", "911"),
    "tidewater": ("en-US", "911"),
    "metro": ("en-US", "911"),
    "thames": ("en-GB", "999"),
    "lonestar": ("en-US", "911"),
}


def test_finds_an_emergency_sign_and_whom_to_call(site, page):
    page.goto(site.url())
    page.get_by_role("link", name="Emergency signs").click()
    card = page.locator("#emergency")
    expect(card).to_be_in_viewport()
    expect(card.get_by_role("link", name="911")).to_have_attribute("href", "tel:911")
    page.locator("#menu").get_by_role("link", name="Symptoms", exact=True).click()
    page.get_by_role("link", name="Numbness in the saddle area").click()
    expect(page.locator("h1")).to_contain_text("saddle")
    expect(page.locator(".urgency")).to_have_text("Emergency: get help now")


def test_goes_from_the_condition_to_a_treatment_to_its_source(site, page):
    page.goto(site.url(FBSS))
    page.get_by_role("link", name="Spinal cord stimulation").first.click()
    expect(page.locator("h1")).to_have_text("Spinal cord stimulation")
    expect(page.get_by_role("heading", name="Harms and risks")).to_be_visible()
    citation = page.locator(".citation a").first
    number = citation.inner_text().split()[-1]
    citation.click()
    reference = page.locator(f"#ref-{number}")
    expect(reference).to_be_in_viewport()
    reference.get_by_role("link", name="Back to where").first.click()
    expect(citation).to_be_in_viewport()
    reference.locator(".reference a").first.click()
    expect(page.get_by_role("heading", name="Pages that use it")).to_be_visible()
    expect(page.get_by_role("link", name="Spinal cord stimulation").first).to_be_visible()


def test_finds_the_phone_number_on_every_kind_of_page(site, page):
    for path in ("/", FBSS, "/treatments/", "/consultation/", "/glossary/", "/no/such/page/"):
        # A missing page is a console error of the browser's own; its phone number is asked for below.
        response = page.request.get(site.url(path))
        assert "tel:+1-312-555-0142" in response.text(), path
    page.goto(site.url("/consultation/"))
    phone = page.locator("header").get_by_role("link", name="Call").first
    expect(phone).to_be_in_viewport()
    assert phone.bounding_box()["height"] >= 44


@pytest.mark.parametrize("slug", CLINICS)
def test_each_host_shows_its_own_clinic(site, page, slug):
    language, emergency_number = CLINICS[slug]
    page.goto(site.url(FBSS, host=f"{slug}.localhost"))
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#emergency")).to_contain_text(emergency_number)
    expect(page.locator(".site-header__name")).to_contain_text("Sample")
    expect(page.locator("footer")).to_contain_text("This is a sample.")


def test_the_five_clinics_look_like_five(site, page):
    looks = set()
    for slug in CLINICS:
        page.goto(site.url("/consultation/", host=f"{slug}.localhost"))
        looks.add(page.evaluate("getComputedStyle(document.querySelector('.site-footer')).borderTopColor"))
    assert len(looks) == len(CLINICS)


def test_reads_without_scripts_and_with_nothing_but_the_keyboard(site, browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.url(FBSS))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the main text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".breadcrumb a").first).to_be_focused()
    page.goto(site.url(FBSS))
    menu = page.get_by_role("link", name="Menu")
    for _ in range(10):
        page.keyboard.press("Tab")
        if menu.evaluate("link => link === document.activeElement"):
            break
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#menu a").first).to_be_focused()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1600])
def test_no_page_scrolls_sideways(site, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", FBSS, "/treatments/spinal-cord-stimulation/", "/references/", "/glossary/", "/locations/"):
        page.goto(site.url(path))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_clinics_name_of_one_long_word_makes_no_page_wider(site, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", "/consultation/", "/locations/"):
        page.goto(site.url(path))
        name = page.locator(".site-header__words").inner_text()
        page.evaluate(
            """name => {
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const text = texts.currentNode;
                    text.nodeValue = text.nodeValue.replace(name, "W".repeat(400));
                }
            }""",
            name,
        )
        assert page.locator("footer").inner_text().count("W" * 400) == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_what_to_do_and_not_to_do_is_told_and_marked(site, page):
    page.goto(site.url(FBSS))
    for heading, mark in (("Do", "✓"), ("Do not", "✗")):
        items = page.locator(f"#self-care ~ h3:text-is('{heading}') + ul > li")
        assert items.count() >= 2
        for item in items.all():
            drawn = item.evaluate("item => getComputedStyle(item, '::before').content")
            assert drawn.startswith(f'"{mark}"')
            assert item.inner_text().startswith("Do not ") == (heading == "Do not")
