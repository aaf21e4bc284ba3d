import json

import pytest

from fbss_site.structured_data.nodes import as_script, node

from ..html import Page


def test_a_node_has_no_empty_values():
    found = node("Thing", name="A", url="", image=None, sameAs=[], about=(), position=0)

    assert found == {"@type": "Thing", "name": "A", "position": 0}


def test_a_node_may_have_an_address_of_its_own():
    assert node("Thing", id="https://a.example/#x") == {"@type": "Thing", "@id": "https://a.example/#x"}


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!-- <script>", "a & b", '"quotes" \\ and \u2028 lines', "Größe 🦴"]
)
def test_no_text_leaves_the_script_and_none_is_changed(text):
    script = as_script(node("Thing", name=text))
    page = Page(f"<body>{script}<p>after</p></body>")

    assert json.loads(page.one("script").text) == {"@context": "https://schema.org", "@type": "Thing", "name": text}
    assert page.one("p").text == "after"
    assert not set("<>&") & set(page.one("script").text)
