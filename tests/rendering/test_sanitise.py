"""The last gate alone: raw HTML straight into it."""

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from fbss_site.rendering.sanitise import sanitise

from .markup import elements, read, text_of
from .test_safety import assert_harmless

TAGS = [
    "p",
    "a",
    "img",
    "h2",
    "script",
    "style",
    "svg",
    "math",
    "iframe",
    "form",
    "input",
    "table",
    "td",
    "template",
    "base",
]
ATTRIBUTES = [
    *(
        "href=javascript:x",
        "href='data:text/html,x'",
        "href=/a",
        "href=ftp://a.org",
        "src=x",
        "src=/a.png",
        "src=//a.org/x",
        "srcset=x",
    ),
    *("onclick=x", "onerror=x", "style=color:red", "id=a", "class=b", "name=x", "target=_blank", "formaction=x"),
    *("xlink:href=javascript:x", "srcdoc=x", "action=x", "data-x=y", "http-equiv=refresh", "tabindex=1", "ping=x"),
]
tags = st.builds(
    lambda tag, attributes, close: f"<{'/' if close else ''}{tag} {' '.join(attributes)}>",
    st.sampled_from(TAGS),
    st.lists(st.sampled_from(ATTRIBUTES), max_size=3),
    st.booleans(),
)
raw_html = st.lists(
    tags | st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "<?", "text", "&lt;", "\x00"]), max_size=12
)


@given(raw_html.map("".join))
@examples(max_examples=600)
def test_no_html_passes_but_the_harmless(html):
    assert_harmless(sanitise(html))


@pytest.mark.parametrize("attribute", ATTRIBUTES)
@pytest.mark.parametrize("tag", ["p", "a", "img", "td"])
def test_no_attribute_passes_but_the_harmless(tag, attribute):
    html = sanitise(f"<table><tr><td><{tag} {attribute}>x</td></tr></table>")

    assert_harmless(html)
    for element in read(html)[0]:
        assert not {"style", "onclick", "onerror", "name", "target", "srcset", "ping"} & set(element.attributes)


def test_what_is_let_through_stays():
    html = '<h3 id="a">One</h3>\n<p><a href="/b" class="term">two</a><img src="/c.png" alt="three" loading="lazy"></p>'

    assert sanitise(html) == html
    assert isinstance(sanitise(html), SafeString)


def test_what_a_script_holds_is_no_text():
    assert text_of(sanitise("a<script>alert(1)</script><style>p{}</style>b")) == "ab"
    assert elements(sanitise("<script>x</script>"), "script") == []
