"""The five kinds of reader: each gets from the home page to the right place in one tap, and onward."""

import pytest
from playwright.sync_api import expect

READERS = [
    ("I have a new warning sign", "Symptoms", "Numbness in the saddle area"),
    ("My pain never left", "Leg pain that never eased", None),
    ("My pain came back", "Pain that comes back", None),
    ("I have been offered another operation or a stimulator", "Before a repeat operation", "put two or three choices"),
    ("I am helping someone", "Helping someone with pain after back surgery", "overdose"),
]


@pytest.mark.parametrize(("says", "heading", "onward"), READERS)
def test_reader_gets_to_the_right_place_in_one_tap(site, page, says, heading, onward):
    page.goto(site.url())
    page.get_by_role("link", name=says).click()
    expect(page.locator("h1")).to_contain_text(heading)
    expect(page.locator("#emergency")).to_be_visible()
    if onward:
        page.locator("main").get_by_role("link", name=onward).first.click()
        expect(page.locator("h1")).not_to_contain_text(heading)
