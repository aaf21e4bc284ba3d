"""Site-wide middleware that no installed package brings."""

from urllib.parse import unquote_to_bytes

from django.http import HttpResponseBadRequest

from .views import healthz

LONGEST_ADDRESS = 8000  # a search may be a whole letter: it is clipped, not refused


def cross_origin_policies(get_response):
    """Says that no other site may load what this one serves."""

    def middleware(request):
        response = get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        return response

    return middleware


def health_check(get_response):
    """Answers /healthz before anything asks for the host name: a load balancer asks by address."""

    def middleware(request):
        return healthz(request) if request.path == "/healthz" else get_response(request)

    return middleware


def refuse_malformed_addresses(get_response):
    """Answers 400, in a sentence, to an address that no page of ours can have.

    Covers null bytes, query bytes that are not UTF-8 and very long addresses; what is left
    is safe to hand to the database and to templates. Path bytes that are not UTF-8 reach
    this place percent-encoded by Django, and match no page.
    """

    def middleware(request):
        path, query = request.path_info, unquote_to_bytes(request.META.get("QUERY_STRING", ""))
        if "\x00" in path or b"\x00" in query or not _is_utf8(query):
            return _refusal("This address holds characters that no page here has.")
        if len(path) + len(query) > LONGEST_ADDRESS:
            return _refusal("This address is too long.")
        return get_response(request)

    return middleware


def _is_utf8(part):
    try:
        part.decode()
    except UnicodeDecodeError:
        return False
    return True


def _refusal(sentence):
    return HttpResponseBadRequest(
        f"{sentence} Please start again from the home page.\n", content_type="text/plain; charset=utf-8"
    )
