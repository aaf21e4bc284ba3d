from django.contrib import admin

from fbss_site.records.admin import ContentRecordAdmin

from .models import Page


@admin.register(Page)
class PageAdmin(ContentRecordAdmin):
    marks = ("kind",)
