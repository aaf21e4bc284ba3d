"""The staff side of records: one admin for every record type to build on, and the reference shelf."""

from django.contrib import admin

from .content import ContentRecordAdmin
from .forms import ContentRecordForm
from .shelf import CitationAdmin

__all__ = ["CitationAdmin", "ContentRecordAdmin", "ContentRecordForm"]

admin.site.site_title = admin.site.site_header = admin.site.index_title = "Clinic content"
