"""Which package may import which. What a package needs beyond its row belongs somewhere else."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ANYTHING = None
# Root modules of fbss_site (settings, urls, commands ...) put the site together: they import anything.
ROOT_MODULES = "fbss_site"
# The one root module that everybody may import; it imports nothing of ours itself.
SHARED = "fbss_site.fields"

MAY_IMPORT = {
    "fbss_site.rendering": set(),
    "fbss_site.citations": set(),
    "fbss_site.clinics": set(),
    "fbss_site.guarding": set(),
    "fbss_site.feedback": {"fbss_site.guarding", "fbss_site.clinics"},
    "fbss_site.glossary": {"fbss_site.rendering"},
    "fbss_site.records": {"fbss_site.rendering", "fbss_site.citations", "fbss_site.glossary", "fbss_site.clinics"},
    "fbss_site.pages": {"fbss_site.records", "fbss_site.clinics"},
    "fbss_site.consultations": {"fbss_site.clinics", "fbss_site.guarding"},
    "conditions": {"fbss_site.records", "fbss_site.clinics"},
    "fbss_site.tools": {"fbss_site.records", "fbss_site.clinics"},
    "fbss_site.search": {"fbss_site.records", "fbss_site.glossary", "fbss_site.clinics"},
    "treatments": {"conditions", "fbss_site.records", "fbss_site.clinics"},
    "fbss_site.home": {"conditions", "treatments", "fbss_site.pages", "fbss_site.records", "fbss_site.clinics"},
    "fbss_site.structured_data": {
        *("fbss_site.records", "fbss_site.pages", "fbss_site.clinics", "fbss_site.citations"),
        *("conditions", "treatments"),
    },
    "fbss_site.library": {
        *("fbss_site.rendering", "fbss_site.citations", "fbss_site.clinics", "fbss_site.glossary", "fbss_site.records"),
        *("fbss_site.pages", "fbss_site.consultations", "fbss_site.search", "fbss_site.home"),
        *("conditions", "treatments"),
    },
    ROOT_MODULES: ANYTHING,
}
# Commands, and what ``serve`` does: they start the site as the root modules put it together.
PARTS_OF_ROOT = ("fbss_site.management", "fbss_site.serving")
NO_CODE = {"templates", "static", "content", "tests", "var"}


def module_of(file):
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package_of(module):
    """The row of the table that ``module`` belongs to, or the module's own package where there is none."""
    if any(f"{module}.".startswith(f"{part}.") for part in PARTS_OF_ROOT):
        return ROOT_MODULES
    parts = module.split(".")
    if parts[0] != ROOT_MODULES:
        return parts[0]
    is_package = len(parts) > 1 and (ROOT / parts[0] / parts[1]).is_dir()
    return ".".join(parts[:2]) if is_package else ROOT_MODULES


def our_files():
    folders = [
        folder for folder in ROOT.iterdir() if folder.is_dir() and folder.name[0] != "." and folder.name not in NO_CODE
    ]
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def our_packages():
    return {package_of(module_of(file)) for file in our_files()}


def imported_modules(source, module, *, is_package):
    """Absolute names of the modules that ``source`` imports, relative ones resolved."""
    parent = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            up = parent.rsplit(".", node.level - 1)[0] if node.level > 1 else parent
            base = ".".join(filter(None, [up if node.level else "", node.module]))
            # "from package import name" may name a module of that package.
            yield from (f"{base}.{alias.name}" for alias in node.names)


def strangers(source, module, *, is_package=False):
    """The packages of ours that ``source`` imports against the table."""
    own = package_of(module)
    allowed = MAY_IMPORT[own]
    if allowed is ANYTHING:
        return set()
    found = set()
    for name in imported_modules(source, module, is_package=is_package):
        if name.split(".")[0] not in {"fbss_site", "conditions", "treatments", "tests"}:
            continue
        if name == SHARED or name.startswith(f"{SHARED}."):
            continue
        package = package_of(name)
        if package != own and package not in allowed:
            found.add(package)
    return found


@pytest.mark.parametrize("file", our_files(), ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_imports_only_what_its_package_may(file):
    module = module_of(file)
    assert package_of(module) in MAY_IMPORT, f"{module}: give its package a row in the table"

    assert strangers(file.read_text(encoding="utf-8"), module, is_package=file.name == "__init__.py") == set()


def test_every_row_of_the_table_is_a_package():
    assert our_packages() == set(MAY_IMPORT)
    assert all((ROOT / part.replace(".", "/")).is_dir() for part in PARTS_OF_ROOT)
    assert set().union(*(allowed for allowed in MAY_IMPORT.values() if allowed)) <= our_packages() - {ROOT_MODULES}


def test_the_table_has_no_circles():
    rows = {package: set(allowed) for package, allowed in MAY_IMPORT.items() if allowed is not ANYTHING}
    while rows:
        free = {package for package, allowed in rows.items() if not allowed & set(rows)}
        assert free, f"a circle among {sorted(rows)}"
        rows = {package: allowed for package, allowed in rows.items() if package not in free}


def test_what_everybody_may_import_imports_nothing_of_ours():
    source = (ROOT / "fbss_site" / "fields.py").read_text(encoding="utf-8")

    assert not [
        name
        for name in imported_modules(source, SHARED, is_package=False)
        if name.startswith(("fbss_site", "conditions", "treatments", "."))
    ]


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("conditions.models.causes", "from treatments.models import Treatment", {"treatments"}),
        ("conditions.models.causes", "import treatments", {"treatments"}),
        ("conditions.models.causes", "def f():\n    from treatments import models", {"treatments"}),
        ("conditions.models.causes", "from .conditions import Condition\nfrom django.db import models", set()),
        ("fbss_site.records.files", "from ..home.models import HomeSection", {"fbss_site.home"}),
        ("fbss_site.records.files", "from ..fields import TextListField\nfrom . import publishing", set()),
        ("fbss_site.records.files", "from .. import settings", {"fbss_site"}),
        ("fbss_site.records.files", "from fbss_site import views", {"fbss_site"}),
        ("fbss_site.records.admin.forms", "from ...glossary.models import Term\nfrom .. import rules", set()),
        ("fbss_site.clinics.views", "from fbss_site.records import rules", {"fbss_site.records"}),
        ("fbss_site.clinics.views", "from fbss_site.library import sources", {"fbss_site.library"}),
        ("fbss_site.clinics.views", "from fbss_site.nowhere import thing", {"fbss_site"}),
        ("fbss_site.library.loading", "from fbss_site.management.commands import serve", {"fbss_site"}),
        ("fbss_site.urls", "from fbss_site.home.views import home", set()),
        ("treatments.models", "from tests.factories import make_page", {"tests"}),
    ],
)
def test_the_table_is_read_as_it_is_meant(module, source, found):
    assert strangers(source, module) == found


def test_relative_imports_in_a_package_start_at_the_package():
    assert strangers("from ..home import models", "fbss_site.records", is_package=True) == {"fbss_site.home"}
    assert strangers("from .models import ContentRecord", "fbss_site.records", is_package=True) == set()
