import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from fbss_site.middleware import LONGEST_ADDRESS, cross_origin_policies, refuse_malformed_addresses

TEXT = "text/plain; charset=utf-8"


def ask(path="/", query=""):
    """The response of the middleware; 200 where it let the request through."""
    request = RequestFactory().get(path, QUERY_STRING=query)
    return refuse_malformed_addresses(lambda request: HttpResponse("a page"))(request)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/", ""),
        ("/conditions/failed-back-surgery-syndrome/", ""),
        ("/caf%C3%A9/", "q=caf%C3%A9"),
        ("/", "q=100%25&t=%20&t="),
        ("/", "q=%"),
        ("/", "q=%zz"),
        ("/", "a=%E2%82%AC"),
    ],
)
def test_an_address_that_a_page_may_have_is_let_through(path, query):
    assert ask(path, query).content == b"a page"


@pytest.mark.parametrize(
    ("path", "query"),
    [("/a%00b/", ""), ("/", "q=%00"), ("/", "q=a\x00"), ("/", "q=%ff"), ("/", "q=%C3"), ("/", "q=%ED%A0%80")],
)
def test_bytes_that_are_no_text_are_refused_in_words(path, query):
    response = ask(path, query)

    assert (response.status_code, response["Content-Type"]) == (400, TEXT)
    assert response.content.decode() == (
        "This address holds characters that no page here has. Please start again from the home page.\n"
    )


@pytest.mark.parametrize("path", ["/%ff/", "/%C3/x/", "/a%E2%82/"])
def test_a_path_that_is_not_utf_8_is_no_page_and_no_fault(path, client, clinic):
    assert client.get(path).status_code in {400, 404}


@pytest.mark.parametrize(("path", "query"), [("/" + "a" * LONGEST_ADDRESS, ""), ("/", "q=" + "a" * LONGEST_ADDRESS)])
def test_an_endless_address_is_refused_in_words(path, query):
    response = ask(path, query)

    assert (response.status_code, response["Content-Type"]) == (400, TEXT)
    assert response.content.decode() == "This address is too long. Please start again from the home page.\n"


def test_the_longest_address_is_let_through():
    assert ask("/" + "a" * (LONGEST_ADDRESS - 1)).status_code == 200


def test_a_refusal_says_nothing_of_what_was_asked():
    assert b"script" not in ask("/", "q=%00<script>").content


@pytest.mark.parametrize("path", ["/a%00b/", "/" + "a" * 10_000, "/?q=%00", "/?q=%ff", "/?" + "q" * 10_000])
def test_the_site_answers_a_malformed_address_without_a_fault(path, client, clinic):
    assert client.get(path).status_code == 400


def test_no_other_site_may_load_what_this_one_serves():
    response = cross_origin_policies(lambda request: HttpResponse())(RequestFactory().get("/"))

    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cross-Origin-Embedder-Policy"] == "require-corp"


def test_a_view_may_say_otherwise():
    opened = HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})

    assert (
        cross_origin_policies(lambda request: opened)(RequestFactory().get("/"))["Cross-Origin-Resource-Policy"]
        == "cross-origin"
    )
