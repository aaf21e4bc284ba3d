"""How long search takes to read an editor's text, however odd: ``python tests/benchmarks/search_text.py``."""

import tempfile

from measuring import say_growth, set_up


def main():
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder)
        from fbss_site.search.plain_text import sentences
        from tests.hostile import PIECES

        say_growth(lambda text: list(sentences(text)), PIECES, length=100_000)


if __name__ == "__main__":
    main()
