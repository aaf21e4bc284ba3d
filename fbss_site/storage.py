"""Static files as they are deployed: hashed names, Brotli and gzip, and one stylesheet a page."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLE = "css/site.css"
IMPORT = re.compile(r'@import url\("(?P<name>[\w-]+\.css)"\);')


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the files that css/site.css imports into it, so that a page asks for one stylesheet.

    Each noun keeps a file of its own, and without this storage the browser follows the imports.
    """

    def post_process(self, paths, dry_run=False, **options):
        if BUNDLE in paths and not dry_run:
            self.delete(BUNDLE)
            self._save(BUNDLE, ContentFile(self._bundle(paths).encode()))
            paths[BUNDLE] = (self, BUNDLE)
        yield from super().post_process(paths, dry_run, **options)

    def _bundle(self, paths):
        return IMPORT.sub(lambda match: _read(paths, f"css/{match['name']}"), _read(paths, BUNDLE))


def _read(paths, name):
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
