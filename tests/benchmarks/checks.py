"""How long the checks take that speak while staff write: ``python tests/benchmarks/checks.py``.

On shipped text, and on hostile text of growing length.
"""

import tempfile

from measuring import say, say_growth, seconds, set_up

TRIES = 5
PROSE = "After surgery, the pain may stay. Ask whether the injection works, and bring your scans [@kumar2007].\n\n"


def say_shipped():
    from django.conf import settings

    from fbss_site.library.checking import library_of
    from fbss_site.library.sources import RecordSource, read_folder
    from fbss_site.records.checks import check_document

    sources, _ = read_folder(settings.CONTENT_DIR)
    library = library_of(sources)
    records = [source for source in sources if isinstance(source, RecordSource)]
    times = sorted(seconds(check_document, record.model, record.document, library) for record in records)
    longest = max(records, key=lambda record: len(record.text))
    least = min(seconds(check_document, longest.model, longest.document, library) for _ in range(TRIES))
    middle, slowest = times[len(times) // 2] * 1000, times[-1] * 1000
    say(f"{len(records)} shipped records: median {middle:.1f} ms, slowest {slowest:.1f} ms")
    say(f"the longest, {longest.path} of {len(longest.text):,} characters: {least * 1000:.1f} ms")


def main():
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder)
        from conditions.models import Condition
        from fbss_site.records.checks import check_document
        from fbss_site.records.documents import Document
        from fbss_site.records.rules import LONGEST_TEXT
        from tests.hostile import PIECES, repeated
        from tests.records.checks.checking import LIBRARY

        def check(text):
            check_document(Condition, Document({"title": "A", "summary": text[:300]}, {"What it is": text}), LIBRARY)

        say_shipped()
        say(f"{LONGEST_TEXT:,} characters of prose: {seconds(check, repeated(PROSE, LONGEST_TEXT)):.2f} s")
        say_growth(check, PIECES, length=10_000)


if __name__ == "__main__":
    main()
