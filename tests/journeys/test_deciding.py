"""Someone was offered another operation: compares, prints, writes questions, and nothing of it leaves the browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

COMPARISON = "/treatments/compare/?t=spinal-cord-stimulation&t=repeat-discectomy&t=revision-decompression"
QUESTIONS = "/tools/questions/?about=/treatments/repeat-discectomy/&about=/treatments/spinal-cord-stimulation/"
LEAFLET = "/leaflet/?page=/treatments/spinal-cord-stimulation/&part=risks&part=outcomes"
PLANNER = "/tools/visit-planner/"
SHEETS = (COMPARISON, QUESTIONS, PLANNER, "/tools/records-checklist/")


def printed_pages(page):
    return len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True, format="A4")))


def stored(page):
    return page.evaluate("Object.values(localStorage).join()")


def test_compares_from_the_list_without_a_script(site, plain_page):
    plain_page.goto(site.url("/treatments/"))
    for name in ("Spinal cord stimulation", "Repeat discectomy"):
        plain_page.get_by_label(f"Compare {name}").check()
    plain_page.get_by_role("button", name="Compare what I ticked").last.click()

    expect(plain_page).to_have_url(re.compile(r"\?t=spinal-cord-stimulation&t=repeat-discectomy$"))
    headers = plain_page.get_by_role("columnheader").all_inner_texts()
    assert headers[1:] == ["Spinal cord stimulation", "Repeat discectomy", "No further treatment for now"]
    assert plain_page.get_by_role("row").count() <= 10


def test_starts_from_a_treatments_own_page(site, page):
    page.goto(site.url("/treatments/opioids/"))
    page.get_by_role("link", name="Compare with other treatments").click()
    expect(page.locator(".remark")).to_contain_text("Tick one or two more")
    page.get_by_label("TENS").check()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("columnheader", name="TENS")).to_be_visible()


def test_each_cell_names_its_treatment_on_a_phone_and_nothing_scrolls_sideways(site, page):
    page.goto(site.url(COMPARISON))
    label = page.locator(".compare__cell").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"Spinal cord stimulation"'
    for width in (320, 390, 768, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("host", ["lakeside", "tidewater", "metro", "thames", "lonestar"])
def test_a_comparison_prints_on_one_page_with_its_sources(site, page, host):
    page.goto(site.url(COMPARISON, host=f"{host}.localhost"))

    assert printed_pages(page) == 1
    page.emulate_media(media="print")
    expect(page.locator(".sources__list li").first).to_contain_text("https://doi.org/")
    expect(page.locator(".compare__row")).to_have_count(9)
    for row in page.locator(".compare__row").all():
        expect(row).to_be_visible()


@pytest.mark.parametrize("path", [PLANNER, "/tools/records-checklist/", "/tools/questions/"])
def test_an_empty_sheet_prints_on_one_page_without_a_script(site, plain_page, path):
    plain_page.goto(site.url(path))
    expect(plain_page.get_by_role("button", name="Clear this sheet")).to_be_hidden()
    expect(plain_page.get_by_role("button", name="Add a line")).to_have_count(0)
    assert printed_pages(plain_page) == 1
    plain_page.emulate_media(media="print")
    expect(plain_page.locator(".by-hand")).to_be_visible()


def test_only_ticked_questions_are_printed(site, page):
    page.goto(site.url(QUESTIONS))
    ticked = page.locator(".questions__item").nth(2)
    ticked.get_by_role("checkbox").check()
    page.get_by_role("textbox", name="Question", exact=True).first.fill("May my daughter come along?")

    page.emulate_media(media="print")
    expect(page.locator(".questions__item:visible")).to_have_count(1)
    expect(ticked).to_be_visible()
    expect(page.get_by_role("textbox", name="Question", exact=True).first).to_have_value("May my daughter come along?")
    assert printed_pages(page) == 1


def test_what_is_written_is_neither_sent_nor_kept(site, page):
    asked = []
    page.goto(site.url(PLANNER))
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Name and dose").first.fill("Gabapentin")
    page.keyboard.press("Enter")
    page.reload()

    expect(page.get_by_label("Name and dose").first).to_have_value("")
    assert stored(page) == ""
    assert page.context.cookies() == []
    assert not any("Gabapentin" in url for url in asked)


def test_what_is_remembered_comes_back_and_can_be_cleared(site, page):
    page.goto(site.url(PLANNER))
    page.get_by_role("textbox", name="Goal", exact=True).first.fill("Walk to the park")
    page.get_by_role("button", name="Add a line to My goals").click()
    page.keyboard.type("Sleep through")
    page.get_by_label("Remember on this device").check()
    page.get_by_role("textbox", name="Worry", exact=True).first.fill("Another operation")
    page.reload()

    expect(page.get_by_role("textbox", name="Goal", exact=True).nth(0)).to_have_value("Walk to the park")
    expect(page.get_by_role("textbox", name="Goal", exact=True).nth(2)).to_have_value("Sleep through")
    expect(page.get_by_role("textbox", name="Worry", exact=True).first).to_have_value("Another operation")

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear this sheet").click()
    expect(page.get_by_role("textbox", name="Goal", exact=True).first).to_have_value("")
    expect(page.get_by_role("status")).to_contain_text("nothing of it is remembered")
    assert stored(page) == ""


def test_to_untick_remember_is_to_forget(site, page):
    page.goto(site.url(COMPARISON))
    page.get_by_label("Better sleep").check()
    page.get_by_label("Remember on this device").check()
    assert "true" in stored(page)
    page.get_by_label("Remember on this device").uncheck()
    assert stored(page) == ""
    expect(page.get_by_label("Better sleep")).to_be_checked()


def test_ticks_on_questions_of_one_page_outlast_a_visit_to_another(site, page):
    page.goto(site.url("/tools/questions/?about=/treatments/opioids/"))
    page.locator(".questions__item input").first.check()
    page.get_by_label("Remember on this device").check()
    page.goto(site.url("/tools/questions/?about=/treatments/tens/"))
    page.locator(".questions__item input").nth(1).check()
    page.goto(site.url("/tools/questions/?about=/treatments/opioids/&about=/treatments/tens/"))

    expect(page.locator(".questions__item input:checked")).to_have_count(2)


def test_what_is_stored_may_be_anything(site, page):
    page.goto(site.url(PLANNER))
    for kept in ("{", "null", "[1]", '"x"', '{"goals-99999-text": "x", "goals-1-text": {"a": 1}, "__proto__": 1}'):
        page.evaluate("kept => localStorage.setItem('sheet:planner', kept)", kept)
        page.reload()
        expect(page.get_by_role("button", name="Print")).to_be_visible()
        assert page.get_by_role("textbox", name="Goal", exact=True).count() <= 20


def test_a_word_opens_in_place_and_escape_closes_it(site, page):
    page.goto(site.url("/treatments/spinal-cord-stimulation/"))
    term = page.locator(".term").first
    word = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(word).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")

    expect(word).to_be_visible()
    box = word.bounding_box()
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    page.keyboard.press("Tab")
    expect(word.get_by_role("link", name="All words explained")).to_be_focused()
    page.keyboard.press("Escape")
    expect(word).to_be_hidden()
    expect(term).to_be_focused()


def test_words_need_no_script_and_are_printed_as_a_list(site, plain_page):
    plain_page.goto(site.url("/treatments/spinal-cord-stimulation/"))
    plain_page.locator(".term").first.click()
    expect(plain_page.locator(".word:popover-open")).to_be_visible()
    plain_page.keyboard.press("Escape")

    plain_page.emulate_media(media="print")
    expect(plain_page.get_by_role("heading", name="Words on this page")).to_be_visible()
    assert plain_page.locator(".word:visible").count() == plain_page.locator(".term").count()


@pytest.mark.parametrize("path", ["/", "/treatments/", "/treatments/spinal-cord-stimulation/", LEAFLET, COMPARISON])
def test_each_marked_word_has_its_definition_on_the_page(site, page, path):
    for host in ("lakeside", "thames"):
        page.goto(site.url(path, host=f"{host}.localhost"))
        assert page.evaluate(
            "[...document.querySelectorAll('.term')].every(term => term.popoverTargetElement?.matches('.word'))"
        )


def test_takes_a_leaflet_of_two_parts(site, plain_page):
    plain_page.goto(site.url("/treatments/spinal-cord-stimulation/"))
    plain_page.get_by_text("Print only the parts you need").click()
    for part in ("Harms and risks", "Results of studies"):
        plain_page.get_by_role("checkbox", name=part).check()
    plain_page.get_by_role("button", name="Make the leaflet").click()

    headings = plain_page.locator("main h2:visible").all_inner_texts()
    assert {"Harms and risks", "Results of studies", "References", "About this page"} <= set(headings)
    assert "Recovery" not in headings
    plain_page.emulate_media(media="print")
    main = plain_page.locator("main")
    expect(main).to_contain_text(re.compile(r"Version of .+/treatments/spinal-cord-stimulation/", re.DOTALL))
    expect(plain_page.get_by_role("button", name="Make the leaflet")).to_be_hidden()


@pytest.mark.parametrize("path", [*SHEETS, LEAFLET, "/treatments/compare/?t=opioids&t=nothing"])
def test_no_page_has_an_axe_violation(site, browser, path):
    for width in (320, 768, 1280):
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            page.goto(site.url(path))
            found = Axe().run(page).response["violations"]
            assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found] == [], (width, scheme)
            context.close()


@pytest.mark.parametrize("path", [*SHEETS, LEAFLET])
def test_a_page_is_light(site, browser, path):
    context = browser.new_context()
    page = context.new_page()
    answers = []
    page.on("response", lambda response: answers.append(response))
    page.goto(site.url(path), wait_until="networkidle")

    sizes = [answer.request.sizes()["responseBodySize"] for answer in answers]
    scripts = [size for answer, size in zip(answers, sizes, strict=True) if answer.url.endswith(".js")]
    assert len(answers) <= 8
    assert sum(sizes) <= 60_000
    assert sum(scripts) <= 10_000
    context.close()
