"""A patient searches in words of their own, with a thumb or a keyboard, with scripts or without."""

import re

from playwright.sync_api import expect


def test_a_misspelled_word_finds_its_page_from_the_header_of_a_phone(site, plain_page):
    page = plain_page
    page.goto(site.url("/guides/"))
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Search these pages").fill("stimulater")
    page.keyboard.press("Enter")

    expect(page.locator(".search-head")).to_contain_text("Did you mean")
    hit = page.locator(".search-hits__title").first
    expect(hit).to_contain_text(re.compile("stimulat", re.IGNORECASE))
    hit.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("stimulat", re.IGNORECASE))


def test_a_hit_leads_to_the_section_that_holds_the_line(site, page):
    page.goto(site.url("/search/?q=when+may+I+drive+again"))
    line = page.locator(".search-hits__line a").first
    section = line.get_attribute("href").partition("#")[2]
    line.press("Enter")
    expect(page.locator(f"#{section}")).to_be_in_viewport()


def test_an_emergency_sign_shows_the_card_before_anything_else(site, page):
    page.goto(site.url("/search/?q=cannot+pee+since+this+morning"))
    card = page.locator("#emergency")
    expect(card).to_be_in_viewport()
    expect(card.get_by_role("link", name="911").first).to_be_visible()
    assert card.bounding_box()["y"] < page.locator(".search-hits").first.bounding_box()["y"]


def test_nothing_found_leads_somewhere(site, page):
    page.goto(site.url("/search/?q=xqzwvy"))
    expect(page.locator(".search-head")).to_contain_text("Nothing found")
    page.get_by_role("link", name="Symptoms, sorted by how soon to get help").click()
    expect(page.get_by_role("heading", level=1, name="Symptoms")).to_be_visible()


def test_searches_with_the_keyboard_alone_on_a_wide_screen(site, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(site.url("/"))
    field = page.get_by_role("searchbox", name="Search these pages")
    for _ in range(20):
        page.keyboard.press("Tab")
        if field.evaluate("field => field === document.activeElement"):
            break
    page.keyboard.type("they cut me open and it still hurts")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=they"))
    expect(page.locator(".search-hits__title").first).to_be_visible()
    context.close()
