from django.urls import path

from . import views

urlpatterns = [
    path("", views.reference_list, name="reference_list"),
    path("<slug:key>/", views.reference_detail, name="reference_detail"),
]
