from django.urls import path

from . import views

app_name = "clinics"
urlpatterns = [
    path("brand/<slug:css_hash>.css", views.brand_css, name="brand_css"),
    path("brand/<slug:card_hash>.png", views.card, name="card"),
    path("team/", views.clinician_list, name="clinician_list"),
    path("team/<slug:slug>/", views.clinician_detail, name="clinician_detail"),
    path("locations/", views.location_list, name="location_list"),
]
