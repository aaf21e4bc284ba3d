"""Under the names that markdownx knows; its own urls are never included."""

from django.urls import path

from . import editor_views

urlpatterns = [
    path("preview/", editor_views.preview, name="markdownx_markdownify"),
    path("upload/", editor_views.upload, name="markdownx_upload"),
]
