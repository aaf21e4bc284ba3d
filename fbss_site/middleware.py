"""Site-wide middleware that no installed package brings."""

from urllib.parse import unquote_to_bytes

from django.http import HttpResponseBadRequest

LONGEST_ADDRESS = 4096


def cross_origin_policies(get_response):
    """Says that no other site may load what this one serves."""

    def middleware(request):
        response = get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        return response

    return middleware


def refuse_malformed_addresses(get_response):
    """Answers 400, in a sentence, to an address that no page of ours can have.

    Covers null bytes, bytes that are not UTF-8 and very long addresses; what is left
    is safe to hand to the database and to templates.
    """

    def middleware(request):
        raw = request.META.get("PATH_INFO", "").encode("utf-8", "surrogateescape")
        query = request.META.get("QUERY_STRING", "")
        for part in (raw, unquote_to_bytes(query)):
            if b"\x00" in part or not _is_utf8(part):
                return _refusal("This address holds characters that no page here has.")
        if len(raw) + len(query) > LONGEST_ADDRESS:
            return _refusal("This address is too long.")
        return get_response(request)

    return middleware


def _is_utf8(part):
    try:
        part.decode()
    except UnicodeDecodeError:
        return False
    return b"\xef\xbf\xbd" not in part  # Django has already replaced what was no UTF-8


def _refusal(sentence):
    return HttpResponseBadRequest(
        f"{sentence} Please start again from the home page.\n", content_type="text/plain; charset=utf-8"
    )
