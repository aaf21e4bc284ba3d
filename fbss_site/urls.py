from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.static import serve as serve_media

from fbss_site.home.views import home
from fbss_site.tools.views import leaflet

from . import views
from .a_z import a_z
from .sitemaps import sitemap

urlpatterns = [
    path("", home, name="home"),
    path("", include("conditions.urls")),
    path("treatments/", include("treatments.urls")),
    path("references/", include("fbss_site.records.urls")),
    path("glossary/", include("fbss_site.glossary.urls")),
    path("guides/", include("fbss_site.pages.urls")),
    path("tools/", include("fbss_site.tools.urls")),
    path("leaflet/", leaflet, name="leaflet"),
    path("", include("fbss_site.clinics.urls")),
    path("search/", include("fbss_site.search.urls")),
    path("a-z/", a_z, name="a_z"),
    path("feedback/", include("fbss_site.feedback.urls")),
    path("consultation/", include("fbss_site.consultations.urls")),
    path("admin/markdown/", include("fbss_site.records.editor_urls")),
    path("admin/", admin.site.urls),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    re_path(r"^media/(?P<path>.*)$", serve_media, {"document_root": settings.MEDIA_ROOT}),
]

handler400 = "fbss_site.views.bad_request"
handler403 = "fbss_site.views.forbidden"
handler404 = "fbss_site.views.not_found"
handler500 = "fbss_site.views.server_error"
