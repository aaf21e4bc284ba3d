"""Whatever is typed, nothing reaches a reader's browser but plain text, our own elements and harmless links."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fbss_site.rendering import Composer, Term, Word
from fbss_site.rendering.sanitise import sanitise

from .markup import elements, read, text_of

ELEMENTS = {
    *("p", "br", "hr", "strong", "em", "a", "img", "ul", "ol", "li", "blockquote", "code", "pre", "sup", "span"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "div", "button"),
}
ATTRIBUTES = {
    *("href", "id", "class", "title", "src", "alt", "loading", "start", "role", "tabindex", "aria-label", "scope"),
    *("type", "popovertarget"),
}
# What a browser leaves out of an address before it looks for the scheme.
IGNORED_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff]")
SCHEME = re.compile(r"\A([a-zA-Z][a-zA-Z0-9+.-]*):")

FRAGMENTS = [
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<style>*{}</style>"),
    *("</p></div>", "<!--", "-->", "<![CDATA[", "<?php", "<a href='javascript:x'>", "<iframe srcdoc=x>", "<"),
    *("[a](javascript:alert(1))", "[a](JaVa\tscript:x)", "[a](&#106;avascript&colon;x)", "[a](\x01javascript:x)"),
    *("[a](data:text/html,<script>)", "![a](data:text/html;base64,AAAA)", "![a](data:image/svg+xml,<svg>)"),
    *("[a](vbscript:x)", "[a](//evil.example)", "[a](/x 'onclick=\"x\"')", '![a](/x.png "a\\" onerror=\\"x")'),
    *("![a](https://evil.example/x.gif)", "![a](//evil.example/x)", "![a](/\\evil.example/x)", "<javascript:x>"),
    *('<https://example.org/?a="b>', "[a]: javascript:x\n", "[@key]", "[@other; @key]", "[@none]", "[@", "]", "["),
    *("[[term]]", "[[none]]", "[[term|<b>]]", "[[term|\"'>]]", "[[", "]]", "{{word}}", "{{phone}}", "{{none}}", "{{"),
    *("### ", "###### ", "# ", "\n", "\n\n", "- ", "1. ", "> ", "    ", "\t", "| a | b |\n|:-|-:|\n", "|", "---\n"),
    *("```", "`", "*", "**", "_", "~~~", "\\", '"', "'", "&", "&lt;script&gt;", "&#x3c;", "&#0;", "&#xD800;", "(", ")"),
    *("\x00", "\r", "\u2028", "\ufeff", "\ud800", "\U0001f600", "style=color:red", "onclick=x", "javascript:", "data:"),
]
any_text = st.text(st.characters(exclude_categories=()), max_size=8)
hostile_texts = st.lists(st.sampled_from(FRAGMENTS) | any_text, max_size=30).map("".join)


def make_composer(*, show_faults=False, hostile=""):
    term = Term("term", "term", "what it means", "/glossary/#term")
    words = {"word": Word(f"word {hostile}"), "phone": Word(f"911 {hostile}", "tel:911")}
    return Composer({"key": 1, "other": 1}, {"term": term}, words, show_faults=show_faults)


def assert_harmless(html):
    for element in read(html)[0]:
        assert element.tag in ELEMENTS
        assert set(element.attributes) <= ATTRIBUTES
        if element.tag == "button":
            assert element.attributes == {"type": "button", "class": "term", "popovertarget": "word-term"}
        for name in ("href", "src"):
            address = IGNORED_IN_ADDRESS.sub("", element.attributes.get(name, ""))
            scheme = SCHEME.match(address)
            assert scheme is None or scheme[1].lower() in {"http", "https", "mailto", "tel"}
        if source := element.attributes.get("src"):
            assert re.match(r"/[^/\\]", source + " ")


@given(hostile_texts, st.booleans(), hostile_texts)
@example("[a](javascript:alert(1))", False, "")
@example("\ud800", False, "")
@settings(max_examples=800)
def test_no_text_yields_anything_but_harmless_html(text, show_faults, hostile):
    composer = make_composer(show_faults=show_faults, hostile=hostile.encode("utf-8", "replace").decode())

    assert_harmless(composer.compose(text, "section", "A label").html)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_a_label_stays_text_in_the_frame_of_a_table(label):
    html = make_composer().compose("| a |\n|---|\n| b |\n", "section", label).html

    assert_harmless(html)
    (frame,) = elements(html, "div")
    assert frame.attributes["aria-label"].split() == ["Table:", *label.split()] if label else ["Table"]


@given(hostile_texts)
def test_the_same_text_always_yields_the_same_page(text):
    assert make_composer().compose(text, "a", "A") == make_composer().compose(text, "a", "A")


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_each_hostile_fragment_alone_yields_harmless_html(fragment):
    assert_harmless(make_composer().compose(fragment).html)
    assert_harmless(make_composer(show_faults=True).compose(f"a {fragment} b\n\n{fragment}").html)


def test_html_that_is_typed_is_shown_as_it_was_typed():
    html = Composer().compose("Type <script>alert(1)</script> & <b>bold</b>").html

    assert text_of(html).strip() == "Type <script>alert(1)</script> & <b>bold</b>"
    assert [element.tag for element in read(html)[0]] == ["p"]


@pytest.mark.parametrize(
    "attribute",
    ['type="submit"', 'class="button"', 'popovertarget="menu"', 'popovertarget="word-a b"', 'form="x"', 'onclick="x"'],
)
def test_no_button_but_that_of_a_term_comes_through_the_gate(attribute):
    assert elements(sanitise(f"<button {attribute}>x</button>"), "button")[0].attributes == {}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"])
def test_a_link_to_a_dangerous_address_is_no_link(address):
    assert elements(Composer().compose(f"[here]({address})").html, "a") == []


@pytest.mark.parametrize("address", ["/guides/", "https://example.org/", "mailto:a@example.org", "tel:+15550142", "#a"])
def test_a_link_to_a_harmless_address_stays(address):
    (link,) = elements(Composer().compose(f"[here]({address})").html, "a")

    assert link.attributes["href"] == address
