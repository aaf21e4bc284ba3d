"""How long search takes at the shipped library and at a thousand records.

    python tests/benchmarks/search.py [records]

Works in a database of its own. The larger library is made of the shipped records' own sentences, shuffled, so that
words are as common in it as they really are. Each question of tests/search_cases.yaml is asked through the whole site:
address, middleware, search, template.
"""

import gc
import random
import sys
import tempfile

from measuring import ROOT, say, seconds, set_up

LIMIT = 0.050


def prepare(folder):
    set_up(folder)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def records():
    from fbss_site.records.registry import record_models

    return [record for model in record_models() if model.has_page for record in model.objects.published()]


def multiply(wanted):
    """Publishes shuffled copies of the shipped records until there are ``wanted``."""
    from fbss_site.records.fields import body_fields
    from fbss_site.records.models import ContentRecord

    shuffler = random.Random(7)
    originals = records()
    shared = {field.name for field in ContentRecord._meta.fields} | {"id"}
    sentences = [
        sentence
        for record in originals
        for field in body_fields(type(record))
        for sentence in getattr(record, field.name).split(". ")
    ]
    for number in range(wanted - len(originals)):
        original = shuffler.choice(originals)
        copy = type(original)()
        for field in type(original)._meta.fields:
            if field.name not in shared:
                setattr(copy, field.attname, getattr(original, field.attname))
        for field in body_fields(type(original)):
            count = getattr(original, field.name).count(". ") + 1
            setattr(copy, field.name, ". ".join(shuffler.choices(sentences, k=count)))
        words = f"{original.title} {shuffler.choice(originals).title}".split()
        copy.title = " ".join(shuffler.sample(words, k=min(len(words), 5)))
        copy.slug, copy.summary = f"copy-{number}", shuffler.choice(originals).summary
        copy.status, copy.published_at = original.status, original.published_at
        copy.save()


def measure(label):
    """Prints the figures of the library as it is now; returns the median time of a question."""
    from django.test import Client

    from fbss_site.search import library

    client = Client(SERVER_NAME="localhost")
    client.get("/search/")  # templates and addresses are read once in a process, whatever is searched for
    library._held = None
    first = seconds(client.get, "/search/", {"q": "fusion"})
    gc.collect()
    gc.freeze()  # as serving/server.py does
    times = sorted(seconds(client.get, "/search/", {"q": query}) for query in questions())
    records()[0].save()
    after_edit = seconds(client.get, "/search/", {"q": "fusion"})
    figures = {
        "median": times[len(times) // 2],
        "95th percentile": times[int(len(times) * 0.95)],
        "slowest": times[-1],
        "first of a process": first,
        "first after an edit": after_edit,
    }
    entries = len(library.current_index().entries)
    say(f"{label}: {len(records())} records ({entries} entries), {len(times)} questions")
    say("  " + ", ".join(f"{name} {figure * 1000:.1f} ms" for name, figure in figures.items()))
    say(f"  above {LIMIT * 1000:.0f} ms: {sum(each > LIMIT for each in times)} of {len(times)}")
    return figures["median"]


def questions():
    import yaml

    return [case["query"] for case in yaml.safe_load((ROOT / "tests" / "search_cases.yaml").read_text())]


def main():
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        from django.conf import settings

        from fbss_site.library import load_library

        load_library(settings.CONTENT_DIR)
        small, shipped = measure("shipped library"), len(records())
        multiply(wanted)
        large = measure("larger library")
        say(f"{wanted / shipped:.1f} times the records, {large / small:.1f} times the time")


if __name__ == "__main__":
    main()
